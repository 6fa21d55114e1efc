namespace Workbench.Research;

/// <summary>What a metric is: one name, one formula, one unit, printed beside every value of it.</summary>
/// <param name="Key">Name in the result JSON, such as <c>profitFactor</c>.</param>
/// <param name="Label">Name in reports.</param>
/// <param name="Group">Chapter it stands in.</param>
/// <param name="Unit">How to read the number.</param>
/// <param name="Better">Which way it improves.</param>
/// <param name="Formula">The formula, complete enough to compute it by hand.</param>
/// <param name="Source">Paper or tool the formula is from.</param>
public sealed record MetricDefinition(
    string Key, string Label, MetricGroup Group, MetricUnit Unit, Better Better, string Formula, string Source);
