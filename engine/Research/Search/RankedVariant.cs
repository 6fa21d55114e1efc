namespace Workbench.Research.Search;

/// <summary>A variant and what it was ranked by.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Objective">The figure it is ranked by, or why there is none.</param>
public sealed record RankedVariant(VariantResult Result, MetricValue Objective);
