using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Evolution;
using Workbench.Research.Search;

namespace Workbench.App.Tests.Search;

/// <summary>What selection is told of a run, worked out by hand.</summary>
public sealed class FitnessTests
{
    [Fact]
    public void The_return_is_the_lower_quartile_over_stretches_with_costs_half_as_dear_again()
    {
        // Four stretches of two periods: +1 %, +2 %, +3 %, −1 %, each in its first period. Costs of 80 on 10,000 are 40 more, 0.1 % for each period that moved:
        // 0.9, 1.9, 2.9 and −1.1 %, of which the lower quartile lies three quarters of the way from −1.1 to 0.9.
        var run = Run([0.01, 0, 0.02, 0, 0.03, 0, -0.01, 0]) with { Metrics = Costs(80) };

        Assert.Equal(0.004, Score(run, "return"), 1e-12);
    }

    [Fact]
    public void A_run_of_too_few_periods_is_one_stretch() =>
        Assert.Equal(0.05 - 0.004, Score(Run([0.05]) with { EquityEnd = 10_500m, Metrics = Costs(80) }, "return"), 1e-12);

    [Fact]
    public void Each_node_takes_a_little_of_a_gain_and_adds_a_little_to_a_loss()
    {
        Assert.Equal(0.05 * 0.8, Score(Run([0.05]) with { EquityEnd = 10_500m, Metrics = Costs(0) }, "return", size: 100), 1e-12);
        Assert.Equal(-0.05 * 1.2, Score(Run([-0.05]) with { EquityEnd = 9_500m, Metrics = Costs(0) }, "return", size: 100), 1e-12);
    }

    [Fact]
    public void Over_markets_the_worst_drawdown_and_the_fewest_trades_count()
    {
        var (one, other) = (Run([]) with { Trades = 7, Metrics = Drawdown(0.1) }, Run([]) with { Trades = 40, Metrics = Drawdown(0.3) });
        var appraisal = Of(["drawdown", "trades"], 0, one, other);

        Assert.Equal([-0.3, 7], appraisal.Scores.Select(score => score.Value!.Value));
    }

    [Fact]
    public void Who_trades_too_seldom_lacks_a_share_and_is_no_champion()
    {
        var appraisal = Of(["trades"], 20, Run([]) with { Trades = 15 });

        Assert.Equal(0.25, appraisal.Shortfall, 1e-12);
        Assert.False(appraisal.IsSound);
    }

    [Fact]
    public void A_formula_is_turned_so_that_more_is_better_and_undefined_with_its_reason()
    {
        Assert.Equal(-0.1, Score(Run([]) with { Metrics = Drawdown(0.1) }, "maxDrawdown"), 1e-12);
        Assert.Equal("it failed: it threw", Of(["maxDrawdown"], 0, Run([]) with { State = VariantState.Failed, Reason = "it failed: it threw" }).Scores[0].Reason);
        Assert.Null(Of(["sharpe"], 0, Run([])).Scores[0].Value);
    }

    static Dictionary<string, MetricValue> Costs(double costs) => new() { [MetricCatalog.TotalCosts.Key] = costs };

    static Dictionary<string, MetricValue> Drawdown(double share) => new() { [MetricCatalog.MaxDrawdown.Key] = share };

    static double Score(VariantResult run, string objective, int size = 0) => Of([objective], 0, [run], size).Scores[0].Value!.Value;

    static Appraisal Of(string[] objectives, int minTrades, params VariantResult[] runs) => Of(objectives, minTrades, runs, 0);

    static Appraisal Of(string[] objectives, int minTrades, VariantResult[] runs, int size) => new Fitness(new EvolveRequest
    {
        Run = new BacktestRequest { Script = "", Data = [], Lake = "" }, Objectives = objectives, MinTrades = minTrades,
    }).Of(runs, size, MetricValue.None("not asked for"));

    static VariantResult Run(double[] returns) => new()
    {
        Key = "one", Settings = [], State = VariantState.Finished, BehaviourHash = "b", EquityStart = 10_000m, EquityEnd = 10_000m, Returns = returns,
    };
}
