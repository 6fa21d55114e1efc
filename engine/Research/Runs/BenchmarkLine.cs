namespace Workbench.Research;

/// <summary>What buying and holding an instrument over the run would have earned, without costs.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="First">First tradable price.</param>
/// <param name="Last">Last price.</param>
/// <param name="Return">Last over first, minus one; null where there was no first price.</param>
public sealed record BenchmarkLine(string Symbol, decimal First, decimal Last, double? Return);
