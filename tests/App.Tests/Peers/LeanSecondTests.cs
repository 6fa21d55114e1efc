using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Peers;

/// <summary>QuantConnect LEAN on second bars of trades: resting limit orders.</summary>
[Collection(LabCollection.Name)]
public sealed class LeanSecondTests(Lab lab)
{
    [SharedDataFact]
    public void Hourly_limit_orders_fill_as_in_LEAN_but_for_five_cents_a_share()
    {
        using var peer = new Peer(lab).Import(
            "lean-data/equity/usa/second/spy", "SPY", "lean", "--point", "0.00000001", "--quote", "USD", "--regular-hours", "--timeframe", "1s@last",
            "--adjust", SharedData.Path("lean-data/equity/usa/factor_files/spy.csv"));
        var run = peer.Run("lean-limit-fill.csx", "interactive-brokers.json", "--data", "SPY:1s@last", "--from", "2013-10-07", "--to", "2013-10-12");

        Assert.Equal((35, 34, 34m), (run.Orders, run.Fills, run.Commission));

        // Five orders of ten shares, each a cent: LEAN gives a resting order the open of a bar that opens beyond it, we give it its own price.
        const decimal factor = 0.8646266m;
        Assert.Equal(99_931.07m, decimal.Round(run.EndEquity + 5 * 10 * 0.01m * factor, 2));
        Assert.Equal(99_930.64m, decimal.Round(run.EndEquity, 2));
    }
}
