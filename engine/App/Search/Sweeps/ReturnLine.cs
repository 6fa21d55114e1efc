namespace Workbench.App;

/// <summary>A row of the table of returns.</summary>
/// <param name="Variant">The variant, by its number in the other table.</param>
/// <param name="Time">End of the period, UTC nanoseconds.</param>
/// <param name="Return">Return on equity.</param>
readonly record struct ReturnLine(int Variant, long Time, double Return);
