using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Peers;

/// <summary>
/// QuantConnect LEAN on minute bars: a market order fills at once at the quote that closed the minute, and sizes and equity
/// are counted at the last print. Quote bars become ticks, trade bars prints, both by their closes within regular hours.
/// </summary>
[Collection(LabCollection.Name)]
public sealed class LeanMinuteTests(Lab lab)
{
    const string AtOnce = "interactive-brokers-at-once.json";

    [SharedDataFact]
    public void Buy_and_hold_of_minute_SPY_ends_as_in_LEAN()
    {
        using var peer = Minutes("SPY", adjusted: true);
        var run = peer.Run("lean-minute-hold.csx", AtOnce, "--data", "SPY:ticks", "--data", "SPY:trades", "--from", "2013-10-07", "--to", "2013-10-12");

        var trade = Assert.Single(run.Trades);
        Assert.Equal((1, 688m, 144.78172417m, 3.44m), (run.Orders, trade.Qty, trade.EntryPrice, run.Commission));

        // We count what is held at the bid, where it could be sold; LEAN at the last print, 5.2 cents above.
        Assert.Equal(101_656.23m, decimal.Round(run.EndEquity, 2));
        Assert.Equal(101_691.92m, decimal.Round(AtLastPrint(peer, run, "SPY", "2013-10-12"), 2));
    }

    [SharedDataFact]
    public void All_in_and_out_at_quarter_hours_of_IBM_ends_as_in_LEAN()
    {
        using var peer = Minutes("IBM", adjusted: false);
        var run = peer.Run("lean-quarter-hours.csx", AtOnce, "--data", "IBM:ticks", "--data", "IBM:trades", "--from", "2013-10-07", "--to", "2013-10-12");

        Assert.Equal((250, 250), (run.Orders, run.Fills));
        Assert.Equal((97_294.97m, 670.74m), (run.EndEquity, run.Commission));
    }

    [SharedDataFact]
    public void Ten_AAPL_in_and_out_each_minute_end_as_in_LEAN()
    {
        using var peer = Minutes("AAPL", adjusted: true);
        var run = peer.Run("lean-liquidate.csx", AtOnce, "--data", "AAPL:ticks", "--data", "AAPL:trades", "--from", "2014-06-06", "--to", "2014-06-07");

        Assert.Equal((359, 359, 359m), (run.Orders, run.Fills, run.Commission));
        Assert.Equal(99_637.05m, decimal.Round(run.EndEquity, 2));
        Assert.Equal(99_637.08m, decimal.Round(AtLastPrint(peer, run, "AAPL", "2014-06-07"), 2));
    }

    [SharedDataFact]
    public void Crossing_averages_of_SPY_minutes_end_as_in_LEAN()
    {
        using var peer = Minutes("SPY", adjusted: true);
        var run = peer.Run("lean-ema-cross.csx", "lean-ema-cross.json", "--data", "SPY:ticks", "--data", "SPY:trades", "--from", "2013-10-07", "--to", "2013-10-12");

        // The last order is sent at Friday's closing bell and never meets a market, there as here.
        Assert.Equal((31, 30), (run.Orders, run.Fills));
        Assert.Equal((100_786.91m, 59.78m), (decimal.Round(run.EndEquity, 2), decimal.Round(run.Commission, 2)));
    }

    /// <summary>Equity as LEAN counts it.</summary>
    static decimal AtLastPrint(Peer peer, PeerRun run, string symbol, string until)
    {
        var open = run.Trades.Single(trade => trade.IsOpen);
        return run.EndEquity + open.Qty * (peer.LastPrint(symbol, until) - open.ExitPrice);
    }

    Peer Minutes(string symbol, bool adjusted)
    {
        var folder = "lean-data/equity/usa/minute/" + symbol.ToLowerInvariant();
        string[] common = ["--point", adjusted ? "0.00000001" : "0.01", "--quote", "USD", "--regular-hours"];
        string[] adjust = adjusted ? ["--adjust", SharedData.Path($"lean-data/equity/usa/factor_files/{symbol.ToLowerInvariant()}.csv")] : [];
        return new Peer(lab)
            .Import(folder, symbol, "lean", [.. common, .. adjust, "--as-ticks", "close"])
            .Import(folder, symbol, "lean", [.. common, .. adjust, "--as-trades", "close"]);
    }
}
