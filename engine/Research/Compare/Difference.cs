namespace Workbench.Research.Compare;

/// <summary>How far a figure is from the first contender's, and how sure that is.</summary>
/// <param name="Value">The difference, or why there is none.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="P">Two-sided chance of so large a difference where there is none.</param>
public sealed record Difference(MetricValue Value, double? Low, double? High, double? P)
{
    /// <summary>No difference, and why.</summary>
    public static Difference None(string reason) => new(MetricValue.None(reason), null, null, null);

    /// <summary>Whether the interval leaves zero out.</summary>
    public bool IsSignificant => Low > 0d || High < 0d;
}
