namespace Workbench.Core;

/// <summary>The market orders by which risk itself makes positions smaller. While one works its leg is left alone.</summary>
sealed class RiskExits(Account account, OrderDesk desk, ReplayClock clock)
{
    const long RetryNanos = UtcNanos.Second;

    readonly List<Order> closing = [];

    /// <summary>Whether one of them works.</summary>
    public bool AreWorking => closing.Exists(static order => !order.IsDone);

    /// <summary>When one that was refused is to be tried again, UTC nanoseconds; the end of time where none was.</summary>
    public long RetryDue
    {
        get
        {
            var due = long.MaxValue;
            foreach (var order in closing)
            {
                due = order.Status == OrdStatus.Rejected ? Math.Min(due, order.SentNanos + RetryNanos) : due;
            }

            return due;
        }
    }

    /// <summary>Closes all that is held.</summary>
    public void CloseAll(string tag)
    {
        closing.RemoveAll(IsOver);
        foreach (var market in account.Held)
        {
            Shrink(market, 1m, tag, side: 0);
        }
    }

    /// <summary>Makes positions smaller by a share, whole lots and never less than the share.</summary>
    /// <param name="of">In which market; null for all.</param>
    /// <param name="share">Share of each leg, above 0; 1 or more closes it.</param>
    /// <param name="tag">The reason, carried into trades.</param>
    /// <param name="side">+1 where only what is long goes, −1 where only what is short does; 0 for both.</param>
    public void Reduce(Market? of, decimal share, string tag, int side = 0)
    {
        foreach (var market in account.Held)
        {
            if (of is null || ReferenceEquals(of, market))
            {
                Shrink(market, share, tag, side);
            }
        }
    }

    void Shrink(Market market, decimal share, string tag, int side)
    {
        closing.RemoveAll(IsOver);
        for (var leg = 0; leg < market.Position.Legs.Length; leg++)
        {
            var qty = market.Position.Legs[leg].Qty;
            if (qty != 0m && (side == 0 || Math.Sign(qty) == side) && !IsClosing(market, leg, qty))
            {
                closing.Add(desk.RiskExit(market, market.Position.BookOf(leg), qty > 0m ? Side.Sell : Side.Buy, Part(market.Instrument, Math.Abs(qty), share), tag));
            }
        }
    }

    /// <summary>One that came to nothing is tried again a second later and not at once: a venue that refuses, or takes and cancels, must not be flooded.</summary>
    bool IsOver(Order order) => order.IsDone && (order.CumQty > 0m || clock.Nanos - order.SentNanos >= RetryNanos);

    bool IsClosing(Market market, int leg, decimal qty) => closing.Exists(order =>
        ReferenceEquals(order.Instrument, market.Instrument) && order.Book == market.Position.BookOf(leg) && order.Side == (qty > 0m ? Side.Sell : Side.Buy));

    /// <summary>Rounded up to whole lots: less would leave the limit passed.</summary>
    static decimal Part(Instrument instrument, decimal qty, decimal share)
    {
        if (share >= 1m)
        {
            return qty;
        }

        var part = decimal.Ceiling(qty * share / instrument.LotStep) * instrument.LotStep;
        return Math.Min(qty, Math.Max(part, instrument.MinQty));
    }
}
