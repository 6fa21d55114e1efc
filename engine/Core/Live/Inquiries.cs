namespace Workbench.Core;

/// <summary>
/// What is done where an outcome is not known: the venue is asked, again where it must be, and only its answers move an order.
/// </summary>
sealed class Inquiries(LiveTerms terms, Flights flights, Sifter sifter, LiveBroker broker)
{
    /// <summary>Readings in which the venue must not have an order, or not have amended it, before that is believed: it may lag behind itself.</summary>
    const int Readings = 2;

    readonly List<Flight> due = [];

    /// <summary>Whether a question about some order waits for its answer, or is still to be asked.</summary>
    public bool AreOpen => flights.Watched.Count > 0;

    /// <summary>Asks after what is due.</summary>
    public void Wake(long time)
    {
        due.Clear();
        foreach (var flight in flights.Watched)
        {
            if (flight.Due <= time)
            {
                due.Add(flight);
            }
        }

        due.ForEach(Ask);
    }

    /// <summary>Asks after every order that has not ended: what happened while nobody listened is not told again.</summary>
    public void AskAfterAll()
    {
        foreach (var flight in flights.Open)
        {
            if (!broker.Held.Keeps(flight.Order))
            {
                flight.Missing = flight.Tries = flight.Unchanged = 0;
                flights.Watch(flight);
                Ask(flight);
            }
        }
    }

    /// <summary>Asks after one order.</summary>
    public void Ask(Flight flight)
    {
        broker.Counts.Queries++;
        flights.Watch(flight);
        broker.Ask(flight);
    }

    /// <summary>Something became known of how a command fared.</summary>
    public void Sent(long clientOrderId, VenueCommandKind kind, SendOutcome outcome, string text)
    {
        if (outcome == SendOutcome.Unknown)
        {
            broker.Counts.Unknown++;
        }

        if (flights.Find(clientOrderId) is not { IsDone: false } flight)
        {
            return;
        }

        if (kind == VenueCommandKind.Submit)
        {
            flights.Arrive(flight);
        }

        if (outcome == SendOutcome.Answered)
        {
            return;
        }

        if (outcome == SendOutcome.Unknown)
        {
            broker.Await(flight, terms.QueryNanos);
            return;
        }

        switch (kind)
        {
            case VenueCommandKind.Submit when !flight.IsAcknowledged:
                sifter.Close(flight, ExecType.Rejected, RejectReason.NotSent, text);
                break;
            case VenueCommandKind.Cancel when flight.IsCancelling:
                sifter.RefuseCancel(flight, RejectReason.NotSent, text);
                break;
            case VenueCommandKind.Replace when flight.Replacing is not null:
                sifter.RefuseTerms(flight, RejectReason.NotSent, text);
                break;
        }

        sifter.Settle(flight);
    }

    /// <summary>The venue answered a question, or could not be asked.</summary>
    public void Found(long clientOrderId, long asked, bool isKnown, VenueOrder? order)
    {
        if (flights.Find(clientOrderId) is not { } flight)
        {
            return;
        }

        // Something was heard or sent since it was asked: then the answer is of before that, and only its fills are facts.
        var isFresh = flight.NewsNanos <= asked;
        if (order is not null)
        {
            Amended(flight, order, isFresh);
            var isSettled = isFresh || order.Status > OrdStatus.PartiallyFilled;
            foreach (var fill in order.Fills)
            {
                broker.Counts.FoundFills += sifter.Fill(flight, fill, isSettled) ? 1 : 0;
            }
        }

        if (flight.IsDone)
        {
            return;
        }

        if (!isKnown)
        {
            Later(flight);
        }
        else if (!isFresh)
        {
            Again(flight);
        }
        else if (order is null)
        {
            Missing(flight, asked);
        }
        else
        {
            Stands(flight, order);
        }

        sifter.Settle(flight);
    }

    /// <summary>A quantity that came about at the venue is told before the fills that it made room for.</summary>
    void Amended(Flight flight, VenueOrder order, bool isFresh)
    {
        if (flight.IsDone || !(flight.Replacing == order.Terms || (isFresh && order.Terms.OrderQty > flight.OrderQty)))
        {
            return;
        }

        if (!flight.IsAcknowledged)
        {
            sifter.Acknowledge(flight);
        }

        sifter.Amend(flight, order.Terms);
    }

    void Missing(Flight flight, long asked)
    {
        if (asked < flight.OnItsWayUntil || ++flight.Missing < Readings)
        {
            broker.Await(flight, terms.QueryNanos);
        }
        else if (flight.IsAcknowledged)
        {
            sifter.Close(flight, ExecType.Canceled, RejectReason.None, "the venue does not have it any more");
        }
        else
        {
            sifter.Close(flight, ExecType.Rejected, RejectReason.NotSent, "the venue does not have it: it was asked twice");
        }
    }

    void Stands(Flight flight, VenueOrder order)
    {
        flight.Missing = 0;
        flights.Name(flight, order.VenueOrderId);
        if (order.CumQty > flight.CumQty)
        {
            // It counts fills that it does not list yet.
            Later(flight);
            return;
        }

        flight.Tries = 0;
        if (order.Status is OrdStatus.New or OrdStatus.PartiallyFilled or OrdStatus.PendingCancel or OrdStatus.PendingReplace or OrdStatus.PendingNew)
        {
            Works(flight, order);
        }
        else if (order.Status != OrdStatus.Filled)
        {
            sifter.Close(flight, HowOf(order.Status), order.RejectReason, order.Text);
        }
    }

    void Works(Flight flight, VenueOrder order)
    {
        flight.Ending = null;
        if (!flight.IsAcknowledged)
        {
            sifter.Acknowledge(flight);
        }

        if (flight.Replacing is { } wanted)
        {
            if (wanted == order.Terms)
            {
                sifter.Amend(flight, wanted);
            }
            else if (++flight.Unchanged >= Readings)
            {
                sifter.RefuseTerms(flight, RejectReason.NotSent, "the venue kept the old terms: it was asked twice");
            }
            else
            {
                broker.Await(flight, terms.QueryNanos);
            }
        }
        else if (!Sifter.Has(flight, order.Terms))
        {
            sifter.Amend(flight, order.Terms);
        }

        if (flight.IsCancelling)
        {
            // It works on, long after the cancellation: that one was lost, and sending it twice does no more than sending it once.
            broker.SendCancel(flight);
        }
    }

    void Again(Flight flight)
    {
        if (flight.IsPending)
        {
            broker.Await(flight, terms.QueryNanos);
        }
    }

    /// <summary>Asks again after a pause that grows.</summary>
    void Later(Flight flight)
    {
        var pause = terms.QueryNanos << Math.Min(flight.Tries++, 10);
        broker.Await(flight, Math.Min(pause, terms.LongestQueryNanos));
    }

    static ExecType HowOf(OrdStatus status) => status switch
    {
        OrdStatus.Rejected => ExecType.Rejected,
        OrdStatus.Expired => ExecType.Expired,
        _ => ExecType.Canceled,
    };
}
