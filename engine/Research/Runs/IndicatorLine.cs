namespace Workbench.Research;

/// <summary>The values of a named indicator, one for each candle; NaN before it is ready.</summary>
public sealed record IndicatorLine(string Name, IReadOnlyList<double> Values);
