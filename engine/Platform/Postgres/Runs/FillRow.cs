namespace Workbench.Platform.Postgres;

/// <summary>An execution of a run, as its table keeps it. Time in UTC nanoseconds, money in the account's currency.</summary>
public readonly record struct FillRow(
    long Time, long Order, string Instrument, string Side, string Type, decimal Qty, decimal Price, decimal Commission, decimal Spread, decimal Slippage,
    decimal Position, decimal Equity, bool IsMaker, string Tag, long Script);
