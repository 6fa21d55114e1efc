using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>
/// Orders of one instrument that wait at the simulated venue, oldest first, with the raw prices at which the first of them
/// could be filled: while the market stays between those, four comparisons tell that nothing happens.
/// </summary>
sealed class RestingOrders
{
    readonly List<Resting> orders = [];
    bool anyFresh;
    long buyBelow = long.MinValue;
    long buyAbove = long.MaxValue;
    long sellBelow = long.MinValue;
    long sellAbove = long.MaxValue;

    public int Count => orders.Count;

    public Resting this[int index] => orders[index];

    /// <summary>Whether these prices could fill one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Touch(long bid, long ask) =>
        anyFresh || ask <= buyBelow || ask >= buyAbove || bid >= sellAbove || bid <= sellBelow;

    /// <summary>Whether any price of a stretch could fill one of them.</summary>
    public bool Touch(in Stretch bid, in Stretch ask) =>
        anyFresh || ask.Low <= buyBelow || ask.High >= buyAbove || bid.High >= sellAbove || bid.Low <= sellBelow;

    public void Add(Resting resting)
    {
        orders.Add(resting);
        Arm(resting);
    }

    public Resting? Find(Order order)
    {
        foreach (var resting in orders)
        {
            if (ReferenceEquals(resting.Order, order))
            {
                return resting;
            }
        }

        return null;
    }

    /// <summary>Puts an amended order behind all others.</summary>
    public void Requeue(Resting resting)
    {
        orders.Remove(resting);
        orders.Add(resting);
    }

    /// <summary>Forgets those that are done, and finds out anew at which prices the others wait.</summary>
    public void Settle()
    {
        var kept = 0;
        for (var i = 0; i < orders.Count; i++)
        {
            if (!orders[i].IsDone)
            {
                orders[kept++] = orders[i];
            }
        }

        orders.RemoveRange(kept, orders.Count - kept);
        anyFresh = false;
        buyBelow = sellBelow = long.MinValue;
        buyAbove = sellAbove = long.MaxValue;
        foreach (var resting in orders)
        {
            Arm(resting);
        }
    }

    void Arm(Resting resting)
    {
        // An order for any price waits for nothing but an event at which it may be filled.
        anyFresh |= resting.Wait == Wait.Any || (resting.IsFresh && resting.Wait != Wait.Held) || WantsQueue(resting);
        switch (resting.Wait)
        {
            case Wait.Limit:
                Below(resting.IsBuy, resting.LimitRaw);
                break;
            case Wait.Touch:
                Below(resting.IsBuy, resting.StopRaw);
                break;
            case Wait.Stop:
                Beyond(resting.IsBuy, resting.StopRaw);
                break;
            case Wait.Trail when resting.BestRaw != 0:
                Beyond(resting.IsBuy, resting.StopRaw);

                // Each new best moves the stop.
                Below(resting.IsBuy, resting.IsBuy ? resting.BestRaw - 1 : resting.BestRaw + 1);
                break;
        }
    }

    /// <summary>Whether it still has to find its place in a queue: the next event at which the book may be believed tells how many are ahead.</summary>
    static bool WantsQueue(Resting resting) => resting is { Wait: Wait.Limit, IsQueued: false, Market.Book: not null };

    /// <summary>Something happens when the price comes in our favour to that.</summary>
    void Below(bool isBuy, long price)
    {
        if (isBuy)
        {
            buyBelow = Math.Max(buyBelow, price);
        }
        else
        {
            sellAbove = Math.Min(sellAbove, price);
        }
    }

    /// <summary>Something happens when the price goes against us to that.</summary>
    void Beyond(bool isBuy, long price)
    {
        if (isBuy)
        {
            buyAbove = Math.Min(buyAbove, price);
        }
        else
        {
            sellBelow = Math.Max(sellBelow, price);
        }
    }
}
