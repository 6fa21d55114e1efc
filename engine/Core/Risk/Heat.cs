namespace Workbench.Core;

/// <summary>
/// What is lost, from here, if every stop is hit. What no stop covers is lost whole. A stop counts once the venue has taken it and while nobody cancels
/// it; a stop limit does not, since the price may jump over its limit; the farthest stops count first, since nobody knows which of two is the one that stays.
/// </summary>
sealed class Heat(Account account, List<Market> markets, WorkingOrders working)
{
    readonly List<(decimal Loss, decimal Qty)> covers = [];

    /// <summary>Heat of what is held and, where there is one, of a wish and all entries that work already; in account currency.</summary>
    public decimal Of(Intent? wish = null)
    {
        var orders = working.All;
        var heat = 0m;
        foreach (var market in account.Held)
        {
            for (var leg = 0; leg < market.Position.Legs.Length; leg++)
            {
                heat += Leg(market, market.Position.BookOf(leg), market.Position.Legs[leg].Qty, orders);
            }
        }

        return wish is { } entry ? heat + Entry(entry) + Entries(orders, in entry) : heat;
    }

    decimal Leg(Market market, int book, decimal qty, List<Order> orders)
    {
        if (qty == 0m)
        {
            return 0m;
        }

        var side = qty > 0m ? Side.Sell : Side.Buy;
        covers.Clear();
        foreach (var order in orders)
        {
            if (order.Book == book && order.Side == side && ReferenceEquals(order.Instrument, market.Instrument) && IsSet(order))
            {
                Cover(market, order, market.Instrument.FromRaw(qty > 0m ? market.Bid : market.Ask), Works(order));
            }
        }

        return Sum(market, Math.Abs(qty));
    }

    decimal Entries(List<Order> orders, in Intent wish)
    {
        var heat = 0m;
        foreach (var order in orders)
        {
            if (!ReferenceEquals(order, wish.Order) && !order.ReduceOnly && order.List?.Parent is null && !order.IsStopOut && MarketOf(order) is { } market)
            {
                heat += Entry(Intent.Of(market, order) with { Qty = Tally.Leaves(order) });
            }
        }

        return heat;
    }

    /// <summary>An entry by its exits: those are not at work yet, but they go out with it or it does not go.</summary>
    decimal Entry(in Intent wish)
    {
        var (market, order) = (wish.Market, wish.Order);
        var quote = market.Instrument.FromRaw(wish.IsBuy ? market.Ask : market.Bid);
        var from = wish.Price > 0m ? wish.Price : wish.StopPx == 0m ? quote : wish.IsBuy ? Math.Max(wish.StopPx, quote) : Math.Min(wish.StopPx, quote);
        covers.Clear();
        foreach (var exit in order.Exits?.Orders ?? [])
        {
            if (exit.Type is OrderType.Stop or OrderType.TrailingStop)
            {
                Cover(market, exit, from, exit.OrderQty);
            }
        }

        return Sum(market, wish.Qty);
    }

    void Cover(Market market, Order stop, decimal from, decimal qty)
    {
        // A trail's level is the venue's affair; it is no nearer than its distance from here.
        var distance = stop.Type == OrderType.TrailingStop ? stop.Trail.From(market.Instrument, from) + market.Instrument.TickSize
            : stop.Side == Side.Sell ? from - stop.StopPx : stop.StopPx - from;
        var at = stop.Side == Side.Sell ? from - distance : from + distance;
        var instrument = market.Instrument;
        var loss = at <= 0m ? Exposures.Worth(market, 1m) : Math.Abs(instrument.ValueOf(1m, from) - instrument.ValueOf(1m, at)) * market.Conversion.Rate();
        covers.Add((distance <= 0m ? 0m : loss, qty));
    }

    decimal Sum(Market market, decimal qty)
    {
        covers.Sort(static (one, other) => other.Loss.CompareTo(one.Loss));
        var heat = 0m;
        foreach (var (loss, covered) in covers)
        {
            var part = Math.Min(qty, covered);
            heat += part * loss;
            qty -= part;
        }

        return heat + Exposures.Worth(market, qty);
    }

    static bool IsSet(Order order) => order.Type is OrderType.Stop or OrderType.TrailingStop
        && !order.CancelRequested && order.Settled is OrdStatus.New or OrdStatus.PartiallyFilled;

    /// <summary>Units that a stop can close now: an exit no more than its entry was filled with.</summary>
    static decimal Works(Order order) =>
        order.List?.Parent is { } parent ? Math.Min(order.LeavesQty, parent.CumQty - order.List.CumQty) : order.LeavesQty;

    Market? MarketOf(Order order)
    {
        foreach (var market in markets)
        {
            if (ReferenceEquals(market.Instrument, order.Instrument))
            {
                return market;
            }
        }

        return null;
    }
}
