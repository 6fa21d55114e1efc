namespace Workbench.Core;

/// <summary>The limits of one market, or of all together, each with its gauge; and the times at which orders were sent.</summary>
sealed class LimitSet
{
    readonly Queue<long> sent = new();
    readonly long window;

    public LimitSet(RiskLimits limits, Market? market, RiskAlerts alerts)
    {
        Gauge? Of(RiskRule rule, RiskLimit? limit) => Gauge.For(rule, market, limit, alerts);
        Market = market;
        window = limits.OrderRateNanos;
        OrderQty = Of(RiskRule.OrderQty, limits.OrderQty);
        OrderNotional = Of(RiskRule.OrderNotional, limits.OrderNotional);
        OpenOrders = Of(RiskRule.OpenOrders, limits.OpenOrders);
        OrderRate = Of(RiskRule.OrderRate, limits.OrderRate);
        PriceCollar = Of(RiskRule.PriceCollar, limits.PriceCollar);
        PositionQty = Of(RiskRule.PositionQty, limits.PositionQty);
        PositionNotional = Of(RiskRule.PositionNotional, limits.PositionNotional);
        GrossLeverage = Of(RiskRule.GrossLeverage, limits.GrossLeverage);
        NetLeverage = Of(RiskRule.NetLeverage, limits.NetLeverage);
        OfOrders = Present(OrderQty, OrderNotional, OpenOrders, OrderRate, PriceCollar);
        OfState = Present(PositionQty, PositionNotional, GrossLeverage, NetLeverage);
    }

    /// <summary>Whose limits; null for all together.</summary>
    public Market? Market { get; }

    public Gauge? OrderQty { get; }

    public Gauge? OrderNotional { get; }

    public Gauge? OpenOrders { get; }

    public Gauge? OrderRate { get; }

    public Gauge? PriceCollar { get; }

    public Gauge? PositionQty { get; }

    public Gauge? PositionNotional { get; }

    public Gauge? GrossLeverage { get; }

    public Gauge? NetLeverage { get; }

    /// <summary>Those that look at the order at hand.</summary>
    public Gauge[] OfOrders { get; }

    /// <summary>Those that look at what is held.</summary>
    public Gauge[] OfState { get; }

    /// <summary>Whether anything is limited.</summary>
    public bool IsNone => OfOrders.Length + OfState.Length == 0;

    /// <summary>Whether some limit needs to know what an order is worth, or where the market stands.</summary>
    public bool NeedsPrice => OrderNotional is not null || PositionNotional is not null || GrossLeverage is not null || NetLeverage is not null || PriceCollar is not null;

    /// <summary>Orders sent within the window that ends now.</summary>
    public int SentWithin(long now)
    {
        while (sent.TryPeek(out var first) && first <= now - window)
        {
            sent.Dequeue();
        }

        return sent.Count;
    }

    /// <summary>An order, or an amendment, was let through.</summary>
    public void Sent(long now)
    {
        if (OrderRate is not null)
        {
            sent.Enqueue(now);
        }
    }

    static Gauge[] Present(params Gauge?[] gauges) => [.. gauges.OfType<Gauge>()];
}
