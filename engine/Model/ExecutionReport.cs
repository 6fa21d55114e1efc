namespace Workbench.Model;

/// <summary>The only thing a broker may say of an order. FIX message type 8.</summary>
/// <param name="ClientOrderId">The order it speaks of. FIX 11.</param>
/// <param name="ExecType">What just happened. FIX 150.</param>
/// <param name="TransactTime">When it happened at the venue, UTC nanoseconds. FIX 60.</param>
public readonly record struct ExecutionReport(long ClientOrderId, ExecType ExecType, long TransactTime)
{
    /// <summary>The venue's number of this report; one seen before is dropped. FIX ExecID (17).</summary>
    public long ExecId { get; init; }

    /// <summary>Units filled by this report. FIX LastQty (32).</summary>
    public decimal LastQty { get; init; }

    /// <summary>Price of this fill, in quote currency. FIX LastPx (31).</summary>
    public decimal LastPx { get; init; }

    /// <summary>Commission of this fill, in quote currency, positive when paid. FIX Commission (12).</summary>
    public decimal Commission { get; init; }

    /// <summary>What crossing the spread cost in this fill, in quote currency: distance to mid times quantity. Part of the price, told apart here.</summary>
    public decimal SpreadCost { get; init; }

    /// <summary>What slipping beyond the quoted price cost in this fill, in quote currency. Part of the price, told apart here.</summary>
    public decimal SlippageCost { get; init; }

    /// <summary>Whether this fill added liquidity (maker) and did not take it. FIX LastLiquidityInd (851): 1 added, 2 removed.</summary>
    public bool AddedLiquidity { get; init; }

    /// <summary>The order's terms from now on, where this report changes or fixes them; else null.</summary>
    public OrderTerms? Terms { get; init; }

    /// <summary>Why the order was refused. FIX 103.</summary>
    public RejectReason RejectReason { get; init; }

    /// <summary>The venue's words; empty where there is nothing to say. FIX 58.</summary>
    public string Text { get => field ?? ""; init; }
}
