using System.Globalization;
using System.Text.Json;
using Workbench.Support;

namespace Workbench.Core.Tests.Indicators;

/// <summary>Tables that other systems made: prices and the column that an indicator must equal. NaN where the table says nothing.</summary>
static class Tables
{
    public static (Series Prices, double[] Expected) Read(string table, string column) => table.Split(':') switch
    {
        ["skender", var name] => (Skender("default"), Results(name, column)),
        ["backtrader", var name] => Backtrader(name, int.Parse(column, CultureInfo.InvariantCulture)),
        _ => Lean(table, column),
    };

    /// <summary>Quotes of the skender folder.</summary>
    public static Series Skender(string name) => Prices(Rows(SharedData.Path($"reference/skender/quotes/{name}.csv")));

    static (Series Prices, double[] Expected) Lean(string file, string column)
    {
        var rows = Rows(SharedData.Path($"reference/lean-indicators/{file}"));
        return (Prices(rows), Column(rows, column) ?? throw new InvalidOperationException($"{file} has no column {column}: {string.Join('|', rows[0])}"));
    }

    static double[] Results(string name, string column)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/skender/results/{name}.standard.json")));
        return [.. json.RootElement.EnumerateArray().Select(row =>
            row.GetProperty(column) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN)];
    }

    static (Series Prices, double[] Expected) Backtrader(string name, int line)
    {
        var prices = Prices(Rows(SharedData.Path("backtrader-datas/2006-day-001.txt")));
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/backtrader/indicators.json")));
        var found = json.RootElement.GetProperty("indicators").GetProperty(name);
        var first = found.GetProperty("chkmin").GetInt32();
        var values = found.GetProperty("chkvals")[line];
        var expected = new double[prices.Count];
        Array.Fill(expected, double.NaN);
        int[] places = [prices.Count - 1, first - 1, prices.Count - 1 - (prices.Count - first + 1) / 2];
        for (var i = 0; i < places.Length; i++)
        {
            expected[places[i]] = values[i].ValueKind == JsonValueKind.String ? Number(values[i].GetString()!) : double.NaN;
        }

        return (prices, expected);
    }

    static Series Prices(string[][] rows)
    {
        var close = Column(rows, "close")!;
        return new Series(Column(rows, "open") ?? close, Column(rows, "high") ?? close, Column(rows, "low") ?? close, close, Column(rows, "volume") ?? new double[close.Length]);
    }

    static string[][] Rows(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Trim('\uFEFF').Split(',').Select(cell => cell.Trim(' ', '"')).ToArray())];

    static double[]? Column(string[][] rows, string name)
    {
        var at = Array.FindIndex(rows[0], header => header.Equals(name, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : [.. rows.Skip(1).Select(row => at < row.Length ? Number(row[at]) : double.NaN)];
    }

    static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
