namespace Workbench.Core;

/// <summary>
/// A position opened and closed again: what reports call a trade. Fills are matched first in, first out, so an exit of
/// several entries makes several of them. Money is in account currency.
/// </summary>
/// <param name="Instrument">What was held.</param>
/// <param name="Side">Buy for a long trade, sell for a short one.</param>
/// <param name="Qty">Units held, positive.</param>
/// <param name="EntryTime">Time of the opening fill, UTC nanoseconds.</param>
/// <param name="EntryPrice">Price of the opening fill, in quote currency.</param>
/// <param name="ExitTime">Time of the closing fill, UTC nanoseconds.</param>
/// <param name="ExitPrice">Price of the closing fill, in quote currency.</param>
/// <param name="PricePnl">Profit from the two prices, before commission: spread and slippage are within it.</param>
/// <param name="Commission">Commission of both fills, its share by quantity.</param>
/// <param name="SpreadCost">Spread paid in both fills, its share by quantity.</param>
/// <param name="SlippageCost">Slippage in both fills, its share by quantity.</param>
/// <param name="EntryTag">Tag of the opening order.</param>
/// <param name="ExitTag">Tag of the closing order: the exit reason.</param>
/// <param name="IsOpen">True for what was left open at the end: then the exit is the last mark, not a fill.</param>
public readonly record struct RoundTrip(
    Instrument Instrument, Side Side, decimal Qty, long EntryTime, decimal EntryPrice, long ExitTime, decimal ExitPrice,
    decimal PricePnl, decimal Commission, decimal SpreadCost, decimal SlippageCost, string EntryTag, string ExitTag, bool IsOpen)
{
    /// <summary>What it earned after all costs.</summary>
    public decimal NetPnl => PricePnl - Commission;

    /// <summary>What it would have earned in a market without costs: net profit plus commission, spread and slippage.</summary>
    public decimal GrossPnl => PricePnl + SpreadCost + SlippageCost;

    /// <summary>Time held, nanoseconds.</summary>
    public long HeldNanos => ExitTime - EntryTime;
}
