namespace Workbench.Core;

/// <summary>
/// Makes of what a venue says, repeated, late and out of order as it comes, what the one state machine of orders takes: every
/// fill once, an acknowledgement before anything else, an end after all fills.
/// </summary>
sealed class Sifter(LiveTerms terms, Door door, ReplayClock clock, Flights flights, LiveBroker broker)
{
    /// <summary>Takes a report in.</summary>
    public void Take(VenueReport report)
    {
        if (flights.Find(report.ClOrdId, report.VenueOrderId) is not { } flight)
        {
            broker.Auditor.Strange(report);
            return;
        }

        flight.NewsNanos = clock.Nanos;
        flight.Missing = flight.Tries = 0;
        if (!flight.IsDone)
        {
            flights.Name(flight, report.VenueOrderId);
        }

        switch (report.ExecType)
        {
            case ExecType.New:
                Acknowledge(flight);
                break;
            case ExecType.Trade:
                Fill(flight, new VenueFill(report.TradeId, report.TransactTime, report.LastQty, report.LastPx)
                {
                    Commission = report.Commission, CommissionCurrency = report.CommissionCurrency, AddedLiquidity = report.AddedLiquidity,
                });
                break;
            case ExecType.Replaced or ExecType.Restated:
                Amend(flight, report);
                break;
            case ExecType.Triggered:
                Trigger(flight, report);
                break;
            case ExecType.CancelRejected or ExecType.ReplaceRejected:
                Refuse(flight, report);
                break;
            default:
                End(flight, report);
                break;
        }

        Settle(flight);
    }

    /// <summary>The venue has it: said before anything else is said of it.</summary>
    public void Acknowledge(Flight flight)
    {
        if (flight.IsAcknowledged || flight.IsDone)
        {
            broker.Counts.Repeated++;
            return;
        }

        flight.IsAcknowledged = true;
        Say(flight, ExecType.New);
    }

    /// <summary>Books a fill that was not booked before.</summary>
    /// <param name="flight">The order.</param>
    /// <param name="fill">The fill.</param>
    /// <param name="isSettled">Whether the order's quantity at the venue is known to be the one that was told.</param>
    /// <returns>Whether it was new.</returns>
    public bool Fill(Flight flight, VenueFill fill, bool isSettled = false)
    {
        var order = flight.Order;
        if (flight.Has(fill.TradeId))
        {
            broker.Counts.RepeatedFills++;
            return false;
        }

        var cumQty = flight.CumQty + fill.Qty;
        if (!isSettled && !flight.IsDone && (cumQty > flight.OrderQty || (cumQty == flight.OrderQty && flight.Replacing is not null)))
        {
            // Whether that makes it whole hangs on an amendment of which nothing was heard: a question brings both, fill and quantity.
            broker.Ask(flight);
            return false;
        }

        if (cumQty > flight.OrderQty)
        {
            // More than was ordered is no fill that the books could take: the comparison of positions will stop entries.
            broker.Tell(true, FormattableString.Invariant($"{terms.Venue.Venue} filled {cumQty} of order {flight.ClOrdId}, which asked for {flight.OrderQty}."));
            return false;
        }

        flight.Take(fill.TradeId, fill.Qty);
        if (flight.IsDone)
        {
            broker.Counts.LateFills++;
            broker.Tell(true, FormattableString.Invariant($"Order {flight.ClOrdId} was filled with {fill.Qty} at {fill.Px} after its end had been told."));
        }
        else if (!flight.IsAcknowledged)
        {
            Acknowledge(flight);
        }

        broker.Counts.Fills++;
        door.Post(new ExecutionReport(order.ClientOrderId, ExecType.Trade, clock.Nanos)
        {
            LastQty = fill.Qty,
            LastPx = fill.Px,
            Commission = InQuote(flight, fill),
            AddedLiquidity = fill.AddedLiquidity,
        });
        broker.Auditor.Filled(order.Instrument, fill);
        broker.Held.Filled(order, isWhole: flight.CumQty == flight.OrderQty);
        if (flight.CumQty == flight.OrderQty && !flight.IsDone)
        {
            Land(flight, isCancelAnswered: false);
        }

        return true;
    }

    /// <summary>Its end, where all of its fills were heard of; else it waits for them.</summary>
    public void End(Flight flight, VenueReport report)
    {
        if (flight.IsDone)
        {
            broker.Counts.Repeated++;
            return;
        }

        if (report.CumQty is { } cumQty && cumQty > flight.CumQty)
        {
            flight.Ending = report;
            broker.Await(flight, terms.QueryNanos);
            return;
        }

        Close(flight, report.ExecType, report.RejectReason, report.Text);
    }

    /// <summary>Tells its end.</summary>
    public void Close(Flight flight, ExecType how, RejectReason reason, string text)
    {
        if (how == ExecType.Rejected && flight.IsAcknowledged)
        {
            // It had been taken and is taken back: to the strategy that is a cancellation.
            how = ExecType.Canceled;
        }
        else if (how != ExecType.Rejected && !flight.IsAcknowledged)
        {
            Acknowledge(flight);
        }

        var isAnswer = how == ExecType.Canceled && flight.IsCancelling;
        Say(flight, how, reason, text);
        Land(flight, isAnswer);
        broker.Held.Ended(flight.Order, flight.CumQty);
    }

    /// <summary>Says that terms are as wanted, or as the venue has them.</summary>
    public void Amend(Flight flight, OrderTerms terms)
    {
        var isWanted = flight.Replacing is not null;
        flight.Replacing = null;
        flight.Unchanged = 0;
        flight.Terms = terms with { OrderQty = Math.Max(terms.OrderQty, flight.CumQty) };
        Say(flight, isWanted ? ExecType.Replaced : ExecType.Restated, terms: flight.Terms);
        if (flight.OrderQty == flight.CumQty)
        {
            Land(flight, isCancelAnswered: false);
        }
    }

    /// <summary>Says that an amendment did not come about.</summary>
    public void RefuseTerms(Flight flight, RejectReason reason, string text)
    {
        flight.Replacing = null;
        flight.Unchanged = 0;
        Say(flight, ExecType.ReplaceRejected, reason, text);
    }

    /// <summary>Says that a cancellation did not come about.</summary>
    public void RefuseCancel(Flight flight, RejectReason reason, string text)
    {
        flight.IsCancelling = false;
        Say(flight, ExecType.CancelRejected, reason, text);
    }

    /// <summary>Says what waited until now, and finds out whether the venue is still to be asked.</summary>
    public void Settle(Flight flight)
    {
        if (flight.Ending is { } end && (end.CumQty ?? 0m) <= flight.CumQty)
        {
            flight.Ending = null;
            Close(flight, end.ExecType, end.RejectReason, end.Text);
        }

        if (flight.IsDone)
        {
            return;
        }

        if (flight.IsAcknowledged && (flight.WantsCancel || flight.WantsTerms is not null))
        {
            broker.SendWants(flight);
        }
        else if (!flight.IsPending)
        {
            flights.Unwatch(flight);
        }
    }

    void Amend(Flight flight, VenueReport report)
    {
        if (flight.IsDone || (report.Terms ?? flight.Replacing) is not { } now || (flight.Replacing is null && Has(flight, now)))
        {
            broker.Counts.Repeated++;
            return;
        }

        Acknowledge(flight);
        Amend(flight, now);
    }

    /// <summary>Whether an order is told to have those terms.</summary>
    public static bool Has(Flight flight, OrderTerms now) => flight.Terms == now;

    void Trigger(Flight flight, VenueReport report)
    {
        if (flight.IsDone || flight.Order.IsTriggered)
        {
            broker.Counts.Repeated++;
            return;
        }

        Acknowledge(flight);
        Say(flight, ExecType.Triggered, terms: report.Terms);
    }

    void Refuse(Flight flight, VenueReport report)
    {
        var isCancel = report.ExecType == ExecType.CancelRejected;
        if (flight.IsDone || !(isCancel ? flight.IsCancelling : flight.Replacing is not null))
        {
            broker.Counts.Repeated++;
            return;
        }

        if (isCancel)
        {
            RefuseCancel(flight, report.RejectReason, report.Text);
        }
        else
        {
            RefuseTerms(flight, report.RejectReason, report.Text);
        }

        if (report.RejectReason == RejectReason.OrderIsDone)
        {
            // The venue says that it ended, and we have not heard how.
            broker.Ask(flight);
            flights.Watch(flight);
        }
    }

    /// <summary>What a fill cost, in quote currency: a fee taken in the base is valued at the fill's price. One in a third currency is not in the books, and said so.</summary>
    decimal InQuote(Flight flight, VenueFill fill)
    {
        var instrument = flight.Order.Instrument;
        if (fill.Commission == 0m || fill.CommissionCurrency.Length == 0 || fill.CommissionCurrency == instrument.QuoteCurrency)
        {
            return fill.Commission;
        }

        if (fill.CommissionCurrency == instrument.BaseCurrency)
        {
            return fill.Commission * fill.Px;
        }

        broker.Tell(false, FormattableString.Invariant($"A commission of {fill.Commission} {fill.CommissionCurrency} was paid for {flight.ClOrdId}; the books are kept without it."));
        return 0m;
    }

    /// <summary>It ended: wishes that were on their way have come too late.</summary>
    void Land(Flight flight, bool isCancelAnswered)
    {
        var wantsTerms = flight.WantsTerms is not null || flight.Replacing is not null;
        var wantsCancel = flight.WantsCancel || (flight.IsCancelling && !isCancelAnswered);
        flights.Land(flight);
        if (wantsTerms)
        {
            Say(flight, ExecType.ReplaceRejected, RejectReason.OrderIsDone, "the order had ended");
        }

        if (wantsCancel)
        {
            Say(flight, ExecType.CancelRejected, RejectReason.OrderIsDone, "the order had ended");
        }
    }

    void Say(Flight flight, ExecType what, RejectReason reason = RejectReason.None, string text = "", OrderTerms? terms = null) =>
        door.Post(new ExecutionReport(flight.Order.ClientOrderId, what, clock.Nanos) { RejectReason = reason, Text = text, Terms = terms });
}
