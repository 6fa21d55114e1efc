namespace Workbench.Core;

/// <summary>
/// The life of an order, for every mode: which report may follow in which state, and what it makes of the order. A report
/// that may not follow is a bug in whoever made it, and stops the run before money is counted wrongly.
/// </summary>
static class OrderStates
{
    /// <summary>Moves the order as the report says.</summary>
    /// <exception cref="InvalidOperationException">No venue may say that of an order in this state.</exception>
    public static void Apply(Order order, in ExecutionReport report)
    {
        if (!IsLegal(order, in report))
        {
            throw new InvalidOperationException($"Order {order.ClientOrderId} is {order.Status}; a report of {report.ExecType} cannot follow.");
        }

        Answer(order, in report);
        var next = Next(order, in report);
        order.Become(next, report.RejectReason, report.Text);
    }

    /// <summary>Notes that a cancellation is on its way: FIX message F.</summary>
    public static void AskCancel(Order order) => order.CancelRequested = true;

    /// <summary>Notes that an amendment is on its way: FIX message G.</summary>
    public static void AskReplace(Order order, OrderTerms terms) => order.Replacing = terms;

    static bool IsLegal(Order order, in ExecutionReport report) => report.ExecType switch
    {
        ExecType.New or ExecType.Rejected => order.Settled == OrdStatus.PendingNew,

        // After a cancellation, too: at a real venue a fill can be told late, and the money is spent.
        ExecType.Trade => order.Settled != OrdStatus.Filled && report.LastQty > 0m && order.CumQty + report.LastQty <= order.OrderQty,
        ExecType.Canceled or ExecType.Expired or ExecType.Triggered => !order.IsDone,
        ExecType.Replaced or ExecType.Restated => !order.IsDone && report.Terms is { } terms && terms.OrderQty >= order.CumQty,

        // The wish may have been overtaken: the refusal then finds the order done, and changes nothing.
        ExecType.CancelRejected or ExecType.ReplaceRejected => true,
        _ => false,
    };

    /// <summary>What the report does besides the state: quantities, terms, and wishes that are answered by it.</summary>
    static void Answer(Order order, in ExecutionReport report)
    {
        switch (report.ExecType)
        {
            case ExecType.Trade:
                order.Fill(report.LastQty, report.LastPx);
                break;
            case ExecType.Triggered:
                order.Trigger();
                break;
            case ExecType.CancelRejected:
                order.CancelRequested = false;
                break;
            case ExecType.Replaced or ExecType.ReplaceRejected:
                order.Replacing = null;
                break;
        }

        if (report.Terms is { } terms)
        {
            order.Amend(terms);
        }
    }

    static OrdStatus Next(Order order, in ExecutionReport report) => report.ExecType switch
    {
        ExecType.New => OrdStatus.New,
        ExecType.Rejected => OrdStatus.Rejected,
        ExecType.Canceled => OrdStatus.Canceled,
        ExecType.Expired => OrdStatus.Expired,
        ExecType.Trade when order.IsDone => order.Settled,
        ExecType.Trade or ExecType.Replaced or ExecType.Restated => order.CumQty == 0m ? order.Settled
            : order.CumQty == order.OrderQty ? OrdStatus.Filled : OrdStatus.PartiallyFilled,
        _ => order.Settled,
    };
}
