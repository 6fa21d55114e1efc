namespace Workbench.Platform.Postgres;

/// <summary>A round trip of a run, as its table keeps it. Times in UTC nanoseconds, profit in the account's currency.</summary>
public readonly record struct RoundTripRow(
    string Instrument, string Side, decimal Qty, long EntryTime, decimal EntryPrice, long ExitTime, decimal ExitPrice, decimal Pnl, string ExitReason, bool IsOpen, long Script);
