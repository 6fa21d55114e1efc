using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>What cells show, spelled as notebook files spell it.</summary>
static class OutputJson
{
    public static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    public static JsonObject Display(MimeBundle content) => new() { ["output_type"] = "display_data", ["data"] = MimeJson.Data(content), ["metadata"] = MimeJson.Metadata(content) };

    public static JsonObject Result(MimeBundle value, int count) =>
        new() { ["output_type"] = "execute_result", ["execution_count"] = count, ["data"] = MimeJson.Data(value), ["metadata"] = MimeJson.Metadata(value) };

    public static JsonObject Error(CellError error)
    {
        var failure = ErrorJson.Of(error);
        failure["output_type"] = "error";
        return failure;
    }
}
