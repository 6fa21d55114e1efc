using System.Globalization;

namespace Workbench.Research;

/// <summary>What a reader must know before believing the numbers. Each rule and its threshold stands here and in the README.</summary>
public static class Verdict
{
    /// <summary>Closed trades below which nothing about single trades is significant.</summary>
    public const int FewTrades = 100;

    /// <summary>Calendar days below which a yearly figure is an extrapolation.</summary>
    public const int FewDays = 90;

    /// <summary>Share of gross profit from which costs are worth a warning.</summary>
    public const decimal HighCosts = 0.25m;

    /// <summary>Share of net profit that one trade may bring.</summary>
    public const decimal Concentration = 0.30m;

    /// <summary>Odds below which a Sharpe ratio may be luck.</summary>
    public const double WantedOdds = 0.95;

    /// <summary>Gross exposure over equity from which an account is in danger.</summary>
    public const double HighLeverage = 10;

    /// <summary>All warnings that apply, the gravest first.</summary>
    public static IEnumerable<string> Warnings(RunDocument run) =>
        Validity(run).Concat(Significance(run)).Concat(Substance(run)).OfType<string>();

    static IEnumerable<string?> Validity(RunDocument run)
    {
        var synthetic = run.Identity.Data.Where(data => data.IsSynthetic).Select(data => data.Instrument).Distinct().ToArray();
        var gaps = run.Identity.Data.Sum(data => data.Gaps);
        yield return run.IsPartial ? Text($"PARTIAL: the run was cut short at {UtcNanos.ToIso(run.Covered.To)}") : null;
        yield return synthetic.Length > 0 ? Text($"SYNTHETIC data: {string.Join(", ", synthetic)} was generated, not traded") : null;
        foreach (var data in DataTexts.Warnings(run.Identity.Data))
        {
            yield return data;
        }

        yield return run.Account.ClosedNanos != 0 ? Text($"ACCOUNT CLOSED at {UtcNanos.ToIso(run.Account.ClosedNanos)}: equity was used up") : null;
        yield return run.Account.Owed > 0m ? Text($"{Money(run.Account.Owed)} {run.Equity.Currency} are owed to the venue") : null;
        yield return run.Account.ClosedNanos == 0 && run.Account.StopOuts > 0 ? Text($"the venue closed positions for want of margin {run.Account.StopOuts:N0} times") : null;
        yield return run.Account.MarginCalls > 0 ? Text($"{run.Account.MarginCalls:N0} margin calls") : null;
        yield return run.Fills == 0 ? "never traded: no order was filled" : null;
        yield return run.Orders.Rejected > 0 ? Text($"{run.Orders.Rejected:N0} of {run.Orders.Submitted:N0} orders were rejected") : null;
        yield return gaps > 0 ? Text($"{gaps:N0} gaps in the data while the market was open") : null;
    }

    static IEnumerable<string?> Significance(RunDocument run)
    {
        var days = run.Metric(MetricCatalog.Days).Value ?? 0d;
        var odds = run.Metric(MetricCatalog.ProbabilisticSharpe).Value;
        yield return run.Trades is > 0 and < FewTrades ? Text($"{run.Trades} trades: not significant (at least {FewTrades} wanted)") : null;
        yield return days < FewDays ? Text($"{days:0} days: yearly figures are extrapolated (at least {FewDays} wanted)") : null;
        yield return run.Fills > 0 && odds < WantedOdds && run.Metric(MetricCatalog.Sharpe).Value > 0d
            ? Text($"Sharpe ratio may be luck: {odds:0 %} odds that it is above zero (95 % wanted)") : null;
    }

    static IEnumerable<string?> Substance(RunDocument run)
    {
        var net = run.Equity.End - run.Equity.Start;
        var gross = net + run.Costs.Total;
        var best = run.Metric(MetricCatalog.BestTrade).Money ?? 0m;
        var leverage = run.Metric(MetricCatalog.MaxLeverage).Value ?? 0d;
        var market = run.Benchmarks.Count > 0 ? run.Benchmarks[0].Return : null;
        var earned = run.Metric(MetricCatalog.TotalReturn).Value;
        yield return gross > 0m && net <= 0m ? Text($"costs of {Money(run.Costs.Total)} turn a gross profit of {Money(gross)} into a loss") : null;
        yield return gross > 0m && net > 0m && run.Costs.Total / gross >= HighCosts ? Text($"costs eat {run.Costs.Total / gross:0 %} of gross profit") : null;
        // At a venue fills come with what it charged, and spread is in their prices: the engine does not charge them itself.
        yield return run.Config.Mode != RunMode.Live && run.Fills > 0 && run.Costs.Total == 0m ? "no costs: neither commission nor spread was charged" : null;
        yield return net > 0m && run.Trades > 1 && best / net >= Concentration ? Text($"{best / net:0 %} of profit from one trade") : null;
        yield return run.Fills > 0 && market > earned && market > 0d ? Text($"buying and holding {run.Benchmarks[0].Symbol} earned {market:0.0 %}, this {earned:0.0 %}") : null;
        yield return leverage > HighLeverage ? Text($"leverage up to {leverage:0.0}") : null;
    }

    static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    static string Text(FormattableString text) => FormattableString.Invariant(text);
}
