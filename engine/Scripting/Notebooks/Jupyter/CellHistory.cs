using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>The cells that were run, for front ends that page through them: the last 1,000 of this process, and nothing on disk.</summary>
sealed class CellHistory
{
    const int Most = 1_000;

    // Front ends know numbered sessions, of which only this one is remembered.
    const int Session = 1;

    readonly Queue<(int Number, string Code, string? Value)> cells = [];

    public void Add(int number, string code, string? value)
    {
        cells.Enqueue((number, code, value));
        if (cells.Count > Most)
        {
            cells.Dequeue();
        }
    }

    /// <summary>Answers a <c>history_request</c>.</summary>
    public JsonObject Answer(JupyterFields request)
    {
        var withValues = request.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. Find(request).Select(cell => new JsonArray(Session, cell.Number, withValues ? new JsonArray(cell.Code, cell.Value) : cell.Code))]),
        };
    }

    IEnumerable<(int Number, string Code, string? Value)> Find(JupyterFields request)
    {
        var most = Math.Max(0, request.Number("n", Most));
        switch (request.Text("hist_access_type"))
        {
            case "range":
                var (from, to) = (request.Number("start", 0), request.Number("stop", int.MaxValue));
                return request.Number("session", 0) is 0 or Session ? cells.Where(cell => cell.Number >= from && cell.Number < to) : [];
            case "search":
                var pattern = request.TextOrNone("pattern") ?? "*";
                var found = cells.Where(cell => FileSystemName.MatchesSimpleExpression(pattern, cell.Code, ignoreCase: false));
                return (request.Flag("unique", false) ? found.DistinctBy(cell => cell.Code) : found).TakeLast(most);
            default:
                return cells.TakeLast(most);
        }
    }
}
