using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>A cell as the page has it: its text. What it showed, the page need not send back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Its language, where it is code.</param>
/// <param name="Source">Its text.</param>
sealed partial record PageCell(string Id, CellKind Kind, string Language, string Source)
{
    const int MostCells = 5_000;

    /// <summary>The cells that a page sent.</summary>
    /// <exception cref="Workbench.Model.WorkbenchException">Something in them is no cell.</exception>
    public static IReadOnlyList<PageCell> ReadAll(JsonNode? body)
    {
        if ((body as JsonObject)?["cells"] is not JsonArray { Count: <= MostCells } array)
        {
            throw PageErrors.BadRequest("it names no cells.");
        }

        List<PageCell> cells = [.. array.Select(Read)];
        return cells.DistinctBy(cell => cell.Id).Count() == cells.Count ? cells : throw PageErrors.BadRequest("two cells have one id.");
    }

    /// <summary>A cell of a file, for the page; a text that is read comes with what it looks like.</summary>
    public static JsonObject Json(NotebookCell cell)
    {
        var json = new JsonObject
        {
            ["id"] = cell.Id,
            ["kind"] = NameOf(cell.Kind),
            ["language"] = cell.Language,
            ["source"] = cell.Source,
        };
        if (cell.Kind == CellKind.Markdown)
        {
            json["html"] = MarkdownText.ToHtml(cell.Source);
        }

        return json;
    }

    static PageCell Read(JsonNode? cell) => new(
        Text(cell, "id") is var id && GoodId().IsMatch(id) ? id : throw PageErrors.BadRequest("a cell has no id."),
        Text(cell, "kind") switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw PageErrors.BadRequest($"'{other}' is no kind of cell."),
        },
        Text(cell, "language"),
        Text(cell, "source"));

    static string Text(JsonNode? cell, string name) =>
        cell is JsonObject fields && fields[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw PageErrors.BadRequest($"a cell has no {name}.");

    static string NameOf(CellKind kind) => kind switch
    {
        CellKind.Code => "code",
        CellKind.Markdown => "markdown",
        _ => "raw",
    };

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex GoodId();
}
