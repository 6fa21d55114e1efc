namespace Workbench.Research;

/// <summary>One metric of one run: a number, an amount of money, or the reason why it is undefined.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Value">The number; for money its nearest double, for charts and comparisons.</param>
/// <param name="Money">The exact amount, where the unit is money.</param>
/// <param name="Reason">Why there is no number.</param>
public sealed record Metric(MetricDefinition Definition, double? Value, decimal? Money, string? Reason)
{
    public static Metric Of(MetricDefinition definition, MetricValue figure) => new(definition, figure.Value, null, figure.Reason);

    public static Metric OfMoney(MetricDefinition definition, decimal amount) => new(definition, (double)amount, amount, null);

    public static Metric None(MetricDefinition definition, string reason) => new(definition, null, null, reason);
}
