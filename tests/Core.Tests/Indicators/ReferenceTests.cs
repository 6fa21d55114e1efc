using System.Globalization;
using System.Text.Json;

namespace Workbench.Core.Tests.Indicators;

/// <summary>Other houses' tables, where the formula is the same.</summary>
public sealed class ReferenceTests
{
    static readonly Instrument Spy = new() { Symbol = "SPY", BaseCurrency = "SPY", QuoteCurrency = "USD", PriceScale = 9, AssetClass = AssetClass.Equity };

    [SharedDataTheory]
    [InlineData("sma", "sma", 20)]
    [InlineData("ema", "ema", 20)]
    [InlineData("atr", "atr", 14)]
    [InlineData("rsi", "rsi", 14)]
    public void Skender_s_tables_are_ours(string file, string column, int length)
    {
        Indicator indicator = file switch { "sma" => new Sma(length), "ema" => new Ema(length), "atr" => new Atr(length), _ => new Rsi(length) };
        using var table = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/skender/results/{file}.standard.json")));
        var bars = Read("reference/skender/quotes/default.csv");
        var compared = 0;
        foreach (var (bar, row) in bars.Zip(table.RootElement.EnumerateArray()))
        {
            indicator.Update(bar);
            if (row.GetProperty(column) is { ValueKind: JsonValueKind.Number } value)
            {
                Assert.Equal(value.GetDouble(), indicator.Value, 1e-9);
                compared++;
            }
        }

        Assert.Equal(502, bars.Count);
        Assert.InRange(compared, 480, 502);
    }

    [SharedDataFact]
    public void Lean_s_average_true_range_becomes_ours()
    {
        // Lean counts the first bar's span as a true range, Wilder does not: the difference fades by 13/14 a bar.
        var indicator = new Atr(14);
        var compared = Compare("reference/lean-indicators/spy_atr_wilder.txt", indicator, 5, () => indicator.Value, 1e-4, skip: 130);

        Assert.True(compared > 100, $"{compared} rows compared");
    }

    [SharedDataFact]
    public void Lean_s_Donchian_channel_is_ours_once_it_is_full()
    {
        var channel = new Donchian(50);

        Assert.True(Compare("reference/lean-indicators/spy_with_don50.txt", channel, 5, () => (double)channel.Upper, 1e-9) > 100);
        channel = new Donchian(50);
        Assert.True(Compare("reference/lean-indicators/spy_with_don50.txt", channel, 6, () => (double)channel.Lower, 1e-9) > 100);
    }

    static int Compare(string file, Indicator indicator, int column, Func<double> value, double tolerance, int skip = 0)
    {
        var compared = 0;
        var lines = File.ReadAllLines(SharedData.Path(file)).Skip(1).Where(line => line.Length > 0).ToArray();
        foreach (var (bar, line) in Read(file).Zip(lines))
        {
            indicator.Update(bar);
            if (indicator.IsReady && --skip < 0 && double.TryParse(line.Split(',')[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var expected))
            {
                Assert.Equal(expected, value(), tolerance);
                compared++;
            }
        }

        return compared;
    }

    /// <summary>Date, open, high, low, close.</summary>
    static List<Bar> Read(string file)
    {
        static long Raw(string text) => Spy.ToRaw(decimal.Round(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), 9));
        return [.. File.ReadLines(SharedData.Path(file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select((cells, day) => new Bar
        {
            Instrument = Spy, Spec = Bars.Days(), PriceScale = 9, OpenNanos = day * UtcNanos.Day, CloseNanos = (day + 1) * UtcNanos.Day,
            OpenRaw = Raw(cells[1]), HighRaw = Raw(cells[2]), LowRaw = Raw(cells[3]), CloseRaw = Raw(cells[4]),
        })];
    }
}
