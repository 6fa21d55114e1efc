using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Peers;

/// <summary>QuantConnect LEAN on daily bars: signals at the close, fills at the next open, adjusted prices, fees of Interactive Brokers.</summary>
[Collection(LabCollection.Name)]
public sealed class LeanDailyTests(Lab lab)
{
    [SharedDataFact]
    public void Macd_trend_on_eleven_years_of_SPY_ends_as_in_LEAN()
    {
        using var peer = Spy();
        var run = peer.Run("lean-macd.csx", "interactive-brokers.json", "--data", "SPY:1d@last", "--from", "2004-01-01", "--to", "2015-01-01");

        Assert.Equal(137_751.04m, decimal.Round(run.EndEquity, 2));
        Assert.Equal(468.54m, run.Commission);
        Assert.Equal((84, 84, 42), (run.Orders, run.Fills, run.Trades.Count));

        // LEAN looks at equity once a day, as our sampled curve does: 34.900 %.
        Assert.Equal(0.349, run.Document.GetProperty("tables").GetProperty("drawdowns")[0].GetProperty("depth").GetDouble(), 3);
    }

    [SharedDataFact]
    public void Buy_and_hold_of_daily_SPY_ends_as_in_LEAN()
    {
        using var peer = Spy();
        var run = peer.Run("lean-buy-and-hold.csx", "interactive-brokers.json", "--data", "SPY:1d@last", "--from", "2013-10-08", "--to", "2013-10-18");

        Assert.Equal(104_486.22m, decimal.Round(run.EndEquity, 2));
        Assert.Equal((1, 697m, 3.485m), (run.Orders, Assert.Single(run.Trades).Qty, run.Commission));

        // Whoever reads the report learns that these are not the prices that were traded.
        Assert.Matches("^lean equity/usa adjusted [0-9a-f]{8}$", run.Document.GetProperty("data")[0].GetProperty("source").GetString());
    }

    Peer Spy() => new Peer(lab).Import(
        "lean-data/equity/usa/daily/spy.zip", "SPY", "lean", "--point", "0.00000001", "--quote", "USD",
        "--adjust", SharedData.Path("lean-data/equity/usa/factor_files/spy.csv"));
}
