using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>What cells show, spelled as notebook files spell it.</summary>
static class OutputJson
{
    public static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    public static JsonObject Display(MimeBundle content) => new() { ["output_type"] = "display_data", ["data"] = Data(content), ["metadata"] = Metadata(content) };

    public static JsonObject Result(MimeBundle value, int count) =>
        new() { ["output_type"] = "execute_result", ["execution_count"] = count, ["data"] = Data(value), ["metadata"] = Metadata(value) };

    public static JsonObject Error(CellError error) => new()
    {
        ["output_type"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
    };

    public static JsonObject Data(MimeBundle content)
    {
        var data = new JsonObject();
        foreach (var (type, text) in content.Forms)
        {
            data[type] = MimeBundle.IsJson(type) ? Parsed(text) : text;
        }

        return data;
    }

    public static JsonObject Metadata(MimeBundle content) =>
        content.RunId is { } run ? new JsonObject { ["workbench"] = new JsonObject { ["runId"] = run } } : [];

    // A library in a cell may call something JSON that is none; its author sees it as it is.
    static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
