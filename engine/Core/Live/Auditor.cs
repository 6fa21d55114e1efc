namespace Workbench.Core;

/// <summary>
/// Compares what the session believes with what the venue says: working orders and positions, at the start, after each break, and
/// every now and then. It judges only what has been quiet for a while, since the two roads need not be equally fast.
/// </summary>
sealed class Auditor(LiveTerms terms, ReplayClock clock, Flights flights, Inquiries inquiries, TradingState state, LiveBroker broker)
{
    /// <summary>Ended orders that are asked after at one time.</summary>
    const int MostEnded = 100;

    readonly List<Stranger> strangers = [];
    readonly Dictionary<Market, decimal> before = [];
    readonly Dictionary<Market, decimal> paid = [];
    readonly Dictionary<Market, long> filled = [];
    readonly Dictionary<Market, long> equalSince = [];
    readonly List<Market> suspects = [];
    readonly List<Flight> missing = [];
    bool isAsking;
    bool strangersMoved;
    long asked = long.MinValue;

    /// <summary>When the next comparison is due, or an answer overdue.</summary>
    public long Due { get; private set; } = long.MaxValue;

    /// <summary>Working orders of others.</summary>
    public IReadOnlyList<Stranger> Strangers => strangers;

    /// <summary>What was held of an instrument that is not the session's: before it began, and by orders of others since.</summary>
    public decimal Foreign(Market market) => before.GetValueOrDefault(market);

    /// <summary>Commission that was taken from what was bought, in units of it.</summary>
    public decimal Paid(Market market) => paid.GetValueOrDefault(market);

    /// <summary>Begins anew: nothing new is sent until all questions are answered and positions are equal.</summary>
    public void Recover()
    {
        state.IsRecovering = true;
        Ask();
    }

    /// <summary>The clock reached an instant that it asked for.</summary>
    public void Wake(long time)
    {
        if (Due <= time)
        {
            Ask();
        }
    }

    /// <summary>One of our orders was filled. A commission taken in the base currency leaves less of what was bought.</summary>
    public void Filled(Instrument instrument, VenueFill fill)
    {
        if (MarketOf(instrument.Symbol) is not { } market)
        {
            return;
        }

        filled[market] = clock.Nanos;
        if (terms.Venue.IsSpot && fill.CommissionCurrency == instrument.BaseCurrency)
        {
            paid[market] = paid.GetValueOrDefault(market) + fill.Commission;
        }
    }

    /// <summary>The venue spoke of an order that is none of ours: a comparison will tell what it did.</summary>
    public void Strange(VenueReport report)
    {
        strangersMoved |= report.ExecType == ExecType.Trade;
        Soon();
    }

    /// <summary>The venue answered; null where it could not be asked.</summary>
    public void Take(long askedAt, VenueState? said)
    {
        if (!isAsking || askedAt != asked)
        {
            return;
        }

        isAsking = false;
        broker.Counts.Audits++;
        Due = terms.AuditNanos > 0 ? clock.Nanos + terms.AuditNanos : long.MaxValue;
        if (said is null)
        {
            Soon();
            return;
        }

        Orders(said.Orders);
        Positions(said.Account);
        Settle();
    }

    /// <summary>Ends the recovery once nothing is open and positions are equal.</summary>
    public void Settle()
    {
        if (state.IsRecovering && !isAsking && !inquiries.AreOpen)
        {
            if (suspects.Count > 0)
            {
                Soon();
                return;
            }

            state.IsRecovering = false;
            broker.Tell(false, FormattableString.Invariant($"All is known at {terms.Venue.Venue}: {flights.Open.Count} orders work, {strangers.Count} of others."));
        }
    }

    void Ask()
    {
        isAsking = true;
        asked = clock.Nanos;
        Due = clock.Nanos + 3 * terms.AnswerNanos;
        broker.AskAll();
    }

    void Soon() => Due = Math.Min(Due, clock.Nanos + terms.QueryNanos);

    void Orders(IReadOnlyList<VenueOrder> orders)
    {
        var others = new List<Stranger>();
        var seen = new List<Flight>();
        foreach (var order in orders)
        {
            if (flights.Find(order.ClOrdId, order.VenueOrderId) is { } flight)
            {
                seen.Add(flight);
                Ours(flight, order);
            }
            else if (MarketOf(order.Symbol) is { } market)
            {
                others.Add(new Stranger(order, market.Instrument));
            }
        }

        foreach (var flight in flights.Open)
        {
            if (!seen.Contains(flight) && IsQuiet(flight) && flight.IsAcknowledged && !broker.Held.Keeps(flight.Order) && flight.Due == long.MaxValue)
            {
                missing.Add(flight);
            }
        }

        missing.ForEach(inquiries.Ask);
        missing.Clear();
        Meet(others);
    }

    void Ours(Flight flight, VenueOrder order)
    {
        if (flight.IsDone && flight.NewsNanos + terms.GuardNanos < asked)
        {
            broker.Tell(true, $"Order {flight.ClOrdId} works at {terms.Venue.Venue} though it was given up: it is being cancelled.");
            broker.CancelStranger(flight.Key with { VenueOrderId = order.VenueOrderId });
            flight.NewsNanos = clock.Nanos;
        }
        else if (!flight.IsDone && IsQuiet(flight) && flight.Due == long.MaxValue && (order.CumQty != flight.CumQty || !Sifter.Has(flight, order.Terms)))
        {
            inquiries.Ask(flight);
        }
    }

    void Meet(List<Stranger> now)
    {
        foreach (var stranger in now)
        {
            var known = strangers.Find(old => old.Order.VenueOrderId == stranger.Order.VenueOrderId);
            strangersMoved |= known is null ? stranger.Order.CumQty > 0m : known.Order.CumQty != stranger.Order.CumQty;
            if (known is null)
            {
                broker.Tell(false, FormattableString.Invariant(
                    $"{stranger.Order.Side} {stranger.Order.Terms.OrderQty} {stranger.Instrument.Symbol} works at {terms.Venue.Venue} and is not this session's."));
            }
        }

        strangersMoved |= strangers.Exists(old => !now.Exists(stranger => stranger.Order.VenueOrderId == old.Order.VenueOrderId));
        strangers.Clear();
        strangers.AddRange(now);
    }

    void Positions(VenueAccount account)
    {
        var mayJudge = true;
        foreach (var market in broker.Markets)
        {
            if (!market.IsTraded)
            {
                continue;
            }

            var there = account.Positions.FirstOrDefault(position => position.Symbol == market.Instrument.Symbol)?.Qty ?? 0m;
            var foreign = there - Ours(market);
            if (!before.TryGetValue(market, out var known))
            {
                Adopt(market, foreign);
            }
            else if (IsBusy(market))
            {
                mayJudge = false;
            }
            else if (foreign == known)
            {
                suspects.Remove(market);
                equalSince[market] = asked;
                if (state.Compare(market.Instrument.Symbol, isEqual: true))
                {
                    broker.Tell(false, $"The position in {market.Instrument.Symbol} is what {terms.Venue.Venue} says again.");
                }
            }
            else if (strangersMoved)
            {
                suspects.Remove(market);
                Adopt(market, foreign);
            }
            else
            {
                Suspect(market, there);
            }
        }

        strangersMoved &= !mayJudge;
    }

    /// <summary>What the session's fills come to, commission in the base taken off.</summary>
    decimal Ours(Market market) => market.Position.Qty - paid.GetValueOrDefault(market);

    void Adopt(Market market, decimal foreign)
    {
        if (foreign != before.GetValueOrDefault(market))
        {
            broker.Tell(false, FormattableString.Invariant($"{foreign} {market.Instrument.Symbol} are held at {terms.Venue.Venue} that are not this session's."));
        }

        before[market] = foreign;
    }

    /// <summary>One difference may be two roads of unequal speed; a second one, a while later, is not.</summary>
    void Suspect(Market market, decimal there)
    {
        Soon();
        if (!suspects.Contains(market))
        {
            suspects.Add(market);
            AskEnded(market);
            return;
        }

        if (state.Compare(market.Instrument.Symbol, isEqual: false))
        {
            broker.Tell(true, FormattableString.Invariant(
                $"{terms.Venue.Venue} holds {there} {market.Instrument.Symbol}, of which {Foreign(market)} were not ours; our fills come to {Ours(market)}. No entries until that is settled."));
        }
    }

    /// <summary>An order may have ended without a word of its last fill: those that ended since positions were equal are asked after.</summary>
    void AskEnded(Market market)
    {
        foreach (var flight in flights.EndedSince(equalSince.GetValueOrDefault(market) - terms.GuardNanos, market.Instrument).Take(MostEnded))
        {
            broker.Counts.Queries++;
            broker.Ask(flight);
        }
    }

    bool IsBusy(Market market)
    {
        foreach (var flight in flights.Open)
        {
            if (ReferenceEquals(flight.Order.Instrument, market.Instrument) && (flight.IsPending || !IsQuiet(flight)))
            {
                return true;
            }
        }

        return LastNews(market) + terms.GuardNanos >= asked;
    }

    bool IsQuiet(Flight flight) => flight.NewsNanos + terms.GuardNanos < asked;

    /// <summary>When one of our orders in the market was filled last.</summary>
    long LastNews(Market market) => filled.TryGetValue(market, out var time) ? time : long.MinValue / 2;

    Market? MarketOf(string symbol) => broker.Markets.Find(market => market.Instrument.Symbol == symbol);
}
