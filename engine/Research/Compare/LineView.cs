namespace Workbench.Research.Compare;

/// <summary>A variant as a line through all axes.</summary>
/// <param name="Heights">Where it lies on each axis, 0 to 1; NaN where it has no value on it.</param>
/// <param name="Settings">Its settings in words.</param>
/// <param name="Objective">What it was ranked by; null where undefined.</param>
/// <param name="Rank">Its rank, from 1.</param>
public sealed record LineView(IReadOnlyList<double> Heights, string Settings, double? Objective, int Rank);
