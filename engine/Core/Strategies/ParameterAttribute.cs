namespace Workbench.Core;

/// <summary>
/// Makes a property of a strategy a setting of the run: <c>--set fast=10</c> on the command line, an axis of a sweep. The
/// property's initial value is its default. Types: int, long, decimal, double, bool, string, <c>BarSpec</c>, TimeSpan, DateTime and enums.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>A setting without bounds.</summary>
    public ParameterAttribute() { }

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>, both allowed; a value beyond is refused, never clamped.</summary>
    public ParameterAttribute(double min, double max)
    {
        Min = min;
        Max = max;
    }

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/> that a search walks in steps.</summary>
    public ParameterAttribute(double min, double max, double step)
        : this(min, max) => Step = step;

    /// <summary>Smallest value allowed; NaN (default) for none.</summary>
    public double Min { get; } = double.NaN;

    /// <summary>Largest value allowed; NaN (default) for none.</summary>
    public double Max { get; } = double.NaN;

    /// <summary>Step a search walks in; NaN (default) leaves it to the search. Hand-given values need not lie on it.</summary>
    public double Step { get; } = double.NaN;

    /// <summary>One line on what it means, shown by <c>params</c> and in reports.</summary>
    public string Description { get; init; } = "";
}
