namespace Workbench.Core;

/// <summary>A dividend, due to whoever holds the share at the instant.</summary>
/// <param name="Time">Beginning of the ex-date, UTC nanoseconds.</param>
/// <param name="Amount">Per unit, in quote currency.</param>
public readonly record struct Dividend(long Time, decimal Amount);
