using Workbench.Core;

namespace Workbench.Research.Tests;

/// <summary>Trades small enough to compute by hand.</summary>
public sealed class TradeFiguresTests
{
    /// <summary>Net profits of +10, −4, 0, +6, −2, −3 after a commission of 1 each.</summary>
    static RunDocument Six(params (string Entry, string Exit)[] tags)
    {
        decimal[] nets = [10, -4, 0, 6, -2, -3];
        return Run([.. nets.Select((net, at) => Trip(net, at, tags.Length > 0 ? tags[at % tags.Length] : ("in", "out")))]).Document;
    }

    static RunReport Run(params RoundTrip[] trips)
    {
        var statistics = new RunStatistics();
        foreach (var trip in trips)
        {
            statistics.Trade(trip);
        }

        var closed = trips.Count(trip => !trip.IsOpen);
        var end = 1_000m + trips.Sum(trip => trip.NetPnl);
        var result = new RunResult
        {
            EventLogHash = "", Events = 1, FirstEvent = SyntheticRun.Start, LastEvent = SyntheticRun.Start + 100 * UtcNanos.Day, IsPartial = false,
            Orders = new OrderCounts(closed, closed, 0, 0, 0, 0), Fills = closed, Trades = closed, StartEquity = 1_000m, EndEquity = end, MinEquity = 1_000m,
            MaxEquity = end, MaxDrawdown = new Drawdown(5m, 0.005, 0, 0), Costs = new CostTotals(trips.Sum(trip => trip.Costs.Commission), 0.5m, 0m, 0m),
            TimeInMarket = 0.5, AverageLeverage = 1, MaxLeverage = 1, Benchmarks = [], ChartIndicators = new Dictionary<string, IReadOnlyList<string>>(), EquityStepNanos = 1,
        };
        return RunReport.From(statistics, result, SyntheticRun.Config, SyntheticRun.Identity(result), default);
    }

    static RoundTrip Trip(decimal net, int at, (string Entry, string Exit) tags, bool isOpen = false) => new(
        SyntheticRun.Gold, at % 2 == 0 ? Side.Buy : Side.Sell, 1m, SyntheticRun.Start, 100m, SyntheticRun.Start + (at + 1) * UtcNanos.Hour, 101m,
        net + 1m, new CostTotals(1m, 0m, 0m, 0m), tags.Entry, tags.Exit, isOpen);

    [Fact]
    public void Wins_losses_and_break_even_are_counted_apart_and_net_of_commission()
    {
        var run = Six();

        Assert.Equal((6d, 2d, 3d, 1d), (Of(run, MetricCatalog.Trades), Of(run, MetricCatalog.Wins), Of(run, MetricCatalog.Losses), Of(run, MetricCatalog.BreakEven)));
        Assert.Equal((3d, 3d), (Of(run, MetricCatalog.LongTrades), Of(run, MetricCatalog.ShortTrades)));
        Assert.Equal(2d / 6, Of(run, MetricCatalog.WinRate));
    }

    [Fact]
    public void Money_figures_are_exact()
    {
        var run = Six();

        Assert.Equal(7m / 6m, run.Metric(MetricCatalog.Expectancy).Money);
        Assert.Equal((8m, -3m), (run.Metric(MetricCatalog.AverageWin).Money, run.Metric(MetricCatalog.AverageLoss).Money));
        Assert.Equal((8m, -3m), (run.Metric(MetricCatalog.MedianWin).Money, run.Metric(MetricCatalog.MedianLoss).Money));
        Assert.Equal((10m, -4m), (run.Metric(MetricCatalog.BestTrade).Money, run.Metric(MetricCatalog.WorstTrade).Money));
        Assert.Equal(7m + 6m + 0.5m, run.Metric(MetricCatalog.GrossProfit).Money);
    }

    [Fact]
    public void Ratios_follow_their_formulas()
    {
        var run = Six();

        Assert.Equal(16d / 9, Of(run, MetricCatalog.ProfitFactor), 1e-15);
        Assert.Equal(8d / 3, Of(run, MetricCatalog.Payoff), 1e-15);
        Assert.Equal((1 + 8d / 3) * 2 / 5 - 1, Of(run, MetricCatalog.ExpectancyRatio), 1e-15);
        Assert.Equal(7d / 5, Of(run, MetricCatalog.RecoveryFactor));
        Assert.Equal(Math.Sqrt(6) * (7d / 6) / Math.Sqrt((165 - 49d / 6) / 5), Of(run, MetricCatalog.Sqn), 1e-12);
    }

    [Fact]
    public void Streaks_end_at_a_break_even_trade_and_holding_times_are_told_apart()
    {
        var run = Six();

        Assert.Equal((1d, 2d), (Of(run, MetricCatalog.WinStreak), Of(run, MetricCatalog.LossStreak)));
        Assert.Equal(3600 * 3.5, Of(run, MetricCatalog.AverageHeld));
        Assert.Equal((3600 * 2.5, 3600 * 13d / 3), (Of(run, MetricCatalog.AverageHeldWinners), Of(run, MetricCatalog.AverageHeldLosers)));
        Assert.Equal(3600 * 5, Of(run, MetricCatalog.MedianHeldLosers));
    }

    [Fact]
    public void Tags_are_summed_by_entry_by_exit_and_together()
    {
        var run = Six(("a", "x"), ("b", "x"), ("a", "y"));

        Assert.Equal([("a", 4L), ("b", 2L)], run.Tables.ByEntryTag.Select(group => (group.Name, group.Count)));
        Assert.Equal([("x", 4L), ("y", 2L)], run.Tables.ByExitTag.Select(group => (group.Name, group.Count)));
        Assert.Equal([("a → x", 16m), ("a → y", -3m), ("b → x", -6m)], run.Tables.ByMix.Select(group => (group.Name, group.Net)).Order());
    }

    [Fact]
    public void Trades_left_open_stand_apart()
    {
        var run = Run(Trip(5m, 0, ("in", "out")), Trip(-2.5m, 1, ("in", ""), isOpen: true)).Document;

        Assert.Equal((1d, 1d), (Of(run, MetricCatalog.Trades), Of(run, MetricCatalog.OpenTrades)));
        Assert.Equal(-2.5m, run.Metric(MetricCatalog.OpenProfit).Money);
        Assert.Single(run.Tables.OpenTrades);
    }

    [Fact]
    public void Beyond_a_thousand_trades_the_largest_are_listed_in_their_order()
    {
        var report = Run([.. Enumerable.Range(1, 3_000).Select(at => Trip(at % 2 == 0 ? at : -at, at, ("in", "out")))]);

        Assert.Equal(Enumerable.Range(2_001, 1_000).Select(at => (long)at), report.Curves.Trades.Select(trade => trade.Number));
        Assert.Equal(3_000, report.Curves.ProfitCounts.Sum());
    }

    [Fact]
    public void Tags_without_end_do_not_cost_a_row_each()
    {
        var report = Run([.. Enumerable.Range(1, 5_000).Select(at => Trip(at, at, (FormattableString.Invariant($"tag {at}"), "out")))]);

        Assert.InRange(report.Document.Tables.ByEntryTag.Count, 2, 1_002);
        Assert.Equal(5_000, report.Document.Tables.ByEntryTag.Sum(group => group.Count));
    }

    static double Of(RunDocument run, MetricDefinition definition) => run.Metric(definition).Value!.Value;
}
