namespace Workbench.Core;

/// <summary>One execution of one of our orders, with what it cost. Money is in quote currency unless said.</summary>
/// <param name="Time">When it happened, UTC nanoseconds.</param>
/// <param name="ClientOrderId">The order it belongs to.</param>
/// <param name="Instrument">What was traded.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Type">Order type that led to it.</param>
/// <param name="Qty">Units, positive. FIX LastQty (32).</param>
/// <param name="Price">Price, in quote currency. FIX LastPx (31).</param>
/// <param name="Commission">Charged on top of the price, in account currency.</param>
/// <param name="SpreadCost">Distance to mid times quantity, in account currency; already within the price.</param>
/// <param name="SlippageCost">Distance beyond the quote times quantity, in account currency; already within the price.</param>
/// <param name="PositionAfter">Signed position of the account in that instrument after it.</param>
/// <param name="EquityAfter">Account's equity after it, marked to market, in account currency.</param>
/// <param name="Tag">The order's tag.</param>
/// <param name="Book">Which of the run's scripts sent the order, from 0.</param>
/// <param name="AddedLiquidity">Whether it added liquidity (maker) and did not take it. FIX LastLiquidityInd (851).</param>
public readonly record struct Fill(
    long Time, long ClientOrderId, Instrument Instrument, Side Side, OrderType Type, decimal Qty, decimal Price,
    decimal Commission, decimal SpreadCost, decimal SlippageCost, decimal PositionAfter, decimal EquityAfter, string Tag,
    int Book = 0, bool AddedLiquidity = false);
