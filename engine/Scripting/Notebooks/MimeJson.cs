using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Things to show as JSON, in the shape that Jupyter's messages and notebook files share.</summary>
public static class MimeJson
{
    /// <summary>The forms by type: JSON as such, all others as text.</summary>
    public static JsonObject Data(MimeBundle bundle) =>
        new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, MimeBundle.IsJson(form.Key) ? Json(form.Value) : JsonValue.Create(form.Value))));

    /// <summary>What is said beside them: the runs that they show figures of, and whether these are stale.</summary>
    public static JsonObject Metadata(MimeBundle bundle) => bundle.RunIds.Count == 0 ? [] : new JsonObject
    {
        ["workbench"] = new JsonObject { ["runIds"] = new JsonArray([.. bundle.RunIds.Select(run => (JsonNode)run)]), ["stale"] = bundle.IsStale },
    };

    /// <summary>Text that says it is JSON; the bare text where it is not, since a cell may call its text what it likes.</summary>
    internal static JsonNode? Json(string text)
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
