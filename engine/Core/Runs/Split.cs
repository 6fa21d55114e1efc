namespace Workbench.Core;

/// <summary>A split of shares: 2 new for 1 old halves the price; 1 new for 10 old is a reverse split.</summary>
/// <param name="Time">Beginning of the first day at the new price, UTC nanoseconds.</param>
/// <param name="New">New shares, above 0.</param>
/// <param name="Old">For so many old ones, above 0.</param>
public readonly record struct Split(long Time, decimal New, decimal Old)
{
    /// <summary>An old price in terms of new shares, not rounded.</summary>
    public decimal PriceOf(decimal old) => old * Old / New;

    /// <summary>
    /// The terms of a working order in new shares: what is left of its quantity cut to whole lots, limits rounded to the tick
    /// that pays no more and sells for no less, stops to the tick that is reached sooner.
    /// </summary>
    public OrderTerms Restate(Order order)
    {
        var instrument = order.Instrument;
        var isBuy = order.Side == Side.Buy;
        return new OrderTerms(
            order.CumQty + instrument.RoundToLot(order.LeavesQty * New / Old),
            OnTick(instrument, PriceOf(order.Price), up: !isBuy),
            OnTick(instrument, PriceOf(order.StopPx), up: !isBuy));
    }

    static decimal OnTick(Instrument instrument, decimal price, bool up)
    {
        var ticks = price / instrument.TickSize;
        return (up ? decimal.Ceiling(ticks) : decimal.Floor(ticks)) * instrument.TickSize;
    }
}
