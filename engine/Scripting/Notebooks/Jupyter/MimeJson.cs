using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Things to show in the shape that the wire has for them.</summary>
static class MimeJson
{
    /// <summary>The forms by type: JSON as such, all others as text.</summary>
    public static JsonObject Data(MimeBundle bundle) =>
        new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, MimeBundle.IsJson(form.Key) ? Json(form.Value) : JsonValue.Create(form.Value))));

    /// <summary>What is said beside them: the run that they show figures of.</summary>
    public static JsonObject Metadata(MimeBundle bundle) =>
        bundle.RunId is null ? [] : new JsonObject { ["workbench"] = new JsonObject { ["runId"] = bundle.RunId } };

    // A cell may name its text JSON without its being so.
    static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
