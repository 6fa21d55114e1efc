namespace Workbench.Core;

/// <summary>The way out: numbers a strategy's orders, journals them, asks risk, and hands them to the broker.</summary>
sealed class OrderDesk(OutputLog log, ReplayClock clock, Door door)
{
    readonly List<Order> open = [];
    long lastId;

    /// <summary>Where approved orders go.</summary>
    public required IBroker Broker { get; init; }

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
        if (type == OrderType.Market)
        {
            market.PendingMarketQty += order.SignedQty;
        }

        log.Submitted(market, order);
        if (!market.IsTraded)
        {
            Reject(order, RejectReason.UnknownInstrument, "the run does not trade it");
        }
        else if (RiskGate.Approve(order, out var reason, out var text) is { } approved)
        {
            Broker.Submit(approved);
        }
        else
        {
            Reject(order, reason, text);
        }

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
