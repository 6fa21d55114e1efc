namespace Workbench.Research;

/// <summary>The account from start to end, marked to market on every event. Money in <see cref="Currency"/>.</summary>
public sealed record EquitySummary(decimal Start, decimal End, decimal Min, decimal Max, string Currency, Drawdown Drawdown);
