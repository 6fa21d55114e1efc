namespace Workbench.Core;

/// <summary>The one way to a broker: what it lets through carries its approval, what it refuses gets a reason and no market.</summary>
sealed class RiskGate
{
    /// <summary>Approves an order, or says why not.</summary>
    public static RiskApproved<Order>? Approve(Order order, out RejectReason reason, out string text)
    {
        (reason, text) = Check(order);
        return reason == RejectReason.None ? new RiskApproved<Order>(order) : null;
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
