namespace Workbench.Research.Search;

/// <summary>The periods that a search measures returns over: calendar time, the same for all variants.</summary>
/// <param name="Ends">End of each period, UTC nanoseconds, rising.</param>
/// <param name="Name"><c>day</c>, or a length such as <c>1h</c> where there are too few days for statistics.</param>
/// <param name="PerYear">Periods in a year: what a Sharpe ratio per period is multiplied with, under a root, to be an annual one.</param>
public sealed record PeriodClock(IReadOnlyList<long> Ends, string Name, double PerYear);
