namespace Workbench.Core;

/// <summary>All our orders at a venue that are known still: those in the air, and so many of those that ended.</summary>
sealed class Flights(LiveTerms terms, ReplayClock clock)
{
    readonly Dictionary<long, Flight> byNumber = [];
    readonly Dictionary<string, Flight> byVenueId = [];
    readonly Queue<long> ended = new();
    readonly List<Flight> open = [];
    readonly List<Flight> watched = [];

    /// <summary>Those that have not ended, oldest first.</summary>
    public IReadOnlyList<Flight> Open => open;

    /// <summary>Those that the venue is to be asked about at some time.</summary>
    public IReadOnlyList<Flight> Watched => watched;

    /// <summary>When the first of them is to be asked about.</summary>
    public long NextDue
    {
        get
        {
            var due = long.MaxValue;
            foreach (var flight in watched)
            {
                due = Math.Min(due, flight.Due);
            }

            return due;
        }
    }

    /// <summary>An order sets out.</summary>
    public Flight Add(Order order)
    {
        var flight = new Flight(order, ClOrdIds.Of(terms.SessionKey, order.ClientOrderId));
        byNumber.Add(order.ClientOrderId, flight);
        open.Add(flight);
        return flight;
    }

    /// <summary>An order is handed to whoever carries it to the venue.</summary>
    public void SetOut(Flight flight) => flight.OnItsWayUntil = clock.Nanos + terms.CarryNanos;

    /// <summary>Its carrying has ended, whatever came of it.</summary>
    public void Arrive(Flight flight) => flight.OnItsWayUntil = Math.Min(flight.OnItsWayUntil, clock.Nanos);

    /// <summary>By our number.</summary>
    public Flight? Find(long clientOrderId) => byNumber.GetValueOrDefault(clientOrderId);

    /// <summary>By whichever id the venue gives.</summary>
    public Flight? Find(string clOrdId, string venueOrderId) =>
        ClOrdIds.TryRead(terms.SessionKey, clOrdId, out var number) ? Find(number)
        : venueOrderId.Length > 0 ? byVenueId.GetValueOrDefault(venueOrderId)
        : null;

    /// <summary>The venue told its id.</summary>
    public void Name(Flight flight, string venueOrderId)
    {
        if (venueOrderId.Length > 0 && flight.VenueOrderId != venueOrderId)
        {
            flight.VenueOrderId = venueOrderId;
            flight.VenueOrderIds.Add(venueOrderId);
            byVenueId[venueOrderId] = flight;
        }
    }

    /// <summary>The venue is to be asked when the flight's time comes.</summary>
    public void Watch(Flight flight)
    {
        if (!watched.Contains(flight))
        {
            watched.Add(flight);
        }
    }

    /// <summary>Nothing is to be asked.</summary>
    public void Unwatch(Flight flight)
    {
        flight.Due = long.MaxValue;
        watched.Remove(flight);
    }

    /// <summary>Orders in an instrument that ended at an instant or later, the newest first.</summary>
    public IEnumerable<Flight> EndedSince(long nanos, Instrument instrument)
    {
        foreach (var number in ended.Reverse())
        {
            if (!byNumber.TryGetValue(number, out var flight) || flight.EndedNanos < nanos)
            {
                yield break;
            }

            if (ReferenceEquals(flight.Order.Instrument, instrument))
            {
                yield return flight;
            }
        }
    }

    /// <summary>An order ended; what is still said of it will be understood for a while.</summary>
    public void Land(Flight flight)
    {
        flight.IsDone = true;
        flight.EndedNanos = clock.Nanos;
        flight.WantsCancel = flight.IsCancelling = false;
        flight.Replacing = null;
        flight.WantsTerms = null;
        flight.Ending = null;
        Unwatch(flight);
        open.Remove(flight);
        ended.Enqueue(flight.Order.ClientOrderId);
        while (ended.Count > terms.Remembered && byNumber.Remove(ended.Dequeue(), out var forgotten))
        {
            forgotten.VenueOrderIds.ForEach(id => byVenueId.Remove(id));
        }
    }
}
