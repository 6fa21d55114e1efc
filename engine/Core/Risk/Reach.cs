namespace Workbench.Core;

/// <summary>
/// How far a market's position can go: what each side would hold if all orders that open, and work, were filled. Books do not cancel each
/// other, since one may leave while the other stays; neither do alternatives of a list, since both may be filled before either cancels.
/// </summary>
/// <param name="Long">Units long, 0 or more.</param>
/// <param name="Short">Units short, 0 or more.</param>
/// <param name="Gross">Units of both sides that can stand beside each other.</param>
readonly record struct Reach(decimal Long, decimal Short, decimal Gross)
{
    /// <summary>The larger side.</summary>
    public decimal Most => Math.Max(Long, Short);

    /// <summary>Counts a market's position, orders and, where there is one, the wish at hand.</summary>
    /// <param name="market">The market.</param>
    /// <param name="working">Orders that work; those of other markets are passed over.</param>
    /// <param name="wish">What is to come on top, in the place of what its order asks for already.</param>
    public static Reach Of(Market market, List<Order> working, Intent? wish = null)
    {
        var (reach, books) = (default(Reach), market.Position.Books);
        for (var book = 0; book < books; book++)
        {
            var (buys, sells) = Entries(market, book, working, wish);
            var (bought, sold) = market.Position.SidesOf(book);
            reach = market.Position.IsHedging
                ? reach.With(bought + buys, sold + sells, bought + buys + sold + sells)
                : reach.Netted(bought - sold + buys, sold - bought + sells);
        }

        return reach;
    }

    /// <summary>Whether an order can only make its book's position smaller, even if all its book has working on that side is filled before it.</summary>
    public static bool IsReduction(in Intent wish, List<Order> working)
    {
        var (market, order) = (wish.Market, wish.Order);
        if (order.ReduceOnly || order.List?.Parent is not null)
        {
            return true;
        }

        if (market.Position.IsHedging)
        {
            return false;
        }

        // The wish itself is among them.
        var (buys, sells) = Entries(market, order.Book, working, wish);
        var held = market.Position.QtyOf(order.Book);
        return order.Side == Side.Buy ? held + buys <= 0m : held - sells >= 0m;
    }

    static (decimal Buys, decimal Sells) Entries(Market market, int book, List<Order> working, Intent? wish)
    {
        var (buys, sells) = (0m, 0m);
        foreach (var order in working)
        {
            if (order.Book == book && Opens(order, market) && !ReferenceEquals(order, wish?.Order))
            {
                Add(order.Side, Leaves(order), ref buys, ref sells);
            }
        }

        if (wish is { } added && added.Order.Book == book && Opens(added.Order, market))
        {
            // An amendment replaces what the order asks for; until it is answered the old terms work on.
            Add(added.Order.Side, Math.Max(added.Qty, added.IsAmendment ? Leaves(added.Order) : 0m), ref buys, ref sells);
        }

        return (buys, sells);
    }

    /// <summary>Units that an order can still be filled with, under its terms or those it asks for.</summary>
    public static decimal Leaves(Order order) =>
        order.Replacing is { } terms ? Math.Max(order.LeavesQty, terms.OrderQty - order.CumQty) : order.LeavesQty;

    /// <summary>Whether an order of that market may open a position: exits of a bracket and reduce-only orders may not.</summary>
    public static bool Opens(Order order, Market market) =>
        !order.IsDone && !order.ReduceOnly && order.List?.Parent is null && !order.IsStopOut && ReferenceEquals(order.Instrument, market.Instrument);

    static void Add(Side side, decimal qty, ref decimal buys, ref decimal sells)
    {
        if (side == Side.Buy)
        {
            buys += qty;
        }
        else
        {
            sells += qty;
        }
    }

    Reach With(decimal bought, decimal sold, decimal gross) => new(Long + bought, Short + sold, Gross + gross);

    Reach Netted(decimal bought, decimal sold)
    {
        (bought, sold) = (Math.Max(0m, bought), Math.Max(0m, sold));
        return With(bought, sold, Math.Max(bought, sold));
    }
}
