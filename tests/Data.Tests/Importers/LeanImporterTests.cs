using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Importers;

public sealed class LeanImporterTests
{
    static readonly InstrumentOverrides Share = new() { Point = 0.0001m, Quote = "USD" };

    [SharedDataTheory]
    [InlineData("lean-data/forex/oanda/tick/eurusd", "EURUSD", 532_903)]
    [InlineData("lean-data/cfd/oanda/tick/xauusd", "XAUUSD", 972_213)]
    public void Clean_ticks_come_out_whole(string folder, string symbol, long count)
    {
        var report = Importing.Drain(Importing.Open("lean", SharedData.Path(folder), symbol));
        Assert.Equal(count, report.Count);
        Assert.Equal((0, 0, 0), (report.Crossed, report.Locked, report.Rejected));
    }

    [SharedDataFact]
    public void Fractions_of_a_millisecond_are_kept()
    {
        var ticks = Importing.Ticks(Importing.Open("lean", SharedData.Path("lean-data/cfd/oanda/tick/xauusd/20140505_quote.zip"), "XAUUSD"));
        Assert.Equal("2014-05-05T00:00:00.0401868Z", UtcNanos.ToIso(ticks[0].TimeNanos));
        Assert.Equal((1300.335m, 1300.799m), (ticks[0].Bid, ticks[0].Ask));
    }

    [SharedDataFact]
    public void Crossed_ticks_are_refused_above_the_threshold_and_kept_and_counted_below()
    {
        var folder = SharedData.Path("lean-data/forex/fxcm/tick/eurusd");
        var refusal = Assert.Throws<WorkbenchException>(() => Importing.Drain(Importing.Open("lean", folder, "EURUSD")));
        Assert.Equal(("WB2306", ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("31212 of 316309", refusal.Message, StringComparison.Ordinal);

        var report = Importing.Drain(Importing.Open("lean", folder, "EURUSD", new ImportOptions { MaxCrossedShare = 0.1m }));
        Assert.Equal((316_309, 31_212, 37_935), (report.Count, report.Crossed, report.Locked));
    }

    [SharedDataFact]
    public void A_told_time_zone_moves_the_stamps()
    {
        var file = SharedData.Path("lean-data/forex/fxcm/tick/eurusd/20140502_quote.zip");
        var options = new ImportOptions { MaxCrossedShare = 1m };
        var asUtc = Importing.Ticks(Importing.Open("lean", file, "EURUSD", options));
        var asEst = Importing.Ticks(Importing.Open("lean", file, "EURUSD", options with { TimeZone = "UTC-5" }));
        Assert.Equal(5 * UtcNanos.Hour, asEst[0].TimeNanos - asUtc[0].TimeNanos);
    }

    [SharedDataFact]
    public void Prices_of_shares_are_ten_thousandths_and_their_days_are_sessions_in_New_York()
    {
        var spy = InstrumentTable.BuiltIn.Find("SPY", Share);
        var tape = Assert.Single(ImportFormats.Open("lean", SharedData.Path("lean-data/equity/usa/daily/spy.zip"), spy, new ImportOptions()));
        Assert.Equal("1d@last", tape.Name);
        var first = Importing.Bars(tape)[0];
        Assert.Equal("1998-01-02T14:30:00Z", UtcNanos.ToIso(first.OpenNanos));
        Assert.Equal("1998-01-02T21:00:00Z", UtcNanos.ToIso(first.CloseNanos));
        Assert.Equal(97.31m, first.Open);
    }

    [SharedDataFact]
    public void A_day_of_prints_comes_out_whole()
    {
        var spy = InstrumentTable.BuiltIn.Find("SPY", Share);
        var tape = Assert.Single(ImportFormats.Open("lean", SharedData.Path("lean-data/equity/usa/tick/spy"), spy, new ImportOptions()));
        var trades = Importing.Trades(tape);
        Assert.Equal(250_601, trades.Count);
        Assert.Equal((167.41m, 100m), (trades[0].Price, trades[0].Size));
        Assert.Equal("2013-10-07T08:00:00.464Z", UtcNanos.ToIso(trades[0].TimeNanos));
    }

    [SharedDataFact]
    public void Quote_bars_become_a_tape_of_bids_and_one_of_asks()
    {
        var spy = InstrumentTable.BuiltIn.Find("SPY", Share);
        var tapes = ImportFormats.Open("lean", SharedData.Path("lean-data/equity/usa/minute/spy/20131009_quote.zip"), spy, new ImportOptions());
        Assert.Equal(["1m@bid", "1m@ask"], tapes.Select(tape => tape.Name));
        var (bid, ask) = (Importing.Bars(tapes[0])[0], Importing.Bars(tapes[1])[0]);
        Assert.Equal((165.90m, 1000m), (bid.Open, bid.Volume));
        Assert.Equal((165.98m, 20200m), (ask.Open, ask.Volume));
    }

    [SharedDataFact]
    public void Every_file_of_the_sample_that_is_market_data_imports()
    {
        var table = InstrumentTable.BuiltIn;
        var folders = Directory.GetFiles(SharedData.Path("lean-data"), "*.zip", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/tick/", StringComparison.Ordinal) && !file.Contains("database", StringComparison.Ordinal)).ToList();
        var options = new ImportOptions { MaxCrossedShare = 1m, MaxRejectedShare = 0m };
        foreach (var file in folders)
        {
            var symbol = (Path.GetFileNameWithoutExtension(file).StartsWith("20", StringComparison.Ordinal) ? Path.GetFileName(Path.GetDirectoryName(file))! : Path.GetFileNameWithoutExtension(file).Split('_')[0]);
            var said = file.Contains("/equity/", StringComparison.Ordinal) ? Share : file.Contains("/crypto/", StringComparison.Ordinal) ? new InstrumentOverrides { Point = 0.01m, Quote = "USD" } : InstrumentOverrides.None;
            foreach (var tape in ImportFormats.Open("lean", file, table.Find(symbol, said), options))
            {
                Assert.True(Importing.Drain(tape).Count > 0, $"{file} {tape.Name}");
            }
        }

        Assert.True(folders.Count > 80);
    }
}
