using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class ObjectiveTests
{
    static readonly double[] Returns = [.. Enumerable.Range(0, 250).Select(i => 0.001 + 0.01 * Math.Sin(i * 7.3))];

    [Theory]
    [InlineData("sharpe", 1.5, 1.5)]
    [InlineData("maxDrawdown", 0.2, -0.2)]
    [InlineData("-maxDrawdown", -0.2, -0.2)]
    [InlineData("sharpe*sqrt(trades)", 15, 15)]
    [InlineData("SHARPE - 2*maxDrawdown", 1.1, 1.1)]
    [InlineData("min(sharpe, 1, cagr)^2", 0.09, 0.09)]
    [InlineData("log(exp(sharpe))+abs(-3)", 4.5, 4.5)]
    [InlineData("periods", 250, 250)]
    public void A_figure_or_a_formula_over_figures_is_ranked_by(string text, double value, double score)
    {
        var objective = Objective.Parse(text);

        Assert.Equal(value, objective.Of(Variant("a")).Value!.Value, 1e-12);
        Assert.Equal(score, objective.Score(Variant("a"))!.Value, 1e-12);
    }

    [Fact]
    public void The_t_statistic_and_the_lower_bound_are_those_of_the_sharpe_ratio()
    {
        var ratio = Moments.Mean(Returns) / Moments.Deviation(Returns);
        var bound = Objective.Parse("sharpeLowerBound").Of(Variant("a")).Value!.Value;

        Assert.Equal(ratio * Math.Sqrt(250), Objective.Parse("tstat").Of(Variant("a")).Value!.Value, 1e-12);
        Assert.Equal(0.95, SharpeOdds.Probabilistic(Returns, bound).Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData("calmar", "calmar: no drawdown")]
    [InlineData("sharpe/calmar", "calmar: no drawdown")]
    [InlineData("sharpe/(trades-100)", "(trades - 100) is zero, and sharpe is divided by it")]
    [InlineData("log(-sharpe)", "log((-1 * sharpe)) of a number that is not above zero")]
    [InlineData("sqrt(0-sharpe)", "sqrt((0 - sharpe)) of a number below zero")]
    [InlineData("max(sharpe, calmar)", "calmar: no drawdown")]
    [InlineData("exp(trades*100)", "exp((trades * 100)) is no number that can be written")]
    [InlineData("complexity", "complexity: this search does not measure it")]
    public void What_is_undefined_names_the_part_to_blame(string text, string reason)
    {
        var value = Objective.Parse(text).Of(Variant("a"));

        Assert.Null(value.Value);
        Assert.Equal(reason, value.Reason);
    }

    [Theory]
    [InlineData("sharp", "WB4124", "Did you mean 'sharpe'?")]
    [InlineData("sharpe>1", "WB4125", "a number is wanted here")]
    [InlineData("", "WB4125", "a number or a name is missing before the end")]
    [InlineData("sharpe calmar", "WB4125", "column 8: 'calmar' is not expected here")]
    [InlineData("tan(sharpe)", "WB4124", "nothing is called 'tan'")]
    public void What_cannot_be_read_is_refused(string text, string code, string words)
    {
        var error = Assert.Throws<WorkbenchException>(() => Objective.Parse(text));

        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_trades_are_no_figure() =>
        Assert.Equal("100 trades, and 101 are asked for", Objective.Parse("sharpe", minTrades: 101).Of(Variant("a")).Reason);

    [Fact]
    public void The_best_is_first_and_failed_ones_are_last_with_ties_by_key()
    {
        VariantResult[] variants =
        [
            Variant("failed") with { State = VariantState.Failed, Reason = "it threw" },
            Variant("undefined") with { Metrics = new Dictionary<string, MetricValue> { ["maxDrawdown"] = MetricValue.None("no equity") } },
            Variant("c", 0.3), Variant("b", 0.1), Variant("a", 0.1),
            Variant("stopped") with { State = VariantState.Stopped, Reason = "ruin" },
        ];

        var ranked = Objective.Parse("maxDrawdown").Rank(variants);

        Assert.Equal(["a", "b", "c", "stopped", "undefined", "failed"], ranked.Select(each => each.Result.Key));
        Assert.Equal("it was stopped: ruin", ranked[3].Objective.Reason);
        Assert.Equal("it failed: it threw", ranked[5].Objective.Reason);
    }

    static VariantResult Variant(string key, double drawdown = 0.2) => new()
    {
        Key = key, Settings = [], State = VariantState.Finished, Trades = 100, Returns = Returns,
        Metrics = new Dictionary<string, MetricValue> { ["sharpe"] = 1.5, ["maxDrawdown"] = drawdown, ["cagr"] = 0.3, ["calmar"] = MetricValue.None("no drawdown") },
    };
}
