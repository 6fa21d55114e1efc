namespace Workbench.Core;

/// <summary>
/// The venue of a backtest: takes orders in, keeps them, and says what becomes of them. At which price one is filled is
/// <see cref="Matching"/>'s affair; what the orders of a list do to each other is that of <see cref="Contingencies"/>.
/// </summary>
/// <remarks>An order meets the market at the first event after it arrived, never at the event that caused it. Every assumption that the
/// data leave open is made against the trader, at the branch where it is made.</remarks>
sealed class SimulatedVenue : IEngineVenue
{
    readonly RunConfig config;
    readonly Door door;
    readonly ReplayClock clock;
    readonly Tariff tariff;
    readonly List<Market> markets = [];
    readonly Queue<Message> inFlight = new();
    readonly Queue<Told> unheard = new();
    readonly Contingencies contingencies;
    readonly SeededRandom dice;
    long lastDue = long.MinValue;
    long nextBell = long.MaxValue;
    long execId;

    public SimulatedVenue(RunConfig config, Door door, ReplayClock clock)
    {
        this.config = config;
        this.door = door;
        this.clock = clock;
        tariff = new Tariff(config);

        // Dice of its own: a script that rolls more of its own must not change what the venue does.
        dice = new SeededRandom(unchecked(config.Seed * 31 + 17));
        contingencies = new Contingencies(this);
        NeedsSizes = config.Liquidity.NeedsSizes || config.Slippage is VolumeShareSlippage or ScaledSlippage { Usual: VolumeShareSlippage };
    }

    /// <inheritdoc/>
    public bool NeedsSizes { get; }

    /// <summary>Number of the event at hand; what came to life by it meets the next one.</summary>
    public long Number { get; private set; }

    /// <inheritdoc/>
    public void Open(Market market) => markets.Add(market);

    /// <inheritdoc/>
    public void Submit(RiskApproved<Order> order) => Send(OrderMessage.Submit, order.Value, null);

    /// <inheritdoc/>
    public void Cancel(Order order) => Send(OrderMessage.Cancel, order, null);

    /// <inheritdoc/>
    public void Replace(Order order, RiskApproved<OrderTerms> terms) => Send(OrderMessage.Replace, order, terms.Value);

    /// <summary>Begins an event: what is sent from here on meets the next one.</summary>
    public long Begin() => ++Number;

    /// <summary>The clock reached an instant: messages arrive, bells ring, orders run out of time.</summary>
    public void Wake(long time)
    {
        while (inFlight.TryPeek(out var message) && message.Due <= time)
        {
            inFlight.Dequeue();
            Arrive(message.Kind, message.Order, message.Terms);
        }

        if (nextBell <= time)
        {
            Begin();
            nextBell = long.MaxValue;
            foreach (var market in markets)
            {
                Ring(market, time);
            }
        }

        Await();
    }

    /// <summary>Books a fill of an order and says so.</summary>
    /// <param name="resting">The order.</param>
    /// <param name="qty">Units.</param>
    /// <param name="priceRaw">Price, slippage included.</param>
    /// <param name="takes">Whether it took liquidity.</param>
    /// <param name="quotedRaw">Price, slippage left out.</param>
    public void Fill(Resting resting, decimal qty, long priceRaw, bool takes, long quotedRaw)
    {
        var (market, order) = (resting.Market, resting.Order);
        var instrument = market.Instrument;
        var price = instrument.FromRaw(priceRaw);
        unheard.Enqueue(new Told(market, order.Book, resting.IsBuy ? qty : -qty, order.ReduceOnly));
        resting.CumQty += qty;
        resting.IsDone = resting.CumQty == resting.OrderQty;
        door.Post(new ExecutionReport(order.ClientOrderId, ExecType.Trade, clock.Nanos)
        {
            ExecId = ++execId,
            LastQty = qty,
            LastPx = price,
            Commission = tariff.Charge(market, qty, price, addedLiquidity: !takes, clock.Nanos),
            SpreadCost = takes ? market.SpreadCost(qty) : 0m,
            SlippageCost = priceRaw == quotedRaw ? 0m : Math.Abs(instrument.ValueOf(qty, price) - instrument.ValueOf(qty, instrument.FromRaw(quotedRaw))),
            AddedLiquidity = !takes,
        });
        if (resting.List is not null || resting.Exits is not null)
        {
            contingencies.Filled(resting, qty);
        }
    }

    /// <inheritdoc/>
    public void Heard() => unheard.Dequeue();

    /// <inheritdoc/>
    public Order? Remembered(long clientOrderId) => null;

    /// <summary>Ends an order.</summary>
    public void End(Resting resting, ExecType how, string text)
    {
        resting.IsDone = true;
        Say(resting.Order, how, RejectReason.None, text);
        contingencies.Ended(resting);
    }

    /// <summary>Says that an order was triggered, with the prices it has from now on.</summary>
    public void Triggered(Resting resting)
    {
        var instrument = resting.Market.Instrument;
        Say(resting.Order, ExecType.Triggered, terms: new OrderTerms(resting.OrderQty, instrument.FromRaw(resting.LimitRaw), instrument.FromRaw(resting.StopRaw)));
    }

    /// <summary>Changes an order's quantity unasked.</summary>
    public void Restate(Resting resting, decimal orderQty, string text)
    {
        resting.OrderQty = orderQty;
        resting.IsDone = resting.CumQty == orderQty;
        var terms = new OrderTerms(orderQty, resting.Order.Price, resting.Order.StopPx);
        Say(resting.Order, ExecType.Restated, RejectReason.None, text, terms);
    }

    /// <summary>Lets a held order work from the next event on.</summary>
    public void Release(Resting resting)
    {
        resting.Work();
        resting.Since = resting.ReleasedBy = Number;
    }

    /// <summary>What an order on a side could take off the position of its book, fills not yet heard of included.</summary>
    public decimal Reducible(Resting resting)
    {
        var order = resting.Order;
        var held = resting.Market.Position.Against(order.Book, order.Side).Qty;
        foreach (var (market, book, signed, reduces) in unheard)
        {
            // In a hedging account a buy closes the short leg: sells that open it and buys that close it are what changes that.
            var isOfLeg = config.Account.Mode == PositionMode.Netting || (resting.IsBuy ? signed < 0m : signed > 0m) != reduces;
            held += isOfLeg && ReferenceEquals(market, resting.Market) && book == order.Book ? signed : 0m;
        }

        return Math.Max(0m, resting.IsBuy ? -held : held);
    }

    /// <summary>Shares are split: what works is restated in new shares and new prices.</summary>
    public void Split(Market market, Split split)
    {
        Contingencies.Split(market, split);
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            var terms = split.Restate(resting.Order);
            if (terms.OrderQty <= resting.CumQty || resting.Order.Trail is { Distance: not 0m, Unit: not TrailUnit.Percent })
            {
                // Nothing tradable is left of it, or its trail is a distance in old prices.
                End(resting, ExecType.Canceled, "shares were split, and it cannot be restated");
                continue;
            }

            resting.Split(terms, split);
            Say(resting.Order, ExecType.Restated, RejectReason.None, "shares were split", terms);
        }

        market.Resting.Settle();
    }

    void Send(OrderMessage kind, Order order, OrderTerms? terms)
    {
        var latency = config.Latency.Nanos(kind, clock.Nanos, dice);
        if (latency == 0 && inFlight.Count == 0)
        {
            Arrive(kind, order, terms);
            return;
        }

        // A connection is a queue: what was sent later never arrives earlier.
        lastDue = Math.Max(lastDue, clock.Nanos + latency);
        inFlight.Enqueue(new Message(lastDue, kind, order, terms));
        Await();
    }

    void Arrive(OrderMessage kind, Order order, OrderTerms? terms)
    {
        var market = MarketOf(order);
        switch (kind)
        {
            case OrderMessage.Submit:
                Accept(market, order);
                break;
            case OrderMessage.Cancel when market.Resting.Find(order) is { IsDone: false } resting:
                End(resting, ExecType.Canceled, "");
                market.Resting.Settle();
                break;
            case OrderMessage.Replace when market.Resting.Find(order) is { IsDone: false } resting:
                Amend(resting, terms!);
                break;
            default:
                Say(order, kind == OrderMessage.Cancel ? ExecType.CancelRejected : ExecType.ReplaceRejected, RejectReason.OrderIsDone, "the order was done when this arrived");
                break;
        }
    }

    void Accept(Market market, Order order)
    {
        var resting = new Resting(order, market) { Since = Number };
        resting.Price(order.Price, order.StopPx);
        if (WhyNot(resting) is { Is: true } refusal)
        {
            Say(order, ExecType.Rejected, refusal.Reason, refusal.Text);
            contingencies.Refused(order);
            return;
        }

        Say(order, ExecType.New);
        SetBells(resting);
        contingencies.Join(resting);
        if (resting.WakesNanos == long.MaxValue && order.List?.Parent is null)
        {
            resting.Work();
        }

        market.Resting.Add(resting);

        // The price in force of a market that has closed is no price to trade at.
        if (config.Arrival == ArrivalRule.AtOnce && market.HasPrice && market.Instrument.Calendar.IsOpen(clock.Nanos))
        {
            Begin();
            Matcher.Meet(resting);
            market.Resting.Settle();
        }
    }

    /// <inheritdoc/>
    public Action<long> Alarm { private get; set; } = static _ => { };

    /// <summary>Set by whoever puts the run together: the rules of matching need the venue, and the venue them.</summary>
    public Matching Matcher { private get; set; } = null!;

    Refusal WhyNot(Resting resting)
    {
        var (order, market) = (resting.Order, resting.Market);
        if (order.TimeInForce == TimeInForce.Gtd && order.ExpireNanos <= clock.Nanos)
        {
            return new Refusal(RejectReason.TooLate, "its time had passed when it arrived");
        }

        if (order.List?.Parent is null && order.ReduceOnly && Reducible(resting) == 0m)
        {
            return new Refusal(RejectReason.NothingToReduce, "reduce-only, and no position of the other side");
        }

        return order.PostOnly && market.HasPrice && Matching.IsMarketable(resting, market.Bid, market.Ask)
            ? new Refusal(RejectReason.WouldTrade, "post-only, and its price is on the other side already")
            : default;
    }

    void Amend(Resting resting, OrderTerms terms)
    {
        var order = resting.Order;
        if (terms.OrderQty <= resting.CumQty)
        {
            Say(order, ExecType.ReplaceRejected, RejectReason.BadQuantity, FormattableString.Invariant($"{resting.CumQty} are filled already"));
            return;
        }

        // Less at the same price keeps its place in the queue; all else goes behind and comes to the market anew.
        var keepsPlace = terms.OrderQty <= resting.OrderQty && terms.Price == order.Price && terms.StopPx == order.StopPx;
        resting.OrderQty = terms.OrderQty;
        Say(order, ExecType.Replaced, terms: terms);
        if (!keepsPlace)
        {
            if (resting.Wait != Wait.Trail)
            {
                resting.Price(terms.Price, terms.StopPx);
            }

            resting.Since = Number;
            resting.IsFresh = resting.Wait != Wait.Held && !order.PostOnly;
            resting.Market.Resting.Requeue(resting);
        }

        contingencies.Amended(resting);
        resting.Market.Resting.Settle();
    }

    void SetBells(Resting resting)
    {
        var (order, calendar) = (resting.Order, resting.Market.Instrument.Calendar);
        var session = order.Type is OrderType.MarketOnOpen or OrderType.MarketOnClose || order.TimeInForce == TimeInForce.Day
            ? calendar.Session(clock.Nanos)
            : default;
        resting.WakesNanos = order.Type switch
        {
            OrderType.MarketOnOpen => session.Contains(clock.Nanos) ? calendar.Session(session.To).From : session.From,
            OrderType.MarketOnClose => session.To,
            _ => long.MaxValue,
        };
        resting.ExpiresNanos = order.TimeInForce switch
        {
            TimeInForce.Gtd => order.ExpireNanos,
            TimeInForce.Day when order.Type is not (OrderType.MarketOnOpen or OrderType.MarketOnClose) => session.To,
            _ => long.MaxValue,
        };
        nextBell = Math.Min(nextBell, Math.Min(resting.WakesNanos, resting.ExpiresNanos));
        Await();
    }

    void Ring(Market market, long time)
    {
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (!resting.IsDone && resting.WakesNanos <= time)
            {
                Wake(resting, time);
            }

            if (!resting.IsDone && resting.ExpiresNanos <= time)
            {
                End(resting, ExecType.Expired, "its time ran out");
            }

            nextBell = resting.IsDone ? nextBell : Math.Min(nextBell, Math.Min(resting.WakesNanos, resting.ExpiresNanos));
        }

        market.Resting.Settle();
    }

    void Wake(Resting resting, long time)
    {
        if (resting.Workable <= 0m)
        {
            // An exit at the close, of an entry that is not filled yet: it waits for the next close.
            resting.WakesNanos = resting.Market.Instrument.Calendar.Session(time).To;
            return;
        }

        resting.WakesNanos = long.MaxValue;
        resting.Work();
        if (resting.Order.Type == OrderType.MarketOnClose && resting.Market.HasPrice)
        {
            // The last price of the session is the one in force when the bell rings.
            Matcher.Meet(resting);
        }
    }

    void Await() => Alarm(Math.Min(nextBell, inFlight.TryPeek(out var first) ? first.Due : long.MaxValue));

    void Say(Order order, ExecType what, RejectReason reason = RejectReason.None, string text = "", OrderTerms? terms = null) =>
        door.Post(new ExecutionReport(order.ClientOrderId, what, clock.Nanos) { ExecId = ++execId, RejectReason = reason, Text = text, Terms = terms });

    Market MarketOf(Order order)
    {
        foreach (var market in markets)
        {
            if (ReferenceEquals(market.Instrument, order.Instrument))
            {
                return market;
            }
        }

        throw new InvalidOperationException($"Risk let an order for {order.Instrument} through, which this run does not trade.");
    }

    /// <summary>A fill that was told and has not come in yet.</summary>
    sealed record Told(Market Market, int Book, decimal Signed, bool Reduces);

    sealed record Message(long Due, OrderMessage Kind, Order Order, OrderTerms? Terms);
}
