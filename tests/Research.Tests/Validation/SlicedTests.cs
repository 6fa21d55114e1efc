using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.Research.Tests;

/// <summary>Choosing in one stretch and trying in the next, over returns that are known.</summary>
public sealed class SlicedTests
{
    const int Days = 120;

    static readonly PeriodClock Clock = new([.. Enumerable.Range(1, Days).Select(day => day * UtcNanos.Day)], "day", 252d);
    static readonly RowSpans Rows = RowSpans.Of(Clock, 0);
    static readonly ValidationTerms Terms = new(Objective.Parse("sharpe"), ChoiceRule.Best, Clock);

    [Fact]
    public void The_best_of_each_window_is_tried_on_the_next()
    {
        // One earns in the first half and loses in the second, the other the other way round.
        var (early, late) = (Variant("early", day => Turns(day, 1)), Variant("late", day => Turns(day, -1)));
        var report = Sliced.Evaluate(new WalkForward(20 * UtcNanos.Day, 20 * UtcNanos.Day, false, Border.None), Rows, [early, late], Terms);

        Assert.Equal(["early", "early", "early", "late", "late"], report.Folds.Select(fold => fold.Chosen));
        Assert.Equal([true, true, false, true, true], report.Folds.Select(fold => fold.OutOfSample.Value > 0d));
        Assert.Equal(100, report.Lines.Single().Returns.Count);
    }

    [Fact]
    public void The_stitched_line_has_each_row_once_and_in_order()
    {
        var variant = Variant("only", day => day / 1_000d);
        var report = Sliced.Evaluate(new WalkForward(30 * UtcNanos.Day, 10 * UtcNanos.Day, true, Border.None), Rows, [variant], Terms);

        Assert.Equal(variant.Returns.Skip(30), report.Lines.Single().Returns);
        Assert.Equal(Clock.Ends.Skip(30), report.Lines.Single().Ends);
    }

    [Fact]
    public void Each_path_of_a_cross_validation_is_a_whole_line()
    {
        var report = Sliced.Evaluate(new Combinatorial(6, 2, new Border { Purge = UtcNanos.Day }), Rows, [Variant("a", day => Wave(day, 1)), Variant("b", day => Wave(day, 2))], Terms);

        Assert.Equal((15, 5), (report.Folds.Count, report.Lines.Count));
        Assert.All(report.Lines, line => Assert.Equal(Clock.Ends, line.Ends));
        Assert.Equal(5, report.SharpeQuantiles.Count);
    }

    [Fact]
    public void Efficiency_is_out_of_sample_over_in_sample_a_year()
    {
        var report = Sliced.Evaluate(new WalkForward(60 * UtcNanos.Day, 60 * UtcNanos.Day, false, Border.None), Rows, [Variant("a", day => (day < 60 ? 0.004 : 0.001) + (day % 2 == 0 ? 0.001 : -0.001))], Terms);
        var fold = report.Folds.Single();

        Assert.Equal((0.004 * 252, 0.001 * 252, 0.25), (fold.InSample.Value!.Value, fold.OutOfSample.Value!.Value, report.MedianEfficiency.Value!.Value), new Near(1e-12));
    }

    [Fact]
    public void Nothing_is_made_of_a_loss_in_sample()
    {
        var report = Sliced.Evaluate(new WalkForward(60 * UtcNanos.Day, 60 * UtcNanos.Day, false, Border.None), Rows, [Variant("a", day => Wave(day, 3) - 0.02)], Terms);

        Assert.Null(report.MedianEfficiency.Value);
        Assert.Equal("nothing was earned in sample", report.Folds.Single().Efficiency.Reason);
    }

    [Fact]
    public void Ties_go_to_the_key_that_comes_first()
    {
        var same = new[] { Variant("b", day => Wave(day, 1)), Variant("a", day => Wave(day, 1)) };

        Assert.All(Sliced.Evaluate(new KFold(4, Border.None), Rows, same, Terms).Folds, fold => Assert.Equal("a", fold.Chosen));
    }

    [Fact]
    public void Who_has_no_score_is_never_chosen()
    {
        var failed = new VariantResult { Key = "0", Settings = [], State = VariantState.Failed, Reason = "it threw" };
        var idle = Variant("1", _ => 0d);
        var report = Sliced.Evaluate(new KFold(4, Border.None), Rows, [failed, idle, Variant("2", day => Wave(day, 1) - 0.01)], Terms);

        Assert.All(report.Folds, fold => Assert.Equal("2", fold.Chosen));
    }

    [Fact]
    public void A_fold_where_none_has_a_score_holds_nothing_and_says_why()
    {
        var report = Sliced.Evaluate(new KFold(4, Border.None), Rows, [Variant("idle", _ => 0d)], Terms);

        Assert.All(report.Folds, fold => Assert.True(fold.Chosen is null && fold.Score.Reason is not null && fold.Returns.All(value => value == 0d)));
        Assert.Contains(report.Warnings, warning => warning.StartsWith("4 of 4 folds chose nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_of_orders_is_not_known_of_a_slice()
    {
        var objective = Objective.Parse("winRate");
        var variant = Variant("a", day => Wave(day, 1)) with { Metrics = new Dictionary<string, MetricValue> { ["winRate"] = 0.5 } };

        Assert.Contains("--mode restarted", objective.Of(Slice.Of(variant, [1, 2, 3], Clock)).Reason, StringComparison.Ordinal);
        Assert.Equal(0.5, objective.Of(Slice.OfRestarted(variant, [1, 2, 3], Clock)).Value);
    }

    [Fact]
    public void A_fold_that_made_it_all_is_called_lucky()
    {
        var report = Sliced.Evaluate(new WalkForward(60 * UtcNanos.Day, 10 * UtcNanos.Day, true, Border.None), Rows, [Variant("a", day => day is >= 80 and < 90 ? 0.02 : Wave(day, 5) / 10)], Terms);

        Assert.Contains(report.Warnings, warning => warning.Contains("one lucky fold", StringComparison.Ordinal) && warning.StartsWith("fold 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_drawdown_is_measured_from_the_highest_point() => Assert.Equal(0.28, Slice.Drawdown([0.1, -0.2, 0.05, -0.142857142857142857, 0.5]), 12);

    static double Turns(int day, int side) => side * (day < 60 ? 0.01 : -0.01) + (day % 2 == 0 ? 0.001 : -0.001);

    static double Wave(int day, int seed) => (new SeededRandom(seed * 1_000 + day).NextDouble() - 0.48) / 50;

    static VariantResult Variant(string key, Func<int, double> returns) => new()
    {
        Key = key, Settings = [], State = VariantState.Finished, Fills = 10, Trades = 100, Returns = [.. Enumerable.Range(0, Days).Select(returns)],
    };

    sealed class Near(double by) : IEqualityComparer<(double, double, double)>
    {
        public bool Equals((double, double, double) a, (double, double, double) b) => Math.Abs(a.Item1 - b.Item1) < by && Math.Abs(a.Item2 - b.Item2) < by && Math.Abs(a.Item3 - b.Item3) < by;

        public int GetHashCode((double, double, double) value) => 0;
    }
}
