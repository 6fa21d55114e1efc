using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>What is seen of a value as text for a terminal: columns below each other, numbers at the right.</summary>
static class PlainView
{
    const int EnoughText = 60_000;
    const string Gap = "  ";

    public static string Of(Shown shown) => shown switch
    {
        Sheet sheet => Rows(sheet),
        Trouble { Trace.Length: > 0 } trouble => trouble.Title + "\n" + trouble.Trace,
        Trouble trouble => trouble.Title,
        Word word => word.Text,
        _ => "",
    };

    static string Rows(Sheet sheet)
    {
        var looks = ColumnLook.Of(sheet);
        var lines = sheet.Rows.Select(row => (string[])[looks[0].Text(row.Name), .. row.Cells.Select((cell, column) => Inside(cell, looks[column + 1]))]).ToList();
        if (sheet.Header.Any(name => name.Length > 0))
        {
            lines.Insert(0, [.. sheet.Header]);
        }

        // A row that is all one text does not widen the column that it begins in.
        var widths = looks.Select((_, column) => lines.Where(line => line.Length > 1).Select(line => Width(line.ElementAtOrDefault(column) ?? "")).DefaultIfEmpty().Max()).ToList();
        var text = new StringBuilder();
        foreach (var line in lines.TakeWhile(_ => text.Length < EnoughText))
        {
            Line(text, line, looks, widths);
        }

        return sheet.Note.Length == 0 ? text.ToString().TrimEnd('\n') : text.Append(sheet.Note).ToString();
    }

    // A table inside a cell stands there with all its lines, so that the next column would be lost: only the last one may hold one.
    static string Inside(Shown cell, ColumnLook look) => cell is Word word ? look.Text(word) : Of(cell);

    static int Width(string text) => text.Contains('\n', StringComparison.Ordinal) ? text.Split('\n').Max(line => line.Length) : text.Length;

    static void Line(StringBuilder text, string[] cells, IReadOnlyList<ColumnLook> looks, List<int> widths)
    {
        var indent = widths[0] + Gap.Length;
        var parts = cells.Select((cell, column) => looks[column].IsNumber && cells.Length > 1 ? cell.PadLeft(widths[column])
            : column == cells.Length - 1 ? cell.ReplaceLineEndings("\n" + new string(' ', indent))
            : cell.PadRight(widths[column]));
        text.Append(string.Join(Gap, parts).TrimEnd()).Append('\n');
    }
}
