using Workbench.Core;
using Workbench.Research.Compare;

namespace Workbench.Research.Tests;

public sealed class TradeComparisonTests
{
    const long Hour = UtcNanos.Hour;

    static ListedTrade Trade(long entry, long exit, Side side = Side.Buy, decimal net = 10m, string symbol = "XAUUSD") =>
        new(1, symbol, side, 1m, entry * Hour, 100m, exit * Hour, 101m, net, 1m, "in", "out", 0, ExitReason.Signal);

    static ComparedRun Run(params ListedTrade[] trades) => new(SyntheticRun.Make(1, 40, 0)) { Trades = trades };

    [Fact]
    public void Trades_are_the_same_changed_added_or_removed()
    {
        var before = Run(Trade(1, 2), Trade(3, 4), Trade(5, 6, net: 7m));
        var after = Run(Trade(1, 2), Trade(3, 9, net: 25m), Trade(5, 6, Side.Sell, net: -4m));

        var diff = TradeDiff.Of(before, after);

        Assert.Equal((1, 1, 1, 1), (diff.Same, diff.Changed, diff.Added, diff.Removed));
        Assert.Equal((15m, -4m, 7m), (diff.ChangedNet, diff.AddedNet, diff.RemovedNet));
        Assert.Equal(["changed", "added", "removed"], diff.Listed.OrderBy(change => change.Kind switch { "changed" => 0, "added" => 1, _ => 2 }).Select(change => change.Kind));
    }

    [Fact]
    public void What_changed_adds_up_to_the_difference_of_the_results()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var dice = new SeededRandom(seed);
            ListedTrade[] Some() => [.. Enumerable.Range(0, 60).Select(_ => Trade(dice.Next(40), 40 + dice.Next(20), dice.Next(2) == 0 ? Side.Buy : Side.Sell, dice.Next(100) - 50))];
            var (before, after) = (Run(Some()), Run(Some()));

            var diff = TradeDiff.Of(before, after);

            Assert.True(after.Trades.Sum(trade => trade.Net) - before.Trades.Sum(trade => trade.Net) == diff.AddedNet - diff.RemovedNet + diff.ChangedNet, $"seed {seed}");
            Assert.True(diff.Same + diff.Changed + diff.Added == 60 && diff.Same + diff.Changed + diff.Removed == 60, $"seed {seed}");
        }
    }

    [Fact]
    public void Overlap_is_time_held_the_same_way_over_time_in_the_market()
    {
        // Together from 2 to 4 of 0 to 6; against each other from 8 to 9 of 8 to 10.
        var overlap = TradeOverlap.Of(Run(Trade(0, 4), Trade(8, 9)), Run(Trade(2, 6), Trade(8, 10, Side.Sell)));

        Assert.Equal(2d / 8d, overlap.SameWay.Value!.Value, 12);
        Assert.Equal(0d, overlap.SameEntries.Value);
    }

    [Fact]
    public void Different_instruments_never_overlap()
    {
        var overlap = TradeOverlap.Of(Run(Trade(0, 4)), Run(Trade(0, 4, symbol: "EURUSD")));

        Assert.Equal<double?>([0d, 0d], [overlap.SameWay.Value, overlap.SameEntries.Value]);
    }

    [Fact]
    public void A_variant_of_a_search_has_no_trades_to_overlap()
    {
        var overlap = TradeOverlap.Of(null, Run(Trade(0, 4)));

        Assert.Equal("its trades are not kept", overlap.SameWay.Reason);
    }

    [Fact]
    public void Fills_of_two_modes_match_by_wish_and_time_and_tell_price_and_delay()
    {
        ComparedFill Fill(double second, decimal price, Side side = Side.Buy) => new((long)(second * UtcNanos.Second), "EURUSD", side, 1_000m, price, "");

        var match = FillMatch.Of([Fill(0, 1.0m), Fill(100, 2.0m, Side.Sell), Fill(500, 1.5m)], [Fill(0.25, 1.001m), Fill(100.75, 1.999m, Side.Sell), Fill(900, 1.5m)]);

        Assert.Equal((3, 3, 2), (match.First, match.Other, match.Matched));
        // Dearer to buy by 10 basis points, cheaper to sell by 5.
        Assert.Equal([0.001, 0.0005], match.Pairs.Select(pair => Math.Round(pair.Slip, 9)));
        Assert.Equal([0.25, 0.75], match.Pairs.Select(pair => pair.Late));
        Assert.Equal(0.00075, match.Slip.Value!.Value, 9);
        Assert.Equal(0.5, match.Late.Value!.Value, 9);
    }

    [Fact]
    public void Runs_of_one_script_in_two_modes_are_laid_beside_each_other()
    {
        var backtest = SyntheticRun.Make(1, 400, 20);
        var paper = backtest with { Document = backtest.Document with { Config = backtest.Document.Config with { Mode = RunMode.Paper } } };
        var other = SyntheticRun.Make(2, 400, 20, identity => identity with { StrategySha256 = new string('c', 64) });

        var document = CompareDocument.Of([new ComparedRun(paper), new ComparedRun(other), new ComparedRun(backtest)]);

        Assert.Equal((2, 0), Assert.Single(document.Modes) is var pair ? (pair.First, pair.Other) : default);
    }
}
