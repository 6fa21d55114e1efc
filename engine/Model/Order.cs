namespace Workbench.Model;

/// <summary>
/// One intention to trade and where it stands. OrderQty = CumQty + LeavesQty while it works; the only thing that moves it is
/// an <see cref="ExecutionReport"/>, in every mode, by the one state machine in Core.
/// </summary>
public sealed class Order
{
    OrdStatus status = OrdStatus.PendingNew;
    decimal orderQty;
    decimal price;
    decimal stopPx;
    decimal filledValue;

    /// <summary>The order's number in its session, from 1. Venues get it as text. FIX ClOrdID (11).</summary>
    public required long ClientOrderId { get; init; }

    /// <summary>Which of the run's scripts sent it, from 0: its fills go into that script's book.</summary>
    public int Book { get; init; }

    /// <summary>What is to be traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Buy or sell. FIX 54.</summary>
    public required Side Side { get; init; }

    /// <summary>How it wants its price. FIX 40.</summary>
    public required OrderType Type { get; init; }

    /// <summary>How long it works. Default until cancelled. FIX 59.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.Gtc;

    /// <summary>When a good-till-date order ends, UTC nanoseconds; 0 elsewhere. FIX ExpireTime (126).</summary>
    public long ExpireNanos { get; init; }

    /// <summary>Units or contracts wanted, positive. FIX OrderQty (38).</summary>
    public required decimal OrderQty { get => orderQty; init => orderQty = value; }

    /// <summary>Limit price, in quote currency; 0 where the type has none. FIX Price (44).</summary>
    public decimal Price { get => price; init => price = value; }

    /// <summary>Trigger price, in quote currency; 0 where the type has none, and for a trailing stop until it is reached. FIX StopPx (99).</summary>
    public decimal StopPx { get => stopPx; init => stopPx = value; }

    /// <summary>How far a trailing stop stays behind. FIX PegOffsetValue (211).</summary>
    public Trail Trail { get; init; }

    /// <summary>How far beyond its stop a trailing stop-limit may be filled, in quote currency.</summary>
    public decimal LimitOffset { get; init; }

    /// <summary>Whether it is refused where it would trade at once. FIX ExecInst (18) '6'.</summary>
    public bool PostOnly { get; init; }

    /// <summary>Whether it may only make a position smaller. FIX ExecInst (18) 'E'.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>How much of it others see at a time; 0 for all. FIX DisplayQty (1138).</summary>
    public decimal DisplayQty { get; init; }

    /// <summary>The script's own word for why, such as <c>cross</c>; carried into trades and report. Empty by default.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Whether the venue sent it, because the margin no longer carried the position.</summary>
    public bool IsStopOut { get; init; }

    /// <summary>Whether risk sent it, to make a position smaller.</summary>
    public bool IsRiskExit { get; init; }

    /// <summary>The exits or alternatives that it is one of; null where it stands alone.</summary>
    public OrderList? List { get; internal set; }

    /// <summary>The exits that its fills release; null where it has none.</summary>
    public OrderList? Exits { get; internal set; }

    /// <summary>When the strategy decided, UTC nanoseconds. FIX TransactTime (60).</summary>
    public required long SentNanos { get; init; }

    /// <summary>Where it stands. FIX 39.</summary>
    public OrdStatus Status => IsDone ? status
        : CancelRequested ? OrdStatus.PendingCancel
        : Replacing is not null && status != OrdStatus.PendingNew ? OrdStatus.PendingReplace
        : status;

    /// <summary>Filled so far. FIX CumQty (14).</summary>
    public decimal CumQty { get; private set; }

    /// <summary>Still to be filled; 0 once it is done. FIX LeavesQty (151).</summary>
    public decimal LeavesQty => IsDone ? 0m : orderQty - CumQty;

    /// <summary>Average price of what was filled; 0 before. FIX AvgPx (6).</summary>
    public decimal AvgPx => CumQty == 0m ? 0m : filledValue / CumQty;

    /// <summary>Why it, or the last wish to change it, was refused. FIX 103.</summary>
    public RejectReason RejectReason { get; private set; }

    /// <summary>The venue's last words on it, empty where there is nothing to say. FIX Text (58).</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether its trigger was reached: a stop or touch order works as a market or limit order since.</summary>
    public bool IsTriggered { get; private set; }

    /// <summary>Whether nothing can happen to it any more.</summary>
    public bool IsDone => status >= OrdStatus.Filled;

    /// <summary>+OrderQty for a buy, −OrderQty for a sell.</summary>
    public decimal SignedQty => Side == Side.Buy ? orderQty : -orderQty;

    /// <summary>Whether a cancellation was asked for and not yet answered; until then the order works on.</summary>
    public bool CancelRequested { get; internal set; }

    /// <summary>The terms asked for and not yet answered; null where none are.</summary>
    public OrderTerms? Replacing { get; internal set; }

    /// <summary>What kind of exit it makes where it closes a position.</summary>
    public ExitReason ExitReason => IsStopOut ? ExitReason.StopOut : IsRiskExit ? ExitReason.Risk : Type switch
    {
        OrderType.Limit or OrderType.MarketIfTouched or OrderType.LimitIfTouched => ExitReason.Target,
        OrderType.Stop or OrderType.StopLimit => ExitReason.Stop,
        OrderType.TrailingStop or OrderType.TrailingStopLimit => ExitReason.TrailingStop,
        OrderType.MarketOnOpen or OrderType.MarketOnClose => ExitReason.Session,
        _ => ExitReason.Signal,
    };

    /// <summary>The state without what is asked for and not answered.</summary>
    internal OrdStatus Settled => status;

    /// <summary>Takes a status, with the venue's words on it.</summary>
    internal void Become(OrdStatus next, RejectReason reason, string text)
    {
        status = next;
        RejectReason = reason;
        Text = text;
    }

    /// <summary>Books a fill.</summary>
    internal void Fill(decimal qty, decimal at)
    {
        CumQty += qty;
        filledValue += qty * at;
    }

    /// <summary>Takes other terms.</summary>
    internal void Amend(OrderTerms terms) => (orderQty, price, stopPx) = (terms.OrderQty, terms.Price, terms.StopPx);

    /// <summary>Notes that its trigger was reached.</summary>
    internal void Trigger() => IsTriggered = true;
}
