namespace Workbench.Research;

/// <summary>A computed number, or the reason why there is none. There are no sentinels: an undefined ratio is not -100 and not 10.</summary>
public readonly record struct MetricValue
{
    MetricValue(double? value, string? reason) => (Value, Reason) = (value, reason);

    /// <summary>The number; null where it is undefined.</summary>
    public double? Value { get; }

    /// <summary>Why there is no number; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>No number, and why.</summary>
    public static MetricValue None(string reason) => new(null, reason);

    /// <summary>A number; one that is not finite is undefined.</summary>
    public static implicit operator MetricValue(double value) =>
        double.IsFinite(value) ? new MetricValue(value, null) : None("the formula divides by zero here");

    /// <summary>Another figure made of this one, undefined where this one is.</summary>
    public MetricValue Then(Func<double, MetricValue> next) => Value is { } value ? next(value) : this;
}
