namespace Workbench.Research;

/// <summary>A column of numbers in eight, as pandas' <c>describe()</c> gives them.</summary>
/// <param name="Count">How many are numbers.</param>
/// <param name="Mean">Mean; NaN of none.</param>
/// <param name="Std">Sample standard deviation (n − 1); NaN of fewer than two.</param>
/// <param name="Min">Least.</param>
/// <param name="Q25">First quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="Q75">Third quartile.</param>
/// <param name="Max">Greatest.</param>
public sealed record Description(int Count, double Mean, double Std, double Min, double Q25, double Median, double Q75, double Max);
