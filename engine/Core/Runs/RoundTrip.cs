namespace Workbench.Core;

/// <summary>
/// A position opened and closed again: what reports call a trade. Fills are matched first in, first out, so an exit of
/// several entries makes several of them. Money is in account currency.
/// </summary>
/// <param name="Instrument">What was held.</param>
/// <param name="Side">Buy for a long trade, sell for a short one.</param>
/// <param name="Qty">Units held, positive.</param>
/// <param name="EntryTime">Time of the opening fill, UTC nanoseconds.</param>
/// <param name="EntryPrice">Price of the opening fill, in quote currency; restated where shares were split since.</param>
/// <param name="ExitTime">Time of the closing fill, UTC nanoseconds.</param>
/// <param name="ExitPrice">Price of the closing fill, in quote currency.</param>
/// <param name="PricePnl">Profit from the two prices alone: spread and slippage are within it, all other costs are not.</param>
/// <param name="Costs">What both fills and the holding between them cost, its share by quantity.</param>
/// <param name="EntryTag">Tag of the opening order.</param>
/// <param name="ExitTag">Tag of the closing order: the script's own word for why.</param>
/// <param name="IsOpen">True for what was left open at the end: then the exit is the last mark, not a fill.</param>
public readonly record struct RoundTrip(
    Instrument Instrument, Side Side, decimal Qty, long EntryTime, decimal EntryPrice, long ExitTime, decimal ExitPrice,
    decimal PricePnl, CostTotals Costs, string EntryTag, string ExitTag, bool IsOpen)
{
    /// <summary>Which of the run's scripts held it, from 0.</summary>
    public int Book { get; init; }

    /// <summary>What kind of order ended it.</summary>
    public ExitReason ExitReason { get; init; }

    /// <summary>Dividends received while it was held, negative where a short position paid them.</summary>
    public decimal Dividends { get; init; }

    /// <summary>What it earned after all costs.</summary>
    public decimal NetPnl => PricePnl + Dividends - Costs.Charged;

    /// <summary>What it would have earned in a market without costs: net profit plus all of them.</summary>
    public decimal GrossPnl => PricePnl + Dividends + Costs.Spread + Costs.Slippage;

    /// <summary>Time held, nanoseconds.</summary>
    public long HeldNanos => ExitTime - EntryTime;
}
