using System.Globalization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>An order that a script decided on, and what became of it.</summary>
sealed record DecidedOrder(
    long Number, int Book, string Symbol, Side Side, OrderType Type, decimal Qty, string Tag, long Time, OrdStatus Status, decimal CumQty, decimal AvgPx, RejectReason Reason)
{
    /// <summary>The decision behind an order.</summary>
    public static DecidedOrder Of(Order order) => new(
        order.ClientOrderId, order.Book, order.Instrument.Symbol, order.Side, order.Type, order.OrderQty, order.Tag, order.SentNanos, order.Status, order.CumQty, order.AvgPx, order.RejectReason);

    /// <summary>Whether both are the same wish.</summary>
    public bool IsAs(DecidedOrder other) => (Book, Symbol, Side, Type, Qty, Tag) == (other.Book, other.Symbol, other.Side, other.Type, other.Qty, other.Tag);

    /// <summary>Whether the same became of both.</summary>
    public bool EndedAs(DecidedOrder other) => CumQty == other.CumQty && AvgPx == other.AvgPx;

    /// <summary>It in a line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{UtcNanos.ToIso(Time)} {Side} {Qty} {Symbol} {Type}{(Tag.Length > 0 ? $" '{Tag}'" : "")}: {Status}{(CumQty > 0m ? $" {CumQty} at {AvgPx:0.#########}" : "")}");
}
