namespace Workbench.Research.Tests;

public sealed class UndefinedTests
{
    static readonly DateTime[] Days = [.. Enumerable.Range(0, 10).Select(day => new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc).AddDays(day))];

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.0)]
    [InlineData(-0.01)]
    public void Every_metric_is_a_finite_number_or_a_reason(double daily)
    {
        var run = ReturnRun.Make(Days, [.. Days.Select(_ => daily)]).Document;

        Assert.Equal(MetricCatalog.All.Select(definition => definition.Key), run.Metrics.Select(metric => metric.Definition.Key));
        Assert.All(run.Metrics, metric => Assert.True(
            metric.Value is { } value ? double.IsFinite(value) && metric.Reason is null : metric.Reason is { Length: > 0 }, metric.Definition.Key));
    }

    [Fact]
    public void A_series_without_losses_has_no_profit_factor_instead_of_ten()
    {
        var run = ReturnRun.Make(Days, [.. Days.Select(_ => 0.01)]).Document;

        Assert.Equal("no losing trade", run.Metric(MetricCatalog.ProfitFactor).Reason);
        Assert.Equal("no losing day", run.Metric(MetricCatalog.Sortino).Reason);
        Assert.Equal("no drawdown", run.Metric(MetricCatalog.Calmar).Reason);
    }

    [Fact]
    public void An_account_that_is_gone_has_no_growth_rate()
    {
        var run = ReturnRun.Make(Days[..3], [0.1, -1.5, 0.2]).Document;

        Assert.Equal("equity ended at or below zero", run.Metric(MetricCatalog.Cagr).Reason);
        Assert.True(run.Metric(MetricCatalog.MaxDrawdown).Value > 1);
    }

    [Fact]
    public void A_run_without_a_day_has_reasons_and_no_numbers_of_days()
    {
        var run = SyntheticRun.Make(seed: 3, candles: 5, turnEvery: 0).Document;

        Assert.Equal("fewer than two daily returns", run.Metric(MetricCatalog.Sharpe).Reason);
        Assert.Equal("no trade was closed", run.Metric(MetricCatalog.WinRate).Reason);
        Assert.Contains("never traded: no order was filled", run.Warnings);
    }

    [Fact]
    public void Crypto_counts_365_days_to_the_year_and_all_else_252()
    {
        var coin = SyntheticRun.Gold with { Symbol = "BTCUSD", AssetClass = AssetClass.Crypto, PriceScale = 9 };
        double[] returns = [0.01, -0.02, 0.03, 0.001];
        var (crypto, share) = (ReturnRun.Make(Days[..4], returns, what: coin).Document, ReturnRun.Make(Days[..4], returns).Document);

        Assert.Equal((365, 252), (crypto.PeriodsPerYear, share.PeriodsPerYear));
        Assert.Equal(Math.Sqrt(365d / 252), crypto.Metric(MetricCatalog.Sharpe).Value!.Value / share.Metric(MetricCatalog.Sharpe).Value!.Value, 1e-12);
    }
}
