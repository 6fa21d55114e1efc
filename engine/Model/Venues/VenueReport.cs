namespace Workbench.Model;

/// <summary>
/// What a venue said of an order, in its own ids, as its adapter understood it: repeated, late or out of order, as venues do.
/// The session sifts it into an <see cref="ExecutionReport"/>. FIX message type 8.
/// </summary>
/// <param name="ClOrdId">Our id; empty where the venue knows none. FIX 11.</param>
/// <param name="ExecType">What happened. FIX 150.</param>
/// <param name="TransactTime">When, at the venue, UTC nanoseconds. FIX 60.</param>
public sealed record VenueReport(string ClOrdId, ExecType ExecType, long TransactTime)
{
    /// <summary>The venue's id of the order; empty where it is not told. FIX 37.</summary>
    public string VenueOrderId { get; init; } = "";

    /// <summary>Symbol in the house's spelling.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>The venue's id of a fill: what is booked once. Required for <see cref="ExecType.Trade"/>. FIX 17.</summary>
    public string TradeId { get; init; } = "";

    /// <summary>Side, where the report is of an order that may be none of ours. FIX 54.</summary>
    public Side Side { get; init; }

    /// <summary>Units of this fill. FIX 32.</summary>
    public decimal LastQty { get; init; }

    /// <summary>Price of this fill. FIX 31.</summary>
    public decimal LastPx { get; init; }

    /// <summary>Filled in all by the venue's count, where it tells; else null. FIX 14.</summary>
    public decimal? CumQty { get; init; }

    /// <summary>Commission of this fill, positive when paid, in <see cref="CommissionCurrency"/>. FIX 12.</summary>
    public decimal Commission { get; init; }

    /// <summary>Currency of the commission; empty for the quote currency. FIX 479.</summary>
    public string CommissionCurrency { get; init; } = "";

    /// <summary>Whether the fill added liquidity. FIX 851.</summary>
    public bool AddedLiquidity { get; init; }

    /// <summary>The order's terms from now on, where the report changes them; else null.</summary>
    public OrderTerms? Terms { get; init; }

    /// <summary>Why it was refused. FIX 103.</summary>
    public RejectReason RejectReason { get; init; }

    /// <summary>The venue's words. FIX 58.</summary>
    public string Text { get; init; } = "";
}
