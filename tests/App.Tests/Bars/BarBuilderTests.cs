using System.Text.Json;
using Workbench.Data.Importers;

namespace Workbench.App.Tests.Bars;

/// <summary>Bars that the engine builds, against those that the vendor and an independent program made of the same market.</summary>
public sealed class BarBuilderTests
{
    [SharedDataTheory]
    [InlineData("5m@bid", "btcusd-m5-bid-2023-02-19-2023-02-20.json", 288)]
    [InlineData("15m@bid", "btcusd-m15-bid-2023-02-19-2023-02-20.json", 96)]
    [InlineData("30m@bid", "btcusd-m30-bid-2023-02-19-2023-02-20.json", 48)]
    [InlineData("1h@bid", "btcusd-h1-bid-2023-01-01-2023-02-20.json", 456)]
    [InlineData("1d@bid", "btcusd-d1-bid-2022-01-01-2023-02-20.json", 19)]
    public void Minutes_add_up_to_the_expected_bars_value_by_value(string timeframe, string file, int compared)
    {
        var spec = BarSpec.Parse(timeframe, null);
        var built = BarRecorder.Of("BTCUSD", new ImportOptions { Kind = DataKind.Bars, Timeframe = BarSpec.Parse("1m@bid", null) }, spec)[spec];
        var expected = Expected(file);
        var both = built.Where(bar => bar.Key >= expected.Keys.Min() && bar.Key <= expected.Keys.Max()).ToList();

        Assert.Equal(compared, both.Count);
        Assert.All(both, bar => Assert.Equal(expected[bar.Key], Prices(bar.Value)));
    }

    /// <summary>The vendor writes a candle for each minute; one without ticks is flat and has no volume, and the engine makes none of it.</summary>
    [SharedDataTheory]
    [InlineData("1m@bid")]
    [InlineData("1m@ask")]
    public void Minutes_of_ticks_equal_the_vendors_candles_of_that_day(string timeframe)
    {
        var spec = BarSpec.Parse(timeframe, null);
        var built = BarRecorder.Of("EURUSD", new ImportOptions { Kind = DataKind.Ticks }, spec)[spec];
        var vendor = BarRecorder.Vendor("EURUSD", spec);

        Assert.Equal(1_440, vendor.Count);
        var without = vendor.Values.Where(candle => !built.ContainsKey(candle.OpenNanos)).ToList();
        Assert.Equal(1_440, built.Count + without.Count);
        Assert.All(without, candle => Assert.Equal((candle.OpenRaw, candle.OpenRaw, candle.OpenRaw, 0), (candle.HighRaw, candle.LowRaw, candle.CloseRaw, candle.VolumeRaw)));
        Assert.All(built, bar => Assert.Equal(Prices(vendor[bar.Key]), Prices(bar.Value)));
    }

    static Dictionary<long, (decimal, decimal, decimal, decimal)> Expected(string file) =>
        JsonDocument.Parse(File.ReadAllText(SharedData.Path("dukascopy-expected/" + file))).RootElement.EnumerateArray().ToDictionary(
            candle => candle.GetProperty("timestamp").GetInt64() * UtcNanos.Millisecond,
            candle => (candle.GetProperty("open").GetDecimal(), candle.GetProperty("high").GetDecimal(), candle.GetProperty("low").GetDecimal(), candle.GetProperty("close").GetDecimal()));

    static (decimal, decimal, decimal, decimal) Prices(Bar bar) => (bar.Open, bar.High, bar.Low, bar.Close);
}
