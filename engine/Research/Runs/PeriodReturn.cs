namespace Workbench.Research;

/// <summary>Return of a calendar month or year, compounded from daily equity.</summary>
/// <param name="Year">Year, UTC.</param>
/// <param name="Month">1 to 12; 0 for the whole year.</param>
/// <param name="Return">Equity at its end over equity at its start, minus one; null where the start was not above zero.</param>
/// <param name="Profit">Change of equity in money.</param>
public sealed record PeriodReturn(int Year, int Month, double? Return, decimal Profit);
