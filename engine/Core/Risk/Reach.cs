namespace Workbench.Core;

/// <summary>
/// How far a market's position can go: what each side would hold if all orders that may open, and work, were filled. Books do not cancel each
/// other, since one may leave while the other stays. What is held takes nothing off the orders that wait on the other side, since it may be closed by
/// others before; it does take it off market orders on their way, so that a position can be turned.
/// </summary>
/// <param name="Long">Units long, 0 or more.</param>
/// <param name="Short">Units short, 0 or more.</param>
/// <param name="Gross">Units of both sides that can stand beside each other.</param>
readonly record struct Reach(decimal Long, decimal Short, decimal Gross)
{
    /// <summary>The larger side.</summary>
    public decimal Most => Math.Max(Long, Short);

    /// <summary>Counts a market's position, orders and, where there is one, the wish at hand.</summary>
    public static Reach Of(Market market, List<Order> working, Intent? wish = null)
    {
        decimal bought = 0m, sold = 0m, gross = 0m;
        var isHedging = market.Position.IsHedging;
        for (var book = 0; book < market.Position.Books; book++)
        {
            var (ups, downs) = market.Position.SidesOf(book);
            decimal up = Side(ups, isHedging ? 0m : downs, Tally.Of(market, book, Model.Side.Buy, working, wish));
            decimal down = Side(downs, isHedging ? 0m : ups, Tally.Of(market, book, Model.Side.Sell, working, wish));
            (bought, sold, gross) = (bought + up, sold + down, gross + (isHedging ? up + down : Math.Max(up, down)));
        }

        return new Reach(bought, sold, gross);
    }

    /// <summary>
    /// Whether an order can only make its book's position smaller. A market order may, beside all that waits: an exit must be possible while its stop
    /// works. One that waits may as long as all that its side could come to, over all books, is no more than is held against it.
    /// </summary>
    public static bool IsReduction(in Intent wish, List<Order> working)
    {
        var (market, order) = (wish.Market, wish.Order);
        if (order.ReduceOnly || market.Position.IsHedging || order.List?.Parent is not null)
        {
            return order.ReduceOnly || !market.Position.IsHedging;
        }

        var (ups, downs) = market.Position.SidesOf(order.Book);
        var held = wish.IsBuy ? downs : ups;
        var tally = Tally.Of(market, order.Book, order.Side, working, wish);
        if (order.Type == OrderType.Market && order.List is null)
        {
            return tally.Pending <= Math.Max(0m, held - tally.Reducing);
        }

        var reach = Of(market, working, wish);
        return tally.Pending + tally.Resting <= held && (wish.IsBuy ? reach.Long : reach.Short) <= held;
    }

    /// <summary>Whether an order of that market may open a position.</summary>
    public static bool Opens(Order order, Market market) =>
        !order.IsDone && !order.ReduceOnly && order.List?.Parent is null && !order.IsStopOut && ReferenceEquals(order.Instrument, market.Instrument);

    static decimal Side(decimal held, decimal against, Tally tally) =>
        held + Math.Max(0m, tally.Pending - Math.Max(0m, against - tally.Reducing)) + tally.Resting;
}
