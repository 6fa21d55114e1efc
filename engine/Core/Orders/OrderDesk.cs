namespace Workbench.Core;

/// <summary>The way out: numbers a strategy's orders, journals them, asks risk, and hands them to the broker.</summary>
sealed class OrderDesk(OutputLog log, ReplayClock clock, Door door)
{
    readonly List<Order> open = [];
    long lastId;

    /// <summary>Where approved orders go.</summary>
    public required IBroker Broker { get; init; }

    /// <summary>What asks after each order.</summary>
    public required RiskGate Risk { get; init; }

    /// <summary>Orders that still work, oldest first.</summary>
    public IReadOnlyList<Order> Open => open;

    /// <summary>Orders sent so far.</summary>
    public long Submitted => lastId;

    /// <summary>Sends an order; a refused one comes back through the Door as rejected, like a venue's refusal would.</summary>
    public Order Send(Market market, Side side, OrderType type, decimal qty, decimal price, string tag)
    {
        var order = new Order
        {
            ClientOrderId = ++lastId,
            Instrument = market.Instrument,
            Side = side,
            Type = type,
            OrderQty = qty,
            Price = type == OrderType.Limit ? price : 0m,
            StopPx = type == OrderType.Stop ? price : 0m,
            Tag = tag,
            SentNanos = clock.Nanos,
        };
        open.Add(order);
        log.Submitted(market, order);

        // Risk counts what is on its way already: this order not among it yet.
        var (reason, text) = (RejectReason.UnknownInstrument, "the run does not trade it");
        var approved = market.IsTraded ? Risk.Approve(market, order, out reason, out text) : null;
        if (type == OrderType.Market)
        {
            market.PendingMarketQty += order.SignedQty;
        }

        if (approved is not null)
        {
            Broker.Submit(approved);
        }
        else
        {
            Reject(order, reason, text);
        }

        return order;
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
        open.Add(order);
        market.PendingMarketQty += order.SignedQty;
        log.Submitted(market, order);
        Broker.Submit(RiskGate.StopOut(order));
        return order;
    }

    /// <summary>Asks for a cancellation; an order that is done stays as it is.</summary>
    public void Cancel(Order order)
    {
        if (!order.IsDone && !order.CancelRequested)
        {
            OrderStates.AskCancel(order);
            log.CancelSent(order, clock.Nanos);
            Broker.Cancel(order);
        }
    }

    /// <summary>The open order of that number; null where it is done or was never ours.</summary>
    public Order? Find(long clientOrderId)
    {
        int low = 0, high = open.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (open[middle].ClientOrderId.CompareTo(clientOrderId))
            {
                case 0:
                    return open[middle];
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

    /// <summary>Takes an order that is done off the list.</summary>
    public void Close(Order order) => open.Remove(order);

    void Reject(Order order, RejectReason reason, string text) =>
        door.Post(new ExecutionReport(order.ClientOrderId, ExecType.Rejected, clock.Nanos) { RejectReason = reason, Text = text });
}
