namespace Workbench.Core;

/// <summary>A word of the venue on the account's margin.</summary>
/// <param name="Time">When, UTC nanoseconds.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Equity">The account's worth at that instant, in account currency.</param>
/// <param name="Margin">What its positions need: initial margin for a call, maintenance margin for a stop-out; 0 where none is asked for.</param>
public readonly record struct MarginEvent(long Time, MarginEventKind Kind, decimal Equity, decimal Margin);
