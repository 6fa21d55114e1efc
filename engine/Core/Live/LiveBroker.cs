namespace Workbench.Core;

/// <summary>
/// Our side of a real venue: commands go out through <see cref="TryTakeCommand"/>, what is heard comes in as inputs. It is as
/// deterministic as the rest of Core: it reads no clock but the session's and keeps no connection.
/// </summary>
/// <remarks>Unknown is not rejected. What has no answer is asked after; only what the venue says twice that it does not have is given up, and
/// nothing that could trade is ever sent a second time.</remarks>
sealed class LiveBroker : IEngineVenue
{
    readonly LiveTerms terms;
    readonly Door door;
    readonly ReplayClock clock;
    readonly Queue<VenueCommand> outbox = new();
    readonly Sifter sifter;
    readonly Inquiries inquiries;
    readonly Auditor auditor;

    public LiveBroker(LiveTerms terms, Door door, ReplayClock clock, TradingState state)
    {
        this.terms = terms;
        this.door = door;
        this.clock = clock;
        Flights = new Flights(terms, clock);
        Held = new HeldOrders(this);
        sifter = new Sifter(terms, door, clock, Flights, this);
        inquiries = new Inquiries(terms, Flights, sifter, this);
        auditor = new Auditor(terms, clock, Flights, inquiries, state, this);
    }

    /// <summary>Orders in the air, and those that came down not long ago.</summary>
    public Flights Flights { get; }

    /// <summary>Orders that wait here for another order.</summary>
    public HeldOrders Held { get; }

    /// <summary>Comparisons of working orders and positions.</summary>
    public Auditor Auditor => auditor;

    /// <summary>What happened since the session began, in numbers.</summary>
    public LiveCounts Counts { get; } = new();

    /// <summary>The instruments of the session.</summary>
    public List<Market> Markets { get; } = [];

    /// <inheritdoc/>
    public bool NeedsSizes => false;

    /// <inheritdoc/>
    public Action<long> Alarm { private get; set; } = static _ => { };

    /// <summary>Tells people: how serious, and what.</summary>
    public Action<bool, string> Tell { get; set; } = static (_, _) => { };

    /// <inheritdoc/>
    public void Open(Market market) => Markets.Add(market);

    /// <inheritdoc/>
    public void Heard()
    {
        // The simulated venue counts what is on its way to the Door; a real one counts for itself.
    }

    /// <inheritdoc/>
    public void Split(Market market, Split split)
    {
        // A real venue restates its orders itself, and says so.
    }

    /// <summary>Takes the oldest command that waits to be sent.</summary>
    public bool TryTakeCommand(out VenueCommand? command) => outbox.TryDequeue(out command);

    /// <inheritdoc/>
    public void Submit(RiskApproved<Order> approved)
    {
        var order = approved.Value;
        var flight = Flights.Add(order);
        if (NotOffered(order) is { } why)
        {
            Flights.Land(flight);
            door.Post(new ExecutionReport(order.ClientOrderId, ExecType.Rejected, clock.Nanos) { RejectReason = RejectReason.NotOffered, Text = why });
            return;
        }

        if (order.List is not null || order.Exits is not null)
        {
            Held.Join(approved, flight);
        }

        if (Held.Keeps(order))
        {
            return;
        }

        if (order.ReduceOnly && !terms.Venue.ReduceOnly)
        {
            SendBound(approved, flight);
        }
        else
        {
            Send(flight, RiskGate.Leave(approved, flight.ClOrdId));
        }
    }

    /// <inheritdoc/>
    public void Cancel(Order order)
    {
        if (Held.Cancel(order))
        {
            return;
        }

        if (Flights.Find(order.ClientOrderId) is not { IsDone: false } flight)
        {
            door.Post(new ExecutionReport(order.ClientOrderId, ExecType.CancelRejected, clock.Nanos) { RejectReason = RejectReason.OrderIsDone, Text = "the order was done" });
        }
        else if (flight.IsAcknowledged)
        {
            SendCancel(flight);
        }
        else
        {
            // What the venue may not have yet, it could say for sure that it has not, and take it a moment later.
            flight.WantsCancel = true;
        }
    }

    /// <inheritdoc/>
    public void Replace(Order order, RiskApproved<OrderTerms> wanted)
    {
        if (Held.Amend(order, wanted.Value))
        {
            return;
        }

        if (Flights.Find(order.ClientOrderId) is not { IsDone: false } flight || !terms.Venue.Replace)
        {
            door.Post(new ExecutionReport(order.ClientOrderId, ExecType.ReplaceRejected, clock.Nanos)
            {
                RejectReason = terms.Venue.Replace ? RejectReason.OrderIsDone : RejectReason.NotOffered,
                Text = terms.Venue.Replace ? "the order was done" : $"{terms.Venue.Venue} amends no orders",
            });
        }
        else if (flight.IsAcknowledged)
        {
            SendReplace(flight, wanted);
        }
        else
        {
            flight.WantsTerms = wanted;
        }
    }

    /// <summary>Keeps an order here; to the strategy it works.</summary>
    public void Keep(Flight flight) => sifter.Acknowledge(flight);

    /// <summary>Ends an order that was kept here.</summary>
    public void Close(Order order, string why) => sifter.Close(Flights.Find(order.ClientOrderId)!, ExecType.Canceled, RejectReason.None, why);

    /// <summary>Amends an order that is kept here.</summary>
    public void Amend(Order order, OrderTerms wanted)
    {
        var flight = Flights.Find(order.ClientOrderId)!;
        flight.Replacing = wanted;
        sifter.Amend(flight, wanted);
    }

    /// <summary>Sends an order that was kept here, with so much of its quantity as there is to do.</summary>
    public void SendHeld(RiskApproved<Order> approved, decimal qty)
    {
        var flight = Flights.Find(approved.Value.ClientOrderId)!;
        SendCut(approved, flight, qty, terms.Venue.ReduceOnly);
    }

    /// <summary>Cancels an order because another one of its list was filled.</summary>
    public void CancelOther(Order order)
    {
        if (!Held.Cancel(order) && Flights.Find(order.ClientOrderId) is { IsDone: false, IsCancelling: false } flight)
        {
            SendCancel(flight);
        }
    }

    /// <summary>At a spot venue, which knows no reduce-only, an order that may only reduce leaves with no more than is ours to sell.</summary>
    /// <remarks>Against the trader: it is bound when it leaves and not when it is filled, so two that wait can sell more than one position.</remarks>
    void SendBound(RiskApproved<Order> approved, Flight flight)
    {
        var order = approved.Value;
        var qty = Math.Min(order.OrderQty, Reducible(order));
        if (qty < order.Instrument.MinQty)
        {
            Flights.Land(flight);
            door.Post(new ExecutionReport(order.ClientOrderId, ExecType.Rejected, clock.Nanos) { RejectReason = RejectReason.NothingToReduce, Text = "reduce-only, and nothing is held that it could reduce" });
            return;
        }

        SendCut(approved, flight, qty, reduceOnly: false);
    }

    /// <summary>Sends an order with no more than so much of its quantity; what it loses is told.</summary>
    void SendCut(RiskApproved<Order> approved, Flight flight, decimal qty, bool reduceOnly)
    {
        if (qty < flight.OrderQty)
        {
            sifter.Amend(flight, flight.Terms with { OrderQty = qty });
        }

        Send(flight, RiskGate.Leave(approved, flight.ClOrdId, flight.Terms, reduceOnly));
    }

    /// <summary>Units that an order can take off the position, in whole lots: what the venue kept back as commission cannot be sold.</summary>
    decimal Reducible(Order order)
    {
        var market = Markets.Find(market => ReferenceEquals(market.Instrument, order.Instrument))!;
        var held = market.Position.Qty - auditor.Paid(market);
        var qty = order.Side == Side.Sell ? held : -held;
        return qty > 0m ? order.Instrument.RoundToLot(qty) : 0m;
    }

    void Send(Flight flight, RiskApproved<OrderRequest> request)
    {
        Counts.Sent++;
        flight.NewsNanos = clock.Nanos;
        Flights.SetOut(flight);
        Await(flight, terms.AnswerNanos);
        Command(VenueCommandKind.Submit, flight, request);
    }

    /// <summary>Sends a cancellation; sending it twice does no more than sending it once.</summary>
    public void SendCancel(Flight flight)
    {
        flight.WantsCancel = false;
        flight.IsCancelling = true;
        flight.NewsNanos = clock.Nanos;
        Await(flight, terms.AnswerNanos);
        Command(VenueCommandKind.Cancel, flight, null);
    }

    /// <summary>Sends what was wanted of an order that the venue did not have yet.</summary>
    public void SendWants(Flight flight)
    {
        if (flight.WantsTerms is { } wanted && !flight.WantsCancel)
        {
            SendReplace(flight, wanted);
        }

        flight.WantsTerms = null;
        if (flight.WantsCancel)
        {
            SendCancel(flight);
        }
    }

    /// <summary>Asks where an order stands.</summary>
    public void Ask(Flight flight)
    {
        flight.Due = clock.Nanos + 2 * terms.AnswerNanos;
        Command(VenueCommandKind.Query, flight, null);
        Await();
    }

    /// <summary>Asks what works and what is held.</summary>
    public void AskAll() => outbox.Enqueue(new VenueCommand(VenueCommandKind.Audit, 0, clock.Nanos));

    /// <summary>Cancels what others placed: a kill means all.</summary>
    public void CancelStrangers()
    {
        foreach (var stranger in auditor.Strangers)
        {
            CancelStranger(stranger.Key);
        }
    }

    /// <summary>Cancels an order that others placed, or that came to life after we had given it up.</summary>
    public void CancelStranger(OrderKey key) => outbox.Enqueue(new VenueCommand(VenueCommandKind.Cancel, 0, clock.Nanos) { Key = key });

    /// <summary>Sets when the venue is to be asked, where nothing was heard before.</summary>
    public void Await(Flight flight, long nanos)
    {
        flight.Due = clock.Nanos + nanos;
        Flights.Watch(flight);
        Await();
    }

    /// <summary>Sets the clock for what is due first.</summary>
    public void Await() => Alarm(Math.Min(Flights.NextDue, auditor.Due));

    /// <inheritdoc/>
    public void Wake(long time)
    {
        inquiries.Wake(time);
        auditor.Wake(time);
        Await();
    }

    /// <summary>The venue spoke of an order.</summary>
    public void Take(VenueReport report)
    {
        sifter.Take(report);
        Await();
    }

    /// <summary>Something became known of how a command fared.</summary>
    public void Sent(long clientOrderId, VenueCommandKind kind, SendOutcome outcome, string text)
    {
        inquiries.Sent(clientOrderId, kind, outcome, text);
        Await();
    }

    /// <summary>The venue said where an order stands.</summary>
    /// <param name="clientOrderId">Which.</param>
    /// <param name="asked">When it was asked.</param>
    /// <param name="isKnown">Whether it could be asked.</param>
    /// <param name="order">The order; null where it has none such.</param>
    public void Found(long clientOrderId, long asked, bool isKnown, VenueOrder? order)
    {
        inquiries.Found(clientOrderId, asked, isKnown, order);
        auditor.Settle();
        Await();
    }

    /// <summary>The venue said what works and what is held; null where it could not be asked.</summary>
    public void Audited(long asked, VenueState? state)
    {
        auditor.Take(asked, state);
        Await();
    }

    /// <summary>The process began: nothing is on its way any more that another one sent.</summary>
    public void Begin()
    {
        foreach (var flight in Flights.Open)
        {
            Flights.Arrive(flight);
        }

        Recover();
    }

    /// <summary>The process began, or a connection is there again: all is asked after before anything new is sent.</summary>
    public void Recover()
    {
        inquiries.AskAfterAll();
        auditor.Recover();
        Await();
    }

    /// <inheritdoc/>
    public Order? Remembered(long clientOrderId) => Flights.Find(clientOrderId)?.Order;

    void SendReplace(Flight flight, RiskApproved<OrderTerms> wanted)
    {
        flight.WantsTerms = null;
        flight.Replacing = wanted.Value;
        flight.Unchanged = 0;
        flight.NewsNanos = clock.Nanos;
        Await(flight, terms.AnswerNanos);
        Command(VenueCommandKind.Replace, flight, RiskGate.Leave(flight.Order, wanted, flight.ClOrdId));
    }

    void Command(VenueCommandKind kind, Flight flight, RiskApproved<OrderRequest>? request) =>
        outbox.Enqueue(new VenueCommand(kind, flight.Order.ClientOrderId, clock.Nanos) { Key = flight.Key, Request = request });

    string? NotOffered(Order order)
    {
        var venue = terms.Venue;
        return !venue.OrderTypes.Contains(order.Type) ? $"{venue.Venue} takes no {order.Type} orders"
            : !venue.TimesInForce.Contains(order.TimeInForce) && order.Type != OrderType.Market ? $"{venue.Venue} takes no {order.TimeInForce} orders"
            : order.PostOnly && !venue.PostOnly ? $"{venue.Venue} takes no post-only orders"
            : order.ReduceOnly && !venue.ReduceOnly && !venue.IsSpot ? $"{venue.Venue} takes no reduce-only orders"
            : order.DisplayQty > 0m && !venue.Iceberg ? $"{venue.Venue} takes no icebergs"
            : null;
    }
}
