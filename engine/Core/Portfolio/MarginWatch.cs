namespace Workbench.Core;

/// <summary>
/// The venue's eye on the account: warns when margin runs short, closes positions when it no longer carries them, and closes
/// the account when equity is used up. It looks whenever equity is looked at; between those looks nothing can have changed.
/// </summary>
/// <remarks>What it closes, it closes with ordinary market orders: they meet the next price and pay the spread.</remarks>
sealed class MarginWatch(AccountTerms terms, Account account, Margin margin, OrderDesk desk, OutputLog log, IRunSink sink)
{
    readonly List<Order> closing = [];
    bool isStoppingOut;

    /// <summary>Whether a margin call is in force.</summary>
    public bool IsCalled { get; private set; }

    /// <summary>Margin calls so far.</summary>
    public long Calls { get; private set; }

    /// <summary>Times that closing began.</summary>
    public long StopOuts { get; private set; }

    /// <summary>When the account was closed; 0 while it is not.</summary>
    public long ClosedTime { get; private set; }

    /// <summary>Whether the venue takes orders no more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Looks at the account as it is now.</summary>
    public void Look(decimal equity, long time)
    {
        if (equity <= 0m && !IsClosed)
        {
            Shut(equity, time);
        }

        if (IsClosed)
        {
            CloseOut(all: true);
            return;
        }

        if (margin.IsAsked)
        {
            Compare(equity, time);
        }
    }

    void Shut(decimal equity, long time)
    {
        IsClosed = true;
        ClosedTime = time;
        StopOuts++;
        Tell(new MarginEvent(time, MarginEventKind.Closed, equity, margin.Used().Maintenance));
        desk.CancelAll();
    }

    void Compare(decimal equity, long time)
    {
        var (initial, maintenance) = margin.Used();
        var isShort = initial > 0m && equity <= terms.MarginCallLevel * initial;
        if (isShort && !IsCalled)
        {
            Calls++;
            Tell(new MarginEvent(time, MarginEventKind.Call, equity, initial));
        }

        IsCalled = isShort;
        var isOut = maintenance > 0m && equity <= maintenance;
        if (isOut && !isStoppingOut)
        {
            StopOuts++;
            Tell(new MarginEvent(time, MarginEventKind.StopOut, equity, maintenance));
            desk.CancelAll();
        }

        isStoppingOut = isOut;
        if (isOut)
        {
            CloseOut(terms.StopOut == StopOutRule.AllAtOnce);
        }
    }

    void CloseOut(bool all)
    {
        closing.RemoveAll(static order => order.IsDone);
        if (all)
        {
            foreach (var market in account.Held)
            {
                Close(market);
            }
        }
        else if (closing.Count == 0 && Worst() is { } worst)
        {
            Close(worst);
        }
    }

    /// <summary>The market whose positions have lost most.</summary>
    Market? Worst()
    {
        Market? worst = null;
        var most = decimal.MaxValue;
        foreach (var market in account.Held)
        {
            var profit = market.Conversion.Convert(market.Unrealised);
            if (profit < most)
            {
                (worst, most) = (market, profit);
            }
        }

        return worst;
    }

    void Close(Market market)
    {
        for (var leg = 0; leg < market.Position.Legs.Length; leg++)
        {
            var qty = market.Position.Legs[leg].Qty;
            var (book, side) = (market.Position.BookOf(leg), qty > 0m ? Side.Sell : Side.Buy);
            if (qty != 0m && !closing.Exists(order => !order.IsDone && ReferenceEquals(order.Instrument, market.Instrument) && order.Book == book && order.Side == side))
            {
                closing.Add(desk.StopOut(market, book, side, Math.Abs(qty)));
            }
        }
    }

    void Tell(in MarginEvent said)
    {
        log.Margin(in said);
        sink.Margin(in said);
    }
}
