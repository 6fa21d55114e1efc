using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Failures as JSON, in the shape that Jupyter's messages and notebook files share.</summary>
public static class ErrorJson
{
    /// <summary>What went wrong in a cell.</summary>
    public static JsonObject Of(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. (error.Trace.Count > 0 ? error.Trace : [$"{error.Name}: {error.Message}"]).Select(line => JsonValue.Create(line))]),
    };

    /// <summary>The answer to a request that went wrong.</summary>
    internal static JsonObject Answer(CellError error)
    {
        var answer = Of(error);
        answer["status"] = "error";
        return answer;
    }

    /// <summary>The answer to a request that could not be understood or served.</summary>
    internal static JsonObject Answer(Exception failure) => Answer(failure is WorkbenchException known
        ? new CellError(known.Code, known.Message, 0, 0, [known.ToString()])
        : new CellError(failure.GetType().Name, failure.Message, 0, 0, []));
}
