namespace Workbench.Model;

/// <summary>
/// One intention to trade and where it stands. OrderQty = CumQty + LeavesQty while it works; the only thing that moves it is
/// an <see cref="ExecutionReport"/>, in every mode.
/// </summary>
public sealed class Order
{
    /// <summary>The order's number in its session, from 1. Venues get it as text. FIX ClOrdID (11).</summary>
    public required long ClientOrderId { get; init; }

    /// <summary>What is to be traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Buy or sell. FIX 54.</summary>
    public required Side Side { get; init; }

    /// <summary>Market, limit or stop. FIX 40.</summary>
    public required OrderType Type { get; init; }

    /// <summary>How long it works. Default until cancelled. FIX 59.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.Gtc;

    /// <summary>Units or contracts wanted, positive. FIX OrderQty (38).</summary>
    public required decimal OrderQty { get; init; }

    /// <summary>Limit price, in quote currency; 0 where the type has none. FIX Price (44).</summary>
    public decimal Price { get; init; }

    /// <summary>Trigger price, in quote currency; 0 where the type has none. FIX StopPx (99).</summary>
    public decimal StopPx { get; init; }

    /// <summary>The script's own word for why, such as <c>cross</c>; carried into trades and report. Empty by default.</summary>
    public string Tag { get; init; } = "";

    /// <summary>When the strategy decided, UTC nanoseconds. FIX TransactTime (60).</summary>
    public required long SentNanos { get; init; }

    /// <summary>Where it stands. FIX 39.</summary>
    public OrdStatus Status { get; private set; } = OrdStatus.PendingNew;

    /// <summary>Filled so far. FIX CumQty (14).</summary>
    public decimal CumQty { get; private set; }

    /// <summary>Still to be filled; 0 once it is done. FIX LeavesQty (151).</summary>
    public decimal LeavesQty => IsDone ? 0m : OrderQty - CumQty;

    /// <summary>Average price of what was filled; 0 before. FIX AvgPx (6).</summary>
    public decimal AvgPx => CumQty == 0m ? 0m : filledValue / CumQty;

    /// <summary>Why it was refused. FIX 103.</summary>
    public RejectReason RejectReason { get; private set; }

    /// <summary>The venue's words on its end, empty while it works. FIX Text (58).</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether nothing can happen to it any more.</summary>
    public bool IsDone => Status >= OrdStatus.Filled;

    /// <summary>+OrderQty for a buy, −OrderQty for a sell.</summary>
    public decimal SignedQty => Side == Side.Buy ? OrderQty : -OrderQty;

    /// <summary>Whether a cancellation was asked for; until the venue reports, the order works on.</summary>
    public bool CancelRequested { get; internal set; }

    decimal filledValue;

    /// <summary>Moves the order as the report says.</summary>
    /// <exception cref="InvalidOperationException">No venue may say that of an order in this state: a bug, which stops the run.</exception>
    public void Apply(in ExecutionReport report)
    {
        var legal = report.ExecType switch
        {
            ExecType.New => Status == OrdStatus.PendingNew,
            ExecType.Trade => !IsDone && report.LastQty > 0m && CumQty + report.LastQty <= OrderQty,
            ExecType.Rejected => Status == OrdStatus.PendingNew,
            ExecType.Canceled or ExecType.Expired => !IsDone,
            _ => false,
        };
        if (!legal)
        {
            throw new InvalidOperationException($"Order {ClientOrderId} is {Status}; a report of {report.ExecType} cannot follow.");
        }

        if (report.ExecType == ExecType.Trade)
        {
            CumQty += report.LastQty;
            filledValue += report.LastQty * report.LastPx;
        }

        RejectReason = report.RejectReason;
        Text = report.Text;
        Status = report.ExecType switch
        {
            ExecType.New => OrdStatus.New,
            ExecType.Trade => CumQty == OrderQty ? OrdStatus.Filled : OrdStatus.PartiallyFilled,
            ExecType.Canceled => OrdStatus.Canceled,
            ExecType.Rejected => OrdStatus.Rejected,
            _ => OrdStatus.Expired,
        };
    }
}
