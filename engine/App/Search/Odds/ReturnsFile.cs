using System.Globalization;
using Workbench.Research.Luck;

namespace Workbench.App;

/// <summary>Returns of many variants from a CSV file: a line of names, then one line a period, oldest first. An empty cell is no number.</summary>
static class ReturnsFile
{
    /// <summary>Reads all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="periodsPerYear">Periods in a year, to show annual figures.</param>
    public static ReturnsMatrix Read(string path, double periodsPerYear)
    {
        if (!File.Exists(path))
        {
            throw LuckErrors.NoReturns(path);
        }

        using var reader = new StreamReader(path);
        var names = Cells(reader.ReadLine() ?? "");
        List<double>[] columns = [.. names.Select(_ => new List<double>())];
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length > 0)
            {
                Add(path, line, Cells(text), columns);
            }
        }

        return columns.Length > 0 && columns[0].Count > 0
            ? new ReturnsMatrix(names, [.. columns.Select(column => column.ToArray())], periodsPerYear)
            : throw LuckErrors.BadReturns(path, 1, "there are no returns below the names");
    }

    static string[] Cells(string line) => line.Length == 0 ? [] : line.Split(',', StringSplitOptions.TrimEntries);

    static void Add(string path, int line, string[] cells, List<double>[] columns)
    {
        if (cells.Length != columns.Length)
        {
            throw LuckErrors.BadReturns(path, line, FormattableString.Invariant($"{cells.Length} cells for {columns.Length} names"));
        }

        for (var k = 0; k < cells.Length; k++)
        {
            columns[k].Add(cells[k].Length == 0 ? double.NaN
                : double.TryParse(cells[k], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
                : throw LuckErrors.BadReturns(path, line, $"'{cells[k]}' is no number"));
        }
    }
}
