namespace Workbench.Core;

/// <summary>
/// The trader's own eye on orders and account, in every mode: holds orders against the limits before they go out, looks at what is held when it
/// is filled, sampled or, where a limit hangs on prices, at each event, says what comes near a limit, and does what the limits ask for.
/// </summary>
sealed class RiskWatch
{
    readonly Account account;
    readonly OrderDesk desk;
    readonly ReplayClock clock;
    readonly WorkingOrders working;
    readonly OrderLimits orders;
    readonly PositionLimits positions;
    readonly LossLimits losses;
    readonly RiskExits exits;
    readonly Heat heat;
    readonly Gauge? heatGauge;
    readonly PortfolioLimits? portfolio;
    readonly Rotation? rotation;
    readonly EntryTerms? entries;
    readonly LimitSet[] ofMarkets;
    readonly LimitSet inAll;
    readonly Gauge[] ofOrders;
    readonly Gauge[] ofState;
    readonly bool isSet;

    public RiskWatch(RunConfig config, Account account, List<Market> markets, OrderDesk desk, ReplayClock clock, ISessionCalendar calendar, RiskAlerts alerts)
    {
        var terms = config.Risk;
        (this.account, this.desk, this.clock) = (account, desk, clock);
        exits = new RiskExits(account, desk, clock);
        Switch = new KillSwitch(alerts, desk, exits, account);
        working = new WorkingOrders(desk, config.Books.Count);
        orders = new OrderLimits(account, markets, working, clock);
        positions = new PositionLimits(account);
        losses = new LossLimits(terms, calendar, alerts);
        heat = new Heat(account, markets, working);
        heatGauge = Gauge.For(RiskRule.Heat, null, terms.Heat, alerts);
        portfolio = terms.Portfolio is { } whole ? new PortfolioLimits(whole, account, markets, alerts) : null;
        rotation = terms.Rotation is { } turns ? new Rotation(turns, config) : null;
        entries = terms.Entries;
        ofMarkets = [.. markets.Select(market => new LimitSet(terms.For(market.Instrument), market, alerts))];
        inAll = new LimitSet(terms.InAll, null, alerts);
        ofOrders = [.. ofMarkets.Append(inAll).SelectMany(set => set.OfOrders)];
        ofState = [.. ofMarkets.Append(inAll).SelectMany(set => set.OfState), .. losses.Gauges, .. heatGauge is null ? Array.Empty<Gauge>() : [heatGauge], .. portfolio?.Gauges ?? []];
        isSet = ofOrders.Length + ofState.Length > 0 || rotation is not null || entries is not null;
        WatchesPrices = Array.Exists(ofState, static gauge => gauge.Rule is not (RiskRule.PositionQty or RiskRule.ValueAtRisk or RiskRule.ExpectedShortfall or RiskRule.CorrelatedExposure));
    }

    /// <summary>What stops everything.</summary>
    public KillSwitch Switch { get; }

    /// <summary>Whether some limit can be passed by a price alone, so that every event has to be looked at while something is held.</summary>
    public bool WatchesPrices { get; }

    bool IsIdle => !isSet && !Switch.Blocks;

    /// <summary>What speaks against an order.</summary>
    public Refusal Check(Market market, Order order) => IsIdle ? default : Check(Intent.Of(market, order));

    /// <summary>What speaks against an amendment.</summary>
    public Refusal Check(Market market, Order order, OrderTerms terms) =>
        IsIdle ? default : Check(Intent.Of(market, order, terms));

    /// <summary>An order, or an amendment, was let through.</summary>
    public void Sent(Market market)
    {
        if (isSet)
        {
            ofMarkets[market.Index].Sent(clock.Nanos);
            inAll.Sent(clock.Nanos);
        }
    }

    /// <summary>An order was refused: it counts as working no more, though its report is still to come.</summary>
    public void Refused(Order order)
    {
        if (!IsIdle)
        {
            working.Refuse(order);
        }
    }

    /// <summary>Starts with what the account is worth.</summary>
    public void Begin(long time, decimal equity) => losses.Begin(time, equity);

    /// <summary>Looks at the account as it is now.</summary>
    public void Look(decimal equity, decimal peak, long time)
    {
        if (IsIdle || desk.IsClosed)
        {
            return;
        }

        if (ofState.Length > 0)
        {
            // No lambda: what it captures would be allocated at every look, limits or not.
            foreach (var limits in ofMarkets)
            {
                Look(limits, equity);
            }

            Look(inAll, equity);
            losses.Look(equity, peak, time);
            heatGauge?.Look(Exposures.Share(heat.Of(), equity));
        }

        Act();
    }

    /// <summary>Looks at the portfolio as a whole, after a fill or at a sample: its figures hang on returns, which no single event changes. What they ask for is done at the look that follows.</summary>
    public void LookWhole()
    {
        if (portfolio is not null && !desk.IsClosed)
        {
            portfolio.Look(account.Equity);
        }
    }

    /// <summary>When the next sample of returns is due; the end of time where none is.</summary>
    public long NextReturns => portfolio?.Returns.Next ?? long.MaxValue;

    /// <summary>Puts what it watches on the markets' bars.</summary>
    public void Start(List<Market> markets, Schedule schedule) => rotation?.Start(markets, schedule);

    /// <summary>Starts the grid of returns where none is at hand.</summary>
    public void BeginReturns(long time) => portfolio?.Returns.Begin(time);

    /// <summary>Takes a sample of returns where one is due, and looks at what it says.</summary>
    public void TakeReturns(long time)
    {
        if (portfolio is not null && portfolio.Returns.Take(time))
        {
            LookWhole();
            Act();
        }
    }

    /// <summary>The portfolio as it is; null where it is not measured.</summary>
    public PortfolioRisk? Measure() => portfolio?.Measure();

    /// <summary>Does what the limits ask for that were passed.</summary>
    public void Act()
    {
        if (IsIdle || desk.IsClosed)
        {
            return;
        }

        foreach (var gauge in ofOrders)
        {
            if (gauge.TakeTrip())
            {
                Answer(gauge);
            }
        }

        foreach (var gauge in ofState)
        {
            if (gauge.TakeTrip() && gauge.Action >= RiskAction.Close)
            {
                Stop(gauge);
            }

            Relieve(gauge);
        }

        Switch.Pursue();
    }

    void Look(LimitSet limits, decimal equity)
    {
        if (limits.OfState.Length > 0)
        {
            positions.Look(limits, equity);
        }
    }

    Refusal Check(in Intent wish)
    {
        var isReduction = wish.IsTrim || Reach.IsReduction(in wish, working.All);
        return Switch.Refuses(isReduction) is { Is: true } stopped ? stopped
            : orders.Check(ofMarkets[wish.Market.Index], in wish, isReduction) is { Is: true } own ? own
            : orders.Check(inAll, in wish, isReduction) is { Is: true } all ? all
            : isReduction ? default
            : Blocked() is { Is: true } blocked ? blocked
            : rotation?.Check(wish.Market, wish.Order) is { Is: true } turned ? turned
            : entries?.Check(in wish, clock.Nanos) is { Is: true } left ? left
            : Warm(in wish) is { Is: true } hot ? hot
            : portfolio?.Check(in wish) ?? default;
    }

    Refusal Blocked()
    {
        var tripped = Array.Find(ofState, static gauge => gauge.IsTripped && gauge.Action >= RiskAction.BlockEntries);
        return tripped is null ? default : new Refusal(RejectReason.EntriesBlocked, "entries are blocked: " + tripped.Sentence);
    }

    Refusal Warm(in Intent wish) =>
        heatGauge is null ? default
        : !wish.IsPriced ? OrderLimits.Unpriced(wish.Market)
        : heatGauge.Refuses(Exposures.Share(heat.Of(wish), account.Equity));

    /// <summary>An order that should not have been: the next one may be as it should, so that entries stay out until a person lets them in.</summary>
    void Answer(Gauge gauge)
    {
        if (gauge.Action >= RiskAction.Close)
        {
            Stop(gauge);
        }
        else if (gauge.Action > RiskAction.Warn)
        {
            Switch.Pause(true);
        }
    }

    void Stop(Gauge gauge)
    {
        if (gauge.Action == RiskAction.Kill)
        {
            Switch.Kill(gauge.Sentence);
        }
        else
        {
            desk.CancelAll();
            exits.CloseAll("risk " + RiskText.NameOf(gauge.Rule));
        }
    }

    /// <summary>Takes away what is beyond a limit, as long as something is.</summary>
    void Relieve(Gauge gauge)
    {
        if (gauge is { IsBeyond: true, Action: RiskAction.Reduce or RiskAction.Close })
        {
            exits.Reduce(gauge.Market, gauge.Action == RiskAction.Close ? 1m : gauge.Excess, "risk " + RiskText.NameOf(gauge.Rule));
        }
    }
}
