namespace Workbench.Core;

/// <summary>The one way to a broker: what it lets through carries its approval, what it refuses gets a reason and no market.</summary>
sealed class RiskGate(Margin margin)
{
    /// <summary>Tells whether the venue has closed the account; set by whoever puts the run together.</summary>
    public Func<bool> IsClosed { private get; set; } = static () => false;

    /// <summary>Approves an order, or says why not.</summary>
    public RiskApproved<Order>? Approve(Market market, Order order, out RejectReason reason, out string text)
    {
        (reason, text) = Check(order);
        if (reason == RejectReason.None)
        {
            (reason, text) = CheckAccount(market, order);
        }

        return reason == RejectReason.None ? new RiskApproved<Order>(order) : null;
    }

    /// <summary>The venue's own order: what it closes is neither asked for margin nor for whole lots.</summary>
    public static RiskApproved<Order> StopOut(Order order) => order.IsStopOut
        ? new RiskApproved<Order>(order)
        : throw new InvalidOperationException($"Order {order.ClientOrderId} is the trader's own and has to be asked after.");

    (RejectReason Reason, string Text) CheckAccount(Market market, Order order)
    {
        if (IsClosed())
        {
            return (RejectReason.AccountClosed, "the account was closed when its equity was used up");
        }

        return margin.Carries(market, order, out var needed)
            ? default
            : (RejectReason.InsufficientMargin, FormattableString.Invariant($"margin of {needed:0.##} is needed, more than equity"));
    }

    static (RejectReason Reason, string Text) Check(Order order)
    {
        var instrument = order.Instrument;
        var qty = order.OrderQty;
        if (qty < instrument.MinQty)
        {
            return (RejectReason.BadQuantity, FormattableString.Invariant($"quantity {qty} is below the smallest, {instrument.MinQty}"));
        }

        if (instrument.MaxQty > 0m && qty > instrument.MaxQty)
        {
            return (RejectReason.BadQuantity, FormattableString.Invariant($"quantity {qty} is above the largest, {instrument.MaxQty}"));
        }

        if (qty % instrument.LotStep != 0m)
        {
            return (RejectReason.BadQuantity, FormattableString.Invariant($"quantity {qty} is no multiple of {instrument.LotStep}"));
        }

        if (order.Type == OrderType.Market)
        {
            return default;
        }

        var price = order.Type == OrderType.Limit ? order.Price : order.StopPx;
        return price <= 0m || price > instrument.FromRaw(long.MaxValue) || price % instrument.TickSize != 0m
            ? (RejectReason.BadPrice, FormattableString.Invariant($"price {price} is no positive multiple of the tick size {instrument.TickSize}"))
            : default;
    }
}
