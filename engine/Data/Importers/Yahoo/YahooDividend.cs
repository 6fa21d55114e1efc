namespace Workbench.Data.Importers.Yahoo;

/// <summary>A dividend in a Yahoo chart.</summary>
/// <param name="Time">Opening bell of the ex-date, UTC nanoseconds.</param>
/// <param name="Amount">Money a share, in the currency of the prices and of today's shares: later splits are in it.</param>
public sealed record YahooDividend(long Time, decimal Amount);
