using System.Globalization;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary>One row of a table of a run's configuration, with the place that an error names.</summary>
sealed class TableRow(string place, IReadOnlyDictionary<string, string> cells)
{
    /// <summary>File and line, or the path of an inline row.</summary>
    public string Place => place;

    /// <summary>A cell's text; null where the row has none.</summary>
    public string? Text(string column) => cells.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    /// <summary>A number.</summary>
    public decimal Number(string column) => NumberOr(column) ?? throw CliErrors.BadTable(place, $"'{column}' is missing.");

    /// <summary>A number, or null where the cell is empty.</summary>
    public decimal? NumberOr(string column) => Text(column) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw CliErrors.BadTable(place, $"'{column}' is '{text}', and no number.");

    /// <summary>An instant: an ISO date, which is its midnight, a month, which is its first day, or a time, all UTC.</summary>
    public long Time(string column)
    {
        var text = Text(column) ?? throw CliErrors.BadTable(place, $"'{column}' is missing.");
        return DateTime.TryParseExact(
                text, ["yyyy-MM-dd", "yyyy-MM", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"],
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            && time.Year is > 1677 and < 2262
            ? UtcNanos.From(time)
            : throw CliErrors.BadTable(place, $"'{column}' is '{text}', and no ISO date or time of the years 1678 to 2261.");
    }

    /// <summary>Rows of a table: an array of objects, or the name of a CSV file with a header, relative to the configuration's.</summary>
    /// <param name="value">The array or the name.</param>
    /// <param name="config">The configuration's path.</param>
    /// <param name="name">What an error calls the table, such as <c>swap.EURUSD.rates</c>.</param>
    /// <param name="columns">Columns that it may have.</param>
    public static IReadOnlyList<TableRow> ReadAll(JsonElement value, string config, string name, params string[] columns)
    {
        var rows = value.ValueKind switch
        {
            JsonValueKind.String => ReadCsv(Path.Combine(Path.GetDirectoryName(config) ?? "", value.GetString()!), columns),
            JsonValueKind.Array => [.. value.EnumerateArray().Select((row, at) => ReadInline(row, FormattableString.Invariant($"{config}: {name}[{at}]"), columns))],
            _ => throw CliErrors.BadConfig(config, $"{name} is a list of rows, or the name of a CSV file."),
        };
        return rows.Count > 0 ? rows : throw CliErrors.BadTable($"{config}: {name}", "the table has no rows.");
    }

    static TableRow ReadInline(JsonElement row, string place, string[] columns)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw CliErrors.BadTable(place, $"a row is an object with {string.Join(", ", columns)}.");
        }

        var cells = row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.ToString());
        Known(place, cells.Keys, columns);
        return new TableRow(place, cells);
    }

    static List<TableRow> ReadCsv(string path, string[] columns)
    {
        if (!File.Exists(path))
        {
            throw CliErrors.NotFound("The table", path, "ls *.csv");
        }

        var lines = File.ReadAllLines(path);
        string[] header = lines.Length == 0 ? [] : [.. lines[0].Split(',').Select(cell => cell.Trim().Trim('"'))];
        Known($"{path}:1", header, columns);
        var rows = new List<TableRow>();
        for (var at = 1; at < lines.Length; at++)
        {
            var cells = lines[at].Split(',');
            if (lines[at].Trim().Length == 0)
            {
                continue;
            }

            var place = FormattableString.Invariant($"{path}:{at + 1}");
            rows.Add(cells.Length == header.Length
                ? new TableRow(place, header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Trim().Trim('"')))
                : throw CliErrors.BadTable(place, FormattableString.Invariant($"{cells.Length} cells under {header.Length} headings.")));
        }

        return rows;
    }

    static void Known(string place, IEnumerable<string> found, string[] columns)
    {
        foreach (var column in found)
        {
            if (!columns.Contains(column))
            {
                throw CliErrors.BadTable(place, $"'{column}' is no column; known are {string.Join(", ", columns)}.");
            }
        }
    }
}
