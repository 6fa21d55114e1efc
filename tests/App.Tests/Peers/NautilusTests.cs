using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Peers;

/// <summary>NautilusTrader's EMA cross on USD/JPY: ticks made of bid and ask minutes, 15-minute bars of the bid, fills at the quote in force.</summary>
[Collection(LabCollection.Name)]
public sealed class NautilusTests(Lab lab)
{
    [SharedDataFact]
    public void Ema_cross_on_a_month_of_USDJPY_trades_as_in_NautilusTrader()
    {
        using var peer = Minutes();
        var run = Run(peer, "nautilus.json");

        Assert.Equal(115_044, run.Document.GetProperty("data")[0].GetProperty("count").GetInt64());
        Assert.Equal((178, 178, 89), (run.Orders, run.Fills, run.Trades.Count));
        Assert.Equal("stop after 2689 bars", run.Trades[^1].ExitTag);

        // Their account converts each profit at the price that closed it, and 20 dollars are the fee of each million sold or bought.
        var converted = run.Trades.Sum(trade => Profit(trade) / trade.ExitPrice);
        var balance = decimal.Round(1_000_000m + converted - 178 * 20m, 2);
        Assert.Equal(996_755.54m, balance);

        // With its rollover interest theirs ends at 996,814.33: rounding each of 89 profits to the cent is the one that is left.
        Assert.Equal(996_814.34m, balance + RolloverInterest.On(run.Trades));

        // Ours converts at the mid of that moment, which makes 36 cents less.
        Assert.Equal(996_755.18m, decimal.Round(run.EndEquity, 2));
        Assert.Equal(3_560.00m, decimal.Round(run.Commission, 2));
    }

    [SharedDataFact]
    public void With_interest_by_their_rule_the_account_ends_three_cents_from_theirs()
    {
        using var peer = Minutes();
        var run = Run(peer, "nautilus-with-interest.json");

        Assert.Equal((178, 178), (run.Orders, run.Fills));
        Assert.Equal(996_814.36m, decimal.Round(run.EndEquity, 2));
    }

    static PeerRun Run(Peer peer, string config) =>
        peer.Run("nautilus-ema-cross.csx", config, "--data", "USDJPY:ticks", "--to", "2013-03-01", "--cash", "1000000", "--currency", "USD", "--accept-data-warnings");

    Peer Minutes() => new Peer(lab).Import("fx-bars-csv/fxcm", "USDJPY", "fxcm", "--as-ticks", "ohlc", "--max-crossed", "0.03");

    /// <summary>Profit of a trade in yen.</summary>
    static decimal Profit(TradeRow trade) => (trade.Side == "buy" ? trade.Qty : -trade.Qty) * (trade.ExitPrice - trade.EntryPrice);
}
