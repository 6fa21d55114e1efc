namespace Workbench.Core;

/// <summary>The way out: numbers the strategies' orders, journals them, asks risk, and hands them to the broker.</summary>
sealed class OrderDesk(OutputLog log, ReplayClock clock, Door door, int books)
{
    readonly List<Order>[] open = [.. Enumerable.Range(0, books).Select(_ => new List<Order>())];
    readonly List<Order> answering = [];
    long lastId;

    /// <summary>Where approved orders go.</summary>
    public required IBroker Broker { get; init; }

    /// <summary>Who is asked before.</summary>
    public required RiskGate Risk { get; init; }

    /// <summary>Whether a session may send orders now; null in a backtest.</summary>
    public TradingState? State { get; init; }

    /// <summary>A script's orders that still work, oldest first.</summary>
    public IReadOnlyList<Order> OpenOf(int book) => open[book];

    /// <summary>All orders that still work, script by script.</summary>
    public IEnumerable<Order> All => open.SelectMany(static book => book);

    /// <summary>Orders of all scripts that still work.</summary>
    public int OpenCount => open.Sum(static book => book.Count);

    /// <summary>Orders sent so far.</summary>
    public long Submitted => lastId;

    /// <summary>Whether no market comes any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>No market comes any more: what is sent from now on is refused.</summary>
    public void Close() => IsClosed = true;

    /// <summary>Sends a plain order; a refused one comes back through the Door as rejected, like a venue's refusal would.</summary>
    public Order Send(Market market, int book, Side side, OrderType type, decimal qty, decimal price, string tag)
    {
        var order = new Order
        {
            ClientOrderId = ++lastId,
            Book = book,
            Instrument = market.Instrument,
            Side = side,
            Type = type,
            OrderQty = qty,
            Price = type == OrderType.Limit ? price : 0m,
            StopPx = type == OrderType.Stop ? price : 0m,
            Tag = tag,
            SentNanos = clock.Nanos,
        };
        Note(market, order);
        Dispatch(market, order, Approve(market, order, out var refusal), refusal);
        return order;
    }

    /// <summary>Sends an order of any kind.</summary>
    public Order Send(Market market, int book, NewOrder wanted)
    {
        var order = Make(market, book, wanted);
        Note(market, order);
        Dispatch(market, order, Approve(market, order, out var refusal), refusal);
        return order;
    }

    /// <summary>Sends orders that hang together: all of them, or none where one of them is refused.</summary>
    public OrderList SendList(Market[] of, int book, ContingencyType contingency, NewOrder? entry, NewOrder[] members)
    {
        var parent = entry is null ? null : Make(of[^1], book, entry);
        var list = new OrderList(contingency, parent);
        if (parent is not null)
        {
            parent.Exits = list;
            Note(of[^1], parent);
        }

        for (var i = 0; i < members.Length; i++)
        {
            var member = Make(of[i], book, members[i]);
            member.List = list;
            list.Add(member);
            Note(of[i], member);
        }

        // Exits go first: an entry that is filled as it arrives finds them there.
        Order[] all = parent is null ? [.. list.Orders] : [.. list.Orders, parent];
        var approvals = new RiskApproved<Order>?[all.Length];
        var refusals = new Refusal[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            approvals[i] = Approve(of[i], all[i], out refusals[i]);
        }

        var isRefused = Array.Exists(refusals, static refusal => refusal.Is);
        for (var i = 0; i < all.Length; i++)
        {
            Dispatch(of[i], all[i], isRefused ? null : approvals[i], refusals[i].Is ? refusals[i] : new Refusal(RejectReason.BadCombination, "another order of its list was refused"));
        }

        return list;
    }

    /// <summary>The venue closes a position that the margin no longer carries.</summary>
    public Order StopOut(Market market, int book, Side side, decimal qty)
    {
        var order = new Order
        {
            ClientOrderId = ++lastId,
            Book = book,
            Instrument = market.Instrument,
            Side = side,
            Type = OrderType.Market,
            OrderQty = qty,
            Tag = "stop-out",
            IsStopOut = true,
            SentNanos = clock.Nanos,
        };
        Note(market, order);
        market.Expect(book, order.SignedQty);
        Broker.Submit(RiskGate.StopOut(order));
        return order;
    }

    /// <summary>Risk makes a position smaller, whatever the script wants.</summary>
    public Order RiskExit(Market market, int book, Side side, decimal qty, string tag)
    {
        var order = new Order
        {
            ClientOrderId = ++lastId,
            Book = book,
            Instrument = market.Instrument,
            Side = side,
            Type = OrderType.Market,
            OrderQty = qty,
            ReduceOnly = true,
            Tag = tag,
            IsRiskExit = true,
            SentNanos = clock.Nanos,
        };
        Note(market, order);
        market.Expect(book, order.SignedQty);
        Broker.Submit(RiskGate.RiskExit(order));
        return order;
    }

    /// <summary>Asks for a cancellation; an order that is done stays as it is.</summary>
    public void Cancel(Order order)
    {
        if (!order.IsDone && !order.CancelRequested)
        {
            OrderStates.AskCancel(order);
            answering.Add(order);
            log.CancelSent(order, clock.Nanos);
            Broker.Cancel(order);
        }
    }

    /// <summary>Takes away what waits, before the venue or risk closes positions: it would only make things worse.</summary>
    public void CancelAll()
    {
        foreach (var book in open)
        {
            for (var i = book.Count - 1; i >= 0; i--)
            {
                if (!book[i].IsStopOut && !book[i].IsRiskExit)
                {
                    Cancel(book[i]);
                }
            }
        }
    }

    /// <summary>Asks for other terms; where they cannot be, or the order is done, the refusal comes back through the Door.</summary>
    public void Replace(Market market, Order order, OrderTerms terms)
    {
        log.ReplaceSent(order, terms, clock.Nanos);
        answering.Add(order);
        if (order.IsDone || order.Replacing is not null)
        {
            Refuse(order, ExecType.ReplaceRejected, order.IsDone
                ? new Refusal(RejectReason.OrderIsDone, "the order is done")
                : new Refusal(RejectReason.BadCombination, "an amendment of it is on its way already"));
        }
        else if (Risk.Approve(market, order, terms, out var refusal) is { } approved)
        {
            OrderStates.AskReplace(order, terms);
            Broker.Replace(order, approved);
        }
        else
        {
            Refuse(order, ExecType.ReplaceRejected, refusal);
        }
    }

    /// <summary>The order of that number that works, or of which an answer is awaited; null where neither is so.</summary>
    public Order? Find(long clientOrderId)
    {
        foreach (var book in open)
        {
            if (Find(book, clientOrderId) is { } order)
            {
                return order;
            }
        }

        return answering.Find(order => order.ClientOrderId == clientOrderId);
    }

    /// <summary>Takes in what a report said of an order: what was filled, or will never be, is no longer on its way.</summary>
    /// <param name="market">Its market.</param>
    /// <param name="order">The order.</param>
    /// <param name="report">The report.</param>
    /// <param name="before">Its quantity before the report: a split changes what is on its way.</param>
    public void Settle(Market market, Order order, in ExecutionReport report, decimal before)
    {
        // An acknowledgement settles nothing, and the refusal of a wish may come when all was settled already.
        if (order.Type == OrderType.Market && report.ExecType is not (ExecType.New or ExecType.CancelRejected or ExecType.ReplaceRejected))
        {
            var settled = report.ExecType == ExecType.Trade ? report.LastQty : order.IsDone ? order.OrderQty - order.CumQty : 0m;
            var change = order.OrderQty - before - settled;
            market.Expect(order.Book, order.Side == Side.Buy ? change : -change);
        }

        if (answering.Count > 0 && (order.IsDone || report.ExecType is ExecType.Replaced or ExecType.ReplaceRejected or ExecType.CancelRejected))
        {
            Forget(order, in report);
        }
    }

    /// <summary>Takes an order that is done off the list.</summary>
    public void Close(Order order) => open[order.Book].Remove(order);

    static Order? Find(List<Order> book, long clientOrderId)
    {
        int low = 0, high = book.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (book[middle].ClientOrderId.CompareTo(clientOrderId))
            {
                case 0:
                    return book[middle];
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return null;
    }

    /// <summary>An answer ends one wish; a wish that the order's end has overtaken is still to be answered by its refusal.</summary>
    void Forget(Order order, in ExecutionReport report)
    {
        if (report.ExecType is ExecType.Canceled or ExecType.Replaced or ExecType.ReplaceRejected or ExecType.CancelRejected)
        {
            answering.Remove(order);
        }
    }

    void Note(Market market, Order order)
    {
        open[order.Book].Add(order);
        log.Submitted(market, order);
    }

    void Dispatch(Market market, Order order, RiskApproved<Order>? approved, Refusal refusal)
    {
        // Risk counts what is on its way already; this order is among it from now on.
        if (order.Type == OrderType.Market)
        {
            market.Expect(order.Book, order.SignedQty);
        }

        if (approved is null)
        {
            Refuse(order, ExecType.Rejected, refusal);
        }
        else
        {
            Broker.Submit(approved);
        }
    }

    RiskApproved<Order>? Approve(Market market, Order order, out Refusal refusal)
    {
        refusal = IsClosed ? new Refusal(RejectReason.TooLate, "the run has ended")
            : !market.IsTraded ? new Refusal(RejectReason.UnknownInstrument, "the run does not trade it")
            : State?.WhyNot(market, Enlarges(market, order)) ?? default;
        return refusal.Is ? null : Risk.Approve(market, order, out refusal);
    }

    static bool Enlarges(Market market, Order order) =>
        !order.ReduceOnly && order.List?.Parent is null && Math.Abs(market.ExpectedQty + order.SignedQty) > Math.Abs(market.ExpectedQty);

    void Refuse(Order order, ExecType what, Refusal refusal) =>
        door.Post(new ExecutionReport(order.ClientOrderId, what, clock.Nanos) { RejectReason = refusal.Reason, Text = refusal.Text });

    Order Make(Market market, int book, NewOrder wanted) => new()
    {
        ClientOrderId = ++lastId,
        Book = book,
        Instrument = market.Instrument,
        Side = wanted.Side,
        Type = wanted.Type,
        TimeInForce = wanted.TimeInForce,
        ExpireNanos = wanted.TimeInForce == TimeInForce.Gtd ? UtcNanos.From(wanted.ExpireTime) : 0,
        OrderQty = wanted.OrderQty,
        Price = wanted.Price,
        StopPx = wanted.StopPx,
        Trail = wanted.Trail,
        LimitOffset = wanted.LimitOffset,
        PostOnly = wanted.PostOnly,
        ReduceOnly = wanted.ReduceOnly,
        DisplayQty = wanted.DisplayQty,
        Tag = wanted.Tag,
        SentNanos = clock.Nanos,
    };
}
