namespace Workbench.Simulators.Oanda;

/// <summary>ORDER_CANCEL: an order ended without a fill, or ORDER_CANCEL_REJECT: there was none to end.</summary>
public sealed record CancelTransaction : Transaction
{
    public override string Type => RejectReason is null ? "ORDER_CANCEL" : "ORDER_CANCEL_REJECT";

    public long? OrderID { get; init; }

    public string? ClientOrderID { get; init; }

    public string? Reason { get; init; }

    public long? ReplacedByOrderID { get; init; }

    /// <summary>Whose trade's end took it along.</summary>
    public long? ClosedTradeID { get; init; }

    public long? TradeCloseTransactionID { get; init; }

    public string? RejectReason { get; init; }
}
