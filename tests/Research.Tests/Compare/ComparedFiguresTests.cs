using Workbench.Research.Compare;
using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class ComparedFiguresTests
{
    static ComparedRun Run(long seed, int candles = 900) => new(SyntheticRun.Make(seed, candles, 30, identity => identity with { RunId = FormattableString.Invariant($"run-{seed}") }));

    [Fact]
    public void Returns_over_the_common_periods_compound_to_what_the_account_came_to()
    {
        var (one, two) = (Run(1), Run(2));

        var document = CompareDocument.Of([one, two]);

        var last = one.Equity.Values[^1] / one.Equity.Values[0] - 1d;
        Assert.Equal(last, ReturnFormulas.Compounded(document.Contenders[0].Returns), 9);
        Assert.Equal(document.Figures[0].Whole.Return.Value!.Value, last, 9);
    }

    [Fact]
    public void Both_parts_make_up_the_whole()
    {
        var document = CompareDocument.Of([Run(1), Run(2)]);
        var figures = document.Figures[1];

        Assert.Equal(document.Clock.Ends.Count, figures.Earlier.Periods + figures.Later.Periods);
        Assert.Equal(1d + figures.Whole.Return.Value!.Value, (1d + figures.Earlier.Return.Value!.Value) * (1d + figures.Later.Return.Value!.Value), 12);
    }

    [Fact]
    public void Short_runs_are_compared_over_shorter_periods()
    {
        Assert.Equal("15m", CompareDocument.Of([Fine(1, 900), Fine(2, 900)]).Clock.Name);

        // A mark each minute for 15 hours: 4 days are too few, 60 quarters of an hour are enough.
        static ComparedRun Fine(long seed, int minutes)
        {
            var run = Run(seed, 15);
            var dice = new SeededRandom(seed);
            var from = run.Document.Covered.From;
            return run with { Equity = new EquityLine([.. Enumerable.Range(0, minutes).Select(at => from + at * UtcNanos.Minute)], [.. Enumerable.Range(0, minutes).Select(_ => 100_000d + dice.Next(1_000))]) };
        }
    }

    [Fact]
    public void A_cut_outside_of_the_time_is_refused()
    {
        var error = Assert.Throws<WorkbenchException>(() => CompareDocument.Of([Run(1), Run(2)], new CompareTerms { SplitAt = SyntheticRun.Start - UtcNanos.Day }));

        Assert.Equal(("WB4175", ExitCode.Usage), (error.Code, error.Exit));
    }

    [Fact]
    public void Only_a_cut_that_was_named_is_called_out_of_sample()
    {
        var named = CompareDocument.Of([Run(1), Run(2)], new CompareTerms { SplitAt = SyntheticRun.Start + 20 * UtcNanos.Day });

        Assert.Equal(("in-sample", "out-of-sample"), (named.Split.Earlier, named.Split.Later));
        Assert.Equal("later part", CompareDocument.Of([Run(1), Run(2)]).Split.Later);
    }

    [Fact]
    public void Runs_that_share_no_time_still_have_a_page_that_says_so()
    {
        var late = Run(2);
        late = late with { Report = late.Report with { Document = late.Document with { Covered = new TimeRange(SyntheticRun.Start + 900 * UtcNanos.Day, SyntheticRun.Start + 901 * UtcNanos.Day) } } };

        var document = CompareDocument.Of([Run(1), late]);

        Assert.Contains(document.Notes, note => note.Contains("share no time", StringComparison.Ordinal));
        Assert.Null(document.Figures[1].Sharpe.Value.Value);
        Assert.True(document.Figures[0].Whole.Periods > 2, "each still has figures over its own time");
    }

    [Fact]
    public void Those_that_move_alike_lie_beside_each_other()
    {
        double[] Wave(double step, double shift) => [.. Enumerable.Range(0, 200).Select(at => Math.Sin(at * step + shift))];

        var correlations = Correlations.Of([Wave(0.1, 0), Wave(0.37, 0), Wave(0.1, 0.1), Wave(0.37, 0.1)]);

        Assert.Equal(1, Math.Abs(Place(0) - Place(2)));
        Assert.Equal(1, Math.Abs(Place(1) - Place(3)));
        Assert.Equal(1d, correlations.Matrix[2][2], 12);

        int Place(int at) => correlations.Order.ToList().IndexOf(at);
    }

    [Fact]
    public void The_front_is_what_brute_force_finds()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var dice = new SeededRandom(seed);
            var has = seed % 2 == 0;
            List<(string, MetricValue Drawdown, MetricValue Return, MetricValue Complexity)> all =
                [.. Enumerable.Range(0, 60).Select(at => ($"{at}", (MetricValue)dice.Next(12), (MetricValue)dice.Next(12), has ? (MetricValue)dice.Next(12) : MetricValue.None("none")))];

            var front = FrontPoint.Of(all).Where(point => point.IsFront).ToList();

            bool Beaten(FrontPoint point) => all.Exists(other => other.Drawdown.Value <= point.Drawdown && other.Return.Value >= point.Return && (!has || other.Complexity.Value <= point.Complexity)
                && (other.Drawdown.Value < point.Drawdown || other.Return.Value > point.Return || (has && other.Complexity.Value < point.Complexity)));
            Assert.True(front.TrueForAll(point => !Beaten(point)), $"seed {seed}");
            Assert.True(FrontPoint.Of(all).Where(point => !Beaten(point)).Select(point => (point.Drawdown, point.Return, point.Complexity)).Distinct().Count() == front.Count, $"seed {seed}");
        }
    }

    [Fact]
    public void Moods_are_told_apart_and_each_period_has_one_of_each_kind()
    {
        var dice = new SeededRandom(5);
        double price = 100;
        List<double> prices = [.. Enumerable.Range(0, 301).Select(at => price *= 1d + (at < 150 ? 0.001 : 0.02) * (dice.NextDouble() - 0.5))];
        var clock = new PeriodClock([.. Enumerable.Range(1, 300).Select(day => day * UtcNanos.Day)], "day", 252);
        var contender = Contender.Of(new RankedVariant(new VariantResult { Key = "a", Settings = [], State = VariantState.Finished, Returns = [.. Enumerable.Range(0, 300).Select(at => at < 150 ? 0.01 : -0.01)] }, 1d), clock);

        var regimes = Regimes.Of(new EquityLine([.. Enumerable.Range(0, 301).Select(day => day * UtcNanos.Day)], prices), clock, 0, [contender]);

        Assert.Equal(["calm", "usual", "wild", "falling", "flat", "rising"], regimes.Select(regime => regime.Name));
        Assert.All(regimes.GroupBy(regime => regime.Kind), kind => Assert.Equal(300 - Regimes.Look + 1, kind.Sum(regime => regime.Periods)));
        Assert.True(regimes[0].Figures[0].Return.Value > 0d, "calm was the half that earned");
        Assert.True(regimes[2].Figures[0].Return.Value < 0d, "wild was the half that lost");
    }
}
