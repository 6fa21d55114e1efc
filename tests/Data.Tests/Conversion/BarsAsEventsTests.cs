using System.Globalization;
using System.Text;
using Workbench.Data.Conversion;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Conversion;

/// <summary>Ticks and prints made of bars along a written path.</summary>
public sealed class BarsAsEventsTests : IDisposable
{
    // 9:29 in New York is before the bell; of 9:32 the ask is missing, of 9:33 the bid.
    const string Quotes = """
        34140000,1000000,1000000,1000000,1000000,1,1001000,1001000,1001000,1001000,1
        34200000,1000000,1030000,990000,1010000,5,1002000,1032000,992000,1012000,7
        34260000,1010000,1010000,1010000,1010000,5,1011000,1011000,1011000,1011000,7
        34320000,1010000,1010000,1010000,1010000,5,,,,,0
        34380000,,,,,0,1011000,1011000,1011000,1011000,7
        34440000,1020000,1020000,1020000,1020000,5,1021000,1021000,1021000,1021000,7
        """;

    static readonly ImportOptions Lenient = new() { MaxRejectedShare = 0.5m };

    readonly LeanFolder lean = new();

    public void Dispose() => lean.Dispose();

    [Fact]
    public void A_pair_of_bars_becomes_its_open_high_low_and_close()
    {
        var ticks = Ticks(Quotes, Lenient with { AsTicks = BarPath.Ohlc, RegularHours = true });
        Assert.Equal([(100m, 100.2m), (103m, 103.2m), (99m, 99.2m), (101m, 101.2m)], ticks.Take(4).Select(tick => (tick.Bid, tick.Ask)));
        Assert.Equal(
            ["2014-01-03T14:30:00Z", "2014-01-03T14:30:20Z", "2014-01-03T14:30:40Z", "2014-01-03T14:30:59.999Z"],
            ticks.Take(4).Select(tick => UtcNanos.ToIso(tick.TimeNanos)));
        Assert.All(ticks, tick => Assert.Equal((0m, 0m), (tick.BidSize, tick.AskSize)));
    }

    [Fact]
    public void The_close_alone_is_what_is_known_when_the_bar_ends()
    {
        var tick = Ticks(Quotes, Lenient with { AsTicks = BarPath.Close, RegularHours = true })[0];
        Assert.Equal((101m, 101.2m, "2014-01-03T14:30:59.999Z"), (tick.Bid, tick.Ask, UtcNanos.ToIso(tick.TimeNanos)));
    }

    [Fact]
    public void A_bar_of_one_side_alone_makes_no_quote_and_is_counted()
    {
        var tape = Assert.Single(LeanFolder.Open(lean.Zip("minute/xyz/20140103_quote.zip", Quotes), Lenient with { AsTicks = BarPath.Close }));
        Assert.Equal(4, Importing.Ticks(tape).Count);
        Assert.Equal(2, Assert.Single(tape.Report.Rejections).Count);
        Assert.Equal("lean equity/usa made of 1m close", tape.Source);
    }

    [Fact]
    public void Too_many_of_them_refuse_the_import()
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Ticks(Quotes, new ImportOptions { AsTicks = BarPath.Close }));
        Assert.Equal("WB2306", refusal.Code);
    }

    [Fact]
    public void A_side_that_goes_on_alone_is_read_to_its_end_and_counted()
    {
        var rows = string.Concat(Enumerable.Range(0, 9).Select(i => i < 4
            ? Invariant($"{34_200_000 + 60_000 * i},1,1,1,1,0,2,2,2,2,0\n")
            : Invariant($"{34_200_000 + 60_000 * i},1,1,1,1,0,,,,,0\n")));
        var tape = Assert.Single(LeanFolder.Open(lean.Zip("minute/xyz/20140103_quote.zip", rows), Lenient with { AsTicks = BarPath.Close, MaxRejectedShare = 1m }));
        Assert.Equal(4, Importing.Ticks(tape).Count);
        Assert.Equal(5, tape.Report.Rejected);
    }

    [Fact]
    public void Regular_hours_leave_out_what_lies_outside_the_session()
    {
        var tape = Assert.Single(LeanFolder.Open(lean.Zip("minute/xyz/20140103_quote.zip", Quotes), Lenient with { AsTicks = BarPath.Close, RegularHours = true }));
        Assert.Equal(3, Importing.Ticks(tape).Count);
        Assert.Contains(tape.Report.Warnings, warning => warning.Contains("outside the hours of us-equities", StringComparison.Ordinal));
    }

    [Fact]
    public void Bars_of_trades_become_prints_with_the_volume_on_the_last()
    {
        var zip = lean.Zip("minute/xyz/20140103_trade.zip", "34200000,1000000,1030000,990000,1010000,50\n");
        var prints = Importing.Trades(Assert.Single(LeanFolder.Open(zip, new ImportOptions { AsTrades = BarPath.Ohlc })));
        Assert.Equal([(100m, 0m), (103m, 0m), (99m, 0m), (101m, 50m)], prints.Select(print => (print.Price, print.Size)));
    }

    [Fact]
    public void Bars_of_trades_become_ticks_without_spread_where_there_are_no_quotes()
    {
        lean.Zip("minute/xyz/20140103_trade.zip", "34200000,1000000,1030000,990000,1010000,50\n");
        var tick = Importing.Ticks(Assert.Single(LeanFolder.Open(lean.Path("equity"), new ImportOptions { AsTicks = BarPath.Close })))[0];
        Assert.Equal((101m, 101m), (tick.Bid, tick.Ask));
    }

    [Fact]
    public void Bars_of_several_lengths_or_of_one_side_are_refused()
    {
        lean.Zip("minute/xyz/20140103_trade.zip", "34200000,1,1,1,1,50\n");
        lean.Zip("second/xyz/20140103_trade.zip", "34200000,1,1,1,1,50\n");
        Assert.Equal("WB2606", Code(new ImportOptions { AsTicks = BarPath.Close }));
        Assert.Null(Code(new ImportOptions { AsTicks = BarPath.Close, Timeframe = Bars.Minutes(1) }));
        lean.Zip("hour/xyz_quote.zip", "20140103 10:00,1,1,1,1,1,2,2,2,2,2\n");
        Assert.Equal("WB2605", Code(new ImportOptions { AsTrades = BarPath.Close, Timeframe = Bars.Hours(1) }));
        Assert.Equal("WB2605", Code(new ImportOptions { AsTicks = BarPath.Close, Timeframe = Bars.Hours(1).Of(PriceSource.Ask) }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8_191)]
    [InlineData(8_193)]
    [InlineData(20_000)]
    public void No_bar_is_lost_or_doubled_where_batches_end(int minutes)
    {
        foreach (var side in (string[])["bid", "ask"])
        {
            var rows = new StringBuilder("time,open,high,low,close\n");
            for (var i = 1; i <= minutes; i++)
            {
                var price = (side == "bid" ? 100_000 : 100_010) + i;
                rows.Append(CultureInfo.InvariantCulture, $"{UtcNanos.ToIso(1_700_000_040_000_000_000 + i * UtcNanos.Minute)},{price / 1000m},{(price + 2) / 1000m},{(price - 1) / 1000m},{(price + 1) / 1000m}\n");
            }

            Directory.CreateDirectory(lean.Path("fxcm"));
            File.WriteAllText(lean.Path($"fxcm/{side}.csv"), rows.ToString());
        }

        var tape = Assert.Single(ImportFormats.Open("fxcm", lean.Path("fxcm"), InstrumentTable.BuiltIn.Find("USDJPY"), new ImportOptions { AsTicks = BarPath.Ohlc }));
        var ticks = Importing.Ticks(tape);
        Assert.Equal(4 * minutes, ticks.Count);
        for (var i = 0; i < ticks.Count; i++)
        {
            Assert.Equal(100_001 + i / 4 + (i % 4) switch { 0 => 0, 1 => 2, 2 => -1, _ => 1 }, ticks[i].BidRaw);
        }
    }

    [SharedDataFact]
    public void A_month_of_bid_and_ask_minutes_becomes_four_ticks_each()
    {
        var tape = Assert.Single(ImportFormats.Open("fxcm", SharedData.Path("fx-bars-csv/fxcm"), InstrumentTable.BuiltIn.Find("USDJPY"), new ImportOptions { AsTicks = BarPath.Ohlc, MaxCrossedShare = 0.03m }));
        var report = Importing.Drain(tape);
        Assert.Equal((115_044, 2_549, 2), (report.Count, report.Crossed, report.Files));
    }

    string? Code(ImportOptions options)
    {
        try
        {
            foreach (var tape in LeanFolder.Open(lean.Path("equity"), options))
            {
                Importing.Drain(tape);
            }

            return null;
        }
        catch (WorkbenchException refusal)
        {
            return refusal.Code;
        }
    }

    List<Tick> Ticks(string rows, ImportOptions options) => Importing.Ticks(Assert.Single(LeanFolder.Open(lean.Zip("minute/xyz/20140103_quote.zip", rows), options)));

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
