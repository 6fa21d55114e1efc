using System.Globalization;

namespace Workbench.Data.Repair;

/// <summary>A downloaded CSV of adjusted prices with its dividends and splits, as Yahoo's users keep them: read, repaired, and written in its own order.</summary>
public sealed class PriceTable
{
    readonly string[] header;
    readonly List<string[]> lines;

    PriceTable(string[] header, List<string[]> lines, IReadOnlyList<PriceRow> rows)
    {
        this.header = header;
        this.lines = lines;
        Rows = rows;
    }

    /// <summary>The rows, oldest first.</summary>
    public IReadOnlyList<PriceRow> Rows { get; }

    /// <summary>Whether its rows name instants; else days.</summary>
    public bool HasClock => lines.Exists(line => line[0].Length > "2024-03-04".Length);

    bool IsNewestFirst => lines.Count > 1 && TimeOf(lines[0][0]) > TimeOf(lines[^1][0]);

    /// <summary>Whether a file is a table that tells of dividends too.</summary>
    public static bool HasActions(string path) => File.ReadLines(path).FirstOrDefault() is { } head && head.Contains(",Adj Close,", StringComparison.Ordinal) && head.Contains(",Dividends", StringComparison.Ordinal);

    /// <summary>Reads a table.</summary>
    /// <exception cref="WorkbenchException">It is not there, or is no such table.</exception>
    public static PriceTable Load(string path)
    {
        var text = File.Exists(path) ? File.ReadAllLines(path) : throw PriceTableErrors.Missing(path);
        var header = text.Length > 0 ? text[0].Split(',') : [];
        foreach (var needed in (string[])["Open", "High", "Low", "Close", "Adj Close"])
        {
            _ = Array.IndexOf(header, needed) >= 0 ? 0 : throw PriceTableErrors.NoColumn(path, needed);
        }

        var lines = text.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        var rows = lines.Select((line, i) => line.Length == header.Length ? Row(path, header, line, i + 2) : throw PriceTableErrors.BadRow(path, i + 2)).ToList();
        return new PriceTable(header, lines, [.. rows.OrderBy(row => row.Time)]);
    }

    /// <summary>Writes the table as it is now, rows in the order they came in. A column of the source that says what was repaired is left as it was.</summary>
    public void Save(string path)
    {
        var inOrder = IsNewestFirst ? Rows.Reverse() : Rows;
        File.WriteAllLines(path, [string.Join(',', header), .. inOrder.Zip(lines, Line)]);
    }

    string Line(PriceRow row, string[] was) => string.Join(',', header.Select((name, i) => Value(row, name) is { } value ? Text(value, was[i]) : was[i]));

    // What was not changed keeps the vendor's digits.
    static string Text(double value, string was) => Number(was).Equals(value) || (was.Length == 0 && value == 0) ? was : value.ToString("R", CultureInfo.InvariantCulture);

    static double? Value(PriceRow row, string column) => column switch
    {
        "Open" => row.Open,
        "High" => row.High,
        "Low" => row.Low,
        "Close" => row.Close,
        "Adj Close" => row.Adjusted,
        "Volume" => row.Volume,
        "Dividends" => row.Dividend,
        "Stock Splits" => row.Split,
        "Capital Gains" => row.CapitalGain,
        _ => null,
    };

    static PriceRow Row(string path, string[] header, string[] line, int number)
    {
        try
        {
            double Cell(string name) => Array.IndexOf(header, name) is var at and >= 0 ? Number(line[at]) : 0;
            double Event(string name) => Cell(name) is var value && double.IsNaN(value) ? 0 : value;
            return new PriceRow
            {
                Time = TimeOf(line[0]), Date = DateOnly.ParseExact(line[0].AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture), Open = Cell("Open"), High = Cell("High"), Low = Cell("Low"), Close = Cell("Close"), Adjusted = Cell("Adj Close"),
                Volume = Cell("Volume"), Dividend = Event("Dividends"), Split = Event("Stock Splits"), CapitalGain = Event("Capital Gains"),
            };
        }
        catch (Exception broken) when (broken is FormatException or ArgumentOutOfRangeException)
        {
            throw PriceTableErrors.BadRow(path, number);
        }
    }

    static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    static long TimeOf(string text) => UtcNanos.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime);
}
