using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>
/// Orders of one instrument that wait at the simulated venue, oldest first, with the raw prices at which the first of them
/// could be filled: while the market stays between those, four comparisons tell that nothing happens.
/// </summary>
sealed class RestingOrders(Instrument instrument)
{
    readonly List<Resting> orders = [];
    bool anyFresh;
    long buyBelow = long.MinValue;
    long buyAbove = long.MaxValue;
    long sellBelow = long.MinValue;
    long sellAbove = long.MaxValue;

    public int Count => orders.Count;

    /// <summary>Orders that have met an event; those sent since stand behind them.</summary>
    public int SettledCount => orders.FindIndex(static resting => resting.IsFresh) is var fresh and >= 0 ? fresh : orders.Count;

    public Resting this[int index] => orders[index];

    /// <summary>Whether these prices could fill one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Touch(long bid, long ask) =>
        anyFresh || ask <= buyBelow || ask >= buyAbove || bid >= sellAbove || bid <= sellBelow;

    /// <summary>Whether any price of a stretch could fill one of them.</summary>
    public bool Touch(in Stretch bid, in Stretch ask) =>
        anyFresh || ask.Low <= buyBelow || ask.High >= buyAbove || bid.High >= sellAbove || bid.Low <= sellBelow;

    public void Add(Order order)
    {
        orders.Add(new Resting(order, order.Type == OrderType.Market ? 0 : instrument.ToRaw(order.Type == OrderType.Limit ? order.Price : order.StopPx), IsFresh: true));
        anyFresh = true;
    }

    /// <summary>Gives an order its price in new terms; the order itself takes them when the report comes in.</summary>
    public void Restate(int at, OrderTerms terms)
    {
        var order = orders[at].Order;
        orders[at] = orders[at] with { PriceRaw = order.Type == OrderType.Market ? 0 : instrument.ToRaw(order.Type == OrderType.Limit ? terms.Price : terms.StopPx) };
        Rearm();
    }

    public void Remove(Order order)
    {
        var at = orders.FindIndex(resting => ReferenceEquals(resting.Order, order));
        if (at >= 0)
        {
            orders.RemoveAt(at);
            Rearm();
        }
    }

    /// <summary>Keeps those that were not filled; from now on they are no longer new to the market.</summary>
    public void Settle(ReadOnlySpan<bool> filled)
    {
        var kept = 0;
        for (var i = 0; i < orders.Count; i++)
        {
            // Orders beyond the span came in while the others were being filled: they wait for the next event.
            if (i >= filled.Length || !filled[i])
            {
                orders[kept++] = i < filled.Length ? orders[i] with { IsFresh = false } : orders[i];
            }
        }

        orders.RemoveRange(kept, orders.Count - kept);
        Rearm();
    }

    void Rearm()
    {
        anyFresh = false;
        buyBelow = sellBelow = long.MinValue;
        buyAbove = sellAbove = long.MaxValue;
        foreach (var (order, price, isFresh) in orders)
        {
            // A market order waits for nothing but an event at which it may be filled.
            anyFresh |= isFresh || order.Type == OrderType.Market;
            switch (order.Type, order.Side)
            {
                case (OrderType.Limit, Side.Buy):
                    buyBelow = Math.Max(buyBelow, price);
                    break;
                case (OrderType.Limit, _):
                    sellAbove = Math.Min(sellAbove, price);
                    break;
                case (OrderType.Stop, Side.Buy):
                    buyAbove = Math.Min(buyAbove, price);
                    break;
                case (OrderType.Stop, _):
                    sellBelow = Math.Max(sellBelow, price);
                    break;
            }
        }
    }
}
