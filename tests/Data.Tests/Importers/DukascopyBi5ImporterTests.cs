using System.Text.Json;
using Workbench.Data.Importers;

namespace Workbench.Data.Tests.Importers;

public sealed class DukascopyBi5ImporterTests
{
    const string Format = "dukascopy-bi5";

    [SharedDataFact]
    public void A_month_of_GBPJPY_comes_out_whole()
    {
        var report = Importing.Drain(Importing.Open(Format, SharedData.Path("dukascopy-bi5/GBPJPY"), "GBPJPY"));
        Assert.Equal(1_025_978, report.Count);
        Assert.Equal(600, report.Files);
        Assert.Equal(202, report.Empty);
        Assert.Equal(398, report.Files - report.Empty);
        Assert.Equal(0, report.Crossed);
        Assert.Equal(0, report.Rejected);
        Assert.StartsWith("2012-12-02T22:00:20", UtcNanos.ToIso(report.From), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void EURUSD_ticks_are_preferred_to_the_candles_beside_them()
    {
        var report = Importing.Drain(Importing.Open(Format, SharedData.Path("dukascopy-bi5/EURUSD"), "EURUSD"));
        Assert.Equal(136_741, report.Count);
        Assert.Contains("1m@bid", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void Ticks_carry_the_points_and_units_of_the_wire()
    {
        var expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path("dukascopy-expected/aggregator-input/sample_tick_data.json"))).RootElement;
        var ticks = Importing.Ticks(Importing.Open(Format, SharedData.Path("dukascopy-bi5/EURUSD"), "EURUSD"));
        var row = 0;
        foreach (var sample in expected.EnumerateArray())
        {
            var tick = ticks[row++];
            Assert.Equal(sample[0].GetInt64() * UtcNanos.Millisecond, tick.TimeNanos);
            Assert.Equal(sample[1].GetDecimal(), tick.Ask);
            Assert.Equal(sample[2].GetDecimal(), tick.Bid);
            Assert.Equal(sample[3].GetDecimal() * 1_000_000m, tick.AskSize);
            Assert.Equal(sample[4].GetDecimal() * 1_000_000m, tick.BidSize);
        }

        Assert.True(row > 100);
    }

    [SharedDataTheory]
    [InlineData("1d", "btcusd-d1-bid-2022-01-01-2023-02-20.json")]
    [InlineData("1h", "btcusd-h1-bid-2023-01-01-2023-02-20.json")]
    [InlineData("1m", "btcusd-m1-bid-2023-02-19-2023-02-20.json")]
    public void BTCUSD_candles_equal_the_expected_ones_value_by_value(string timeframe, string file)
    {
        var expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path("dukascopy-expected/" + file))).RootElement;
        var options = new ImportOptions { Kind = DataKind.Bars, Timeframe = BarSpec.Parse(timeframe, null) };
        var bars = Importing.Bars(Importing.Open(Format, SharedData.Path("dukascopy-bi5/BTCUSD"), "BTCUSD", options)).ToDictionary(bar => bar.OpenNanos);
        var compared = 0;
        foreach (var candle in expected.EnumerateArray())
        {
            if (!bars.TryGetValue(candle.GetProperty("timestamp").GetInt64() * UtcNanos.Millisecond, out var bar))
            {
                continue;
            }

            Assert.Equal(candle.GetProperty("open").GetDecimal(), bar.Open);
            Assert.Equal(candle.GetProperty("high").GetDecimal(), bar.High);
            Assert.Equal(candle.GetProperty("low").GetDecimal(), bar.Low);
            Assert.Equal(candle.GetProperty("close").GetDecimal(), bar.Close);
            compared++;
        }

        Assert.True(compared >= 365, $"{compared} candles compared of {expected.GetArrayLength()}, {bars.Count} imported");
    }

    [SharedDataFact]
    public void A_tree_of_another_instrument_is_refused()
    {
        var error = Assert.Throws<WorkbenchException>(() => Importing.Open(Format, SharedData.Path("dukascopy-bi5/EURUSD"), "GBPJPY"));
        Assert.Equal("WB2307", error.Code);
    }
}
