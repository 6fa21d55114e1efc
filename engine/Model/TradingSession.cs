namespace Workbench.Model;

/// <summary>One stretch in which a market trades: from a bell to the next, in UTC nanoseconds.</summary>
/// <param name="Kind">What trading is like in it.</param>
/// <param name="Range">[open, close).</param>
public readonly record struct TradingSession(SessionKind Kind, TimeRange Range);
