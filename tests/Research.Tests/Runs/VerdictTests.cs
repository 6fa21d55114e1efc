using Workbench.Core;

namespace Workbench.Research.Tests;

public sealed class VerdictTests
{
    static RunDocument Good() => SyntheticRun.Make(seed: 1, candles: 4_000, turnEvery: 12, with: identity => identity with
    {
        Data = [identity.Data[0] with { Source = "dukascopy" }],
    }).Document with
    {
        Warnings = [], Benchmarks = [],
    };

    static RunDocument Earning(decimal net, decimal costs)
    {
        var run = Good();
        return run with { Equity = run.Equity with { End = run.Equity.Start + net, Min = 90_000m }, Costs = new(costs, 0, 0, 0) };
    }

    static void Says(string warning, RunDocument run) => Assert.Contains(warning, Verdict.Warnings(run));

    [Fact]
    public void Few_trades_are_not_significant() => Says("31 trades: not significant (at least 100 wanted)", Good() with { Trades = 31 });

    [Fact]
    public void A_hundred_trades_raise_no_doubt() =>
        Assert.DoesNotContain(Verdict.Warnings(Good() with { Trades = 100 }), warning => warning.Contains("not significant", StringComparison.Ordinal));

    [Fact]
    public void Costs_are_told_as_a_share_of_gross() => Says("costs eat 64 % of gross profit", Earning(36m, 64m));

    [Fact]
    public void Costs_that_turn_a_profit_into_a_loss_say_so() =>
        Says("costs of 64.00 turn a gross profit of 54.00 into a loss", Earning(-10m, 64m));

    [Fact]
    public void Cheap_trading_raises_no_warning() =>
        Assert.DoesNotContain(Verdict.Warnings(Earning(990m, 10m)), warning => warning.Contains("cost", StringComparison.Ordinal));

    [Fact]
    public void A_venue_s_fill_that_the_engine_charged_nothing_for_is_not()
    {
        var live = Earning(100m, 0m);
        Assert.DoesNotContain(Verdict.Warnings(live with { Config = live.Config with { Mode = RunMode.Live } }), warning => warning.Contains("no costs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fill_that_cost_nothing_is_suspicious() => Says("no costs: neither commission nor spread was charged", Earning(100m, 0m));

    [Fact]
    public void One_trade_that_made_the_profit_is_named()
    {
        var run = Earning(1_000m, 1m);
        Says("72 % of profit from one trade", run with { Metrics = [Metric.OfMoney(MetricCatalog.BestTrade, 720m)] });
    }

    [Fact]
    public void Generated_data_are_called_synthetic() =>
        Says("SYNTHETIC data: XAUUSD was generated, not traded", SyntheticRun.Make(seed: 1, candles: 100, turnEvery: 5).Document);

    [Fact]
    public void A_run_cut_short_is_called_partial() =>
        Assert.StartsWith("PARTIAL: the run was cut short at 2024-", Verdict.Warnings(Good() with { IsPartial = true }).First(), StringComparison.Ordinal);

    [Fact]
    public void A_short_run_has_no_yearly_figures_to_trust() =>
        Says("6 days: yearly figures are extrapolated (at least 90 wanted)", SyntheticRun.Make(seed: 1, candles: 100, turnEvery: 5).Document);

    [Fact]
    public void Equity_below_zero_is_named()
    {
        var run = Good();
        Says("ACCOUNT CLOSED at 2024-01-01T23:00:00Z: equity was used up", run with { Account = new AccountSummary(0, 1, SyntheticRun.Start, 5m) });
        Says("5.00 USD are owed to the venue", run with { Account = new AccountSummary(0, 1, SyntheticRun.Start, 5m) });
        Says("the venue closed positions for want of margin 3 times", run with { Account = new AccountSummary(0, 3, 0, 0m) });
        Says("2 margin calls", run with { Account = new AccountSummary(2, 0, 0, 0m) });
    }

    [Fact]
    public void Buying_and_holding_that_earned_more_is_named() =>
        Says("buying and holding XAUUSD earned 50.0 %, this 1.0 %", Good() with
        {
            Benchmarks = [new BenchmarkLine("XAUUSD", 100m, 150m, 0.5)], Metrics = [Metric.Of(MetricCatalog.TotalReturn, 0.01)],
        });

    [Fact]
    public void Warnings_of_the_caller_come_last() =>
        Assert.Equal("fast was clamped to 200", SyntheticRun.Make(1, 100, 5, identity => identity with { Warnings = ["fast was clamped to 200"] }).Document.Warnings[^1]);
}
