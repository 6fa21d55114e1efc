namespace Workbench.Core;

/// <summary>What the orders of a book on one side of a market can still be filled with.</summary>
/// <param name="Pending">Market orders that may open: they meet the next price.</param>
/// <param name="Resting">Orders that wait and may open.</param>
/// <param name="Reducing">Orders that can only make a position smaller.</param>
readonly record struct Tally(decimal Pending, decimal Resting, decimal Reducing)
{
    /// <summary>Counts orders, the wish at hand in the place of what its order asks for already.</summary>
    public static Tally Of(Market market, int book, Side side, List<Order> working, Intent? wish)
    {
        var tally = default(Tally);
        foreach (var order in working)
        {
            if (order.Book == book && order.Side == side && ReferenceEquals(order.Instrument, market.Instrument))
            {
                tally = tally.With(order, ReferenceEquals(order, wish?.Order) ? Asked(wish.Value) : Leaves(order), market.Position.IsHedging);
            }
        }

        return tally;
    }

    /// <summary>Units that an order can still be filled with, under its terms or those it asks for.</summary>
    public static decimal Leaves(Order order) =>
        order.Replacing is { } terms ? Math.Max(order.LeavesQty, terms.OrderQty - order.CumQty) : order.LeavesQty;

    /// <summary>An amendment takes the place of the old terms once it is answered; until then those work on.</summary>
    static decimal Asked(in Intent wish) => wish.IsAmendment ? Math.Max(wish.Qty, Leaves(wish.Order)) : wish.Qty;

    Tally With(Order order, decimal qty, bool isHedging) =>
        order.ReduceOnly || order.IsStopOut ? this with { Reducing = Reducing + qty }
        : order.List is { } list ? this with { Resting = Resting + (IsCounted(order, list) ? Within(list, qty, isHedging) : 0m) }
        : order.Type == OrderType.Market ? this with { Pending = Pending + qty }
        : this with { Resting = Resting + qty };

    /// <summary>Exits of an entry close together no more than it was filled with; where legs stand beside each other they open, and count with all that it may yet be.</summary>
    static decimal Within(OrderList list, decimal qty, bool isHedging) => list.Parent is not { } entry ? qty
        : Math.Max(0m, entry.CumQty + (isHedging ? Leaves(entry) : 0m) - list.CumQty);

    /// <summary>Of the orders of a list on one side of a market one counts, the largest: what one is filled with the others are not.</summary>
    static bool IsCounted(Order order, OrderList list)
    {
        foreach (var other in list.Orders)
        {
            if (ReferenceEquals(other, order))
            {
                continue;
            }

            var isRival = !other.IsDone && other.Side == order.Side && ReferenceEquals(other.Instrument, order.Instrument);
            if (isRival && (Leaves(other) > Leaves(order) || (Leaves(other) == Leaves(order) && other.ClientOrderId < order.ClientOrderId)))
            {
                return false;
            }
        }

        return true;
    }
}
