namespace Workbench.Core;

/// <summary>
/// The engine driven by inputs as they come, one at a time: the same clock, strategies, risk, orders and books as in a backtest.
/// It knows nothing of where inputs come from, and so a recorded session is run again by giving it the same ones.
/// </summary>
public sealed class Session
{
    readonly SessionSetup setup;
    readonly Engine engine;
    readonly Dispatcher dispatcher;
    readonly Schedule schedule;
    readonly Freshness freshness;
    readonly TradingState state = new();
    readonly HashSet<string> booked = [];
    readonly TickBatch tick = new() { Count = 1 };
    readonly BarBatch bar = new() { Count = 1 };
    LiveBroker? live;

    /// <summary>Puts a session together.</summary>
    /// <param name="setup">What determines it.</param>
    /// <param name="strategies">Fresh strategies, their parameters set.</param>
    /// <param name="sink">Where results go.</param>
    /// <exception cref="WorkbenchException">No stream can be traded, or a currency cannot be converted.</exception>
    public Session(SessionSetup setup, IReadOnlyList<Strategy> strategies, IRunSink sink)
    {
        this.setup = setup;
        Func<Door, ReplayClock, IEngineVenue>? venue = setup.Live is { } terms ? (door, clock) => live = new LiveBroker(terms, door, clock, state) : null;
        engine = new Engine(setup.Config, strategies, setup.Streams, sink, new SessionSide(state, venue));
        dispatcher = engine.Dispatcher(CancellationToken.None);
        schedule = engine.Schedule;
        if (live is not null)
        {
            live.Tell = (isCritical, text) => engine.Alerts.Tell(isCritical ? RiskLevel.Critical : RiskLevel.Info, RiskRule.Venue, null, 0m, 0m, RiskAction.Warn, text);
        }

        freshness = new Freshness(setup.StaleNanos, engine.Markets, state);
    }

    /// <summary>How far it is.</summary>
    public RunProgress Progress => engine.Progress;

    /// <summary>Time of the input at hand, UTC nanoseconds.</summary>
    public long Now => engine.Clock.Nanos;

    /// <summary>When the clock is to be put in next, where nothing else comes in before.</summary>
    public long NextDue => Math.Min(Math.Min(schedule.Next, freshness.Next), engine.KillSwitch.Due);

    /// <summary>How it stands, for people.</summary>
    public SessionView View() => SessionView.Of(engine, live, state);

    /// <summary>Begins at an instant: the scripts register what they need.</summary>
    public void Start(long time)
    {
        engine.Start(time, time);
        engine.Log.Flush();
    }

    /// <summary>Takes the oldest command that waits to be sent to the venue.</summary>
    public bool TryTakeCommand(out VenueCommand? command)
    {
        command = null;
        return live is not null && live.TryTakeCommand(out command);
    }

    /// <summary>Takes one input to its end: all that follows from it has happened when this returns.</summary>
    /// <exception cref="InvalidOperationException">Its time is before that of the one before.</exception>
    public void Take(in Input input)
    {
        WakeTo(input.Time);
        switch (input.Kind)
        {
            case InputKind.Tick:
                Tick(in input);
                break;
            case InputKind.Trade:
                Print(in input);
                break;
            case InputKind.Bar:
                Bar(in input, (BarFigures)input.Body!);
                break;
            case InputKind.Depth:
                Depth(in input, (IReadOnlyList<DepthChange>)input.Body!);
                break;
            case InputKind.News or InputKind.Calendar or InputKind.Sentiment:
                dispatcher.Tell(engine.Markets[input.Market], input.Time, (INotice)input.Body!);
                break;
            default:
                engine.Clock.MoveTo(Math.Max(input.Time, Now));
                Hear(in input);

                // What a kill could not close is tried again though no price comes any more.
                engine.KillSwitch.Pursue();
                break;
        }

        engine.Intake.Drain();
        engine.Log.Flush();
    }

    /// <summary>Ends it.</summary>
    /// <param name="isPartial">Whether it was cut short: then scripts are not told.</param>
    public RunResult Finish(bool isPartial)
    {
        if (!isPartial)
        {
            engine.Stop();
        }

        return engine.Finish(isPartial);
    }

    void WakeTo(long time)
    {
        while (schedule.Next <= time)
        {
            dispatcher.Wake(Math.Max(schedule.Next, Now));
        }

        freshness.Look(time);
    }

    Market MarketOf(in Input input)
    {
        var market = engine.Markets[input.Market];
        freshness.Heard(market, input.Time);
        return market;
    }

    void Tick(in Input input)
    {
        var (market, time) = (MarketOf(in input), input.Time);
        tick.Time[0] = time;
        tick.Bid[0] = input.A;
        tick.Ask[0] = input.B;
        tick.BidSize[0] = input.C;
        tick.AskSize[0] = input.D;
        if (market.IsByTicks)
        {
            dispatcher.Begin(market, time);
        }

        if (market.Book is not null)
        {
            dispatcher.Beside(market, time, tick, 0);
            return;
        }

        dispatcher.Tick(market, time, input.A, input.B, tick, 0);
        dispatcher.Extend(market, new TickPage(tick, cells: null), new TickRun(0, 1), time);
    }

    void Print(in Input input)
    {
        var market = MarketOf(in input);
        dispatcher.Begin(market, input.Time);
        dispatcher.Print(market, new Trade(market.Instrument, input.Time, input.A, input.B, (Side)input.C));
    }

    /// <summary>A bar is known when it has closed, its open included: what waited for that is filled at it, and the close comes after.</summary>
    void Bar(in Input input, BarFigures figures)
    {
        var (market, time) = (MarketOf(in input), input.Time);
        bar.OpenTime[0] = figures.OpenTime;
        bar.CloseTime[0] = time;
        bar.Open[0] = figures.Open;
        bar.High[0] = figures.High;
        bar.Low[0] = figures.Low;
        bar.Close[0] = figures.Close;
        bar.Volume[0] = figures.Volume;
        dispatcher.Begin(market, time);
        dispatcher.Open(market, time, figures.Open, figures.Volume, resolves: false);
        dispatcher.Close(market, bar, 0, resolves: false);
        WakeTo(time);
    }

    void Depth(in Input input, IReadOnlyList<DepthChange> rows)
    {
        var market = MarketOf(in input);
        dispatcher.Begin(market, input.Time);
        foreach (var row in rows)
        {
            dispatcher.Row(market, row.Side, row.Price, row.Size, row.Flags);
        }

        dispatcher.Depth(market, input.Time);
    }

    void Hear(in Input input)
    {
        switch (input.Kind)
        {
            case InputKind.Report:
                live?.Take((VenueReport)input.Body!);
                break;
            case InputKind.Sent:
                live?.Sent(input.A, (VenueCommandKind)input.B, (SendOutcome)input.C, (string)input.Body!);
                break;
            case InputKind.Found:
                live?.Found(input.A, input.B, isKnown: input.C == 1, input.Body as VenueOrder);
                break;
            case InputKind.Audit:
                live?.Audited(input.B, input.Body as VenueState);
                break;
            case InputKind.Cash:
                Cash((CashNotice)input.Body!);
                break;
            case InputKind.Link:
                Link((LinkKind)input.A, (LinkState)input.B);
                break;
            case InputKind.Operator:
                Obey((OperatorCommand)input.A, (string)input.Body!, input.B);
                break;
        }
    }

    /// <summary>The connection on which orders are heard of: while it is down nothing new is sent, and after it all is asked after.</summary>
    void Link(LinkKind link, LinkState now)
    {
        if (link != LinkKind.Orders || live is null)
        {
            return;
        }

        state.IsCutOff = now == LinkState.Down;
        if (now != LinkState.Down)
        {
            live.Recover();
        }
    }

    void Cash(CashNotice notice)
    {
        if (booked.Add(notice.Id) && notice.Amount.Currency == setup.Config.Currency)
        {
            engine.Account.Cash.Add(notice.Amount.Amount);
        }
    }

    void Obey(OperatorCommand command, string why, long to)
    {
        switch (command)
        {
            case OperatorCommand.WarmUp:
                state.IsWarmingUp = true;
                break;
            case OperatorCommand.Trade:
                state.IsWarmingUp = false;
                break;
            case OperatorCommand.Recover:
                live?.Begin();
                break;
            case OperatorCommand.Pause:
                engine.KillSwitch.Pause(true);
                break;
            case OperatorCommand.Resume:
                engine.KillSwitch.Pause(false);
                break;
            case OperatorCommand.Flatten:
                engine.KillSwitch.Pause(true);
                engine.KillSwitch.Flatten();
                break;
            case OperatorCommand.Kill:
                engine.KillSwitch.Kill(why);
                live?.CancelStrangers();
                break;
            case OperatorCommand.FeedEnded:
                EndFeed(to);
                break;
            case OperatorCommand.Stop:
                state.IsOver = true;
                engine.Desk.CancelAll();
                break;
            case OperatorCommand.JournalLost or OperatorCommand.JournalBack:
                state.IsJournalLost = command == OperatorCommand.JournalLost;
                break;
        }
    }

    /// <summary>What a backtest does when its tapes have ended and its time has not.</summary>
    void EndFeed(long to)
    {
        schedule.End();
        while (schedule.NextDecision <= to && schedule.NextDecision < long.MaxValue)
        {
            dispatcher.Wake(schedule.NextDecision);
        }
    }
}
