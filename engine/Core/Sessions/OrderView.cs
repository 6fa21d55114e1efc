namespace Workbench.Core;

/// <summary>A working order at one moment.</summary>
public sealed record OrderView(
    long ClientOrderId, string Symbol, Side Side, OrderType Type, OrdStatus Status, decimal OrderQty, decimal CumQty, decimal Price, decimal StopPx, long SentNanos, string Tag)
{
    internal static OrderView Of(Order order) => new(
        order.ClientOrderId, order.Instrument.Symbol, order.Side, order.Type, order.Status, order.OrderQty, order.CumQty, order.Price, order.StopPx, order.SentNanos, order.Tag);
}
