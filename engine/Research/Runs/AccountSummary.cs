namespace Workbench.Research;

/// <summary>What the venue did to the account because of its margin. Money in account currency.</summary>
/// <param name="MarginCalls">Warnings.</param>
/// <param name="StopOuts">Times it began to close positions.</param>
/// <param name="ClosedNanos">When equity was used up and it closed the account, UTC nanoseconds; 0 where it did not.</param>
/// <param name="Owed">What the trader owes at the end, positive.</param>
public sealed record AccountSummary(long MarginCalls, long StopOuts, long ClosedNanos, decimal Owed);
