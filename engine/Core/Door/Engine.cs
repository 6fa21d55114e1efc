namespace Workbench.Core;

/// <summary>
/// Runs one strategy over tapes of market events, on one thread, from the first event to the last. It reads no clock and
/// rolls no dice: config, script and tapes determine every output.
/// </summary>
public sealed class Engine
{
    const int ChartCandles = 1_500;
    const int EquityPoints = 8_000;

    readonly RunConfig config;
    readonly IRunSink sink;
    readonly ReplayClock clock = new();
    readonly Door door = new();
    readonly OutputLog log;
    readonly List<Market> markets = [];
    readonly List<(Market Market, Tape Tape)> tapes = [];
    readonly Schedule schedule;
    readonly Sampler sampler;
    readonly Account account;
    readonly EquityTracker tracker;
    readonly IEngineVenue venue;
    readonly Matching matching;
    readonly BarMatching within;
    readonly OrderDesk desk;
    readonly MarginWatch watch;
    readonly RiskWatch riskWatch;
    readonly Settlements settlements;
    readonly Cast cast;
    readonly Publisher publisher;
    readonly Intake intake;
    Playback? playback;
    long firstEvent;
    bool hasEnded;

    /// <summary>Puts a run of one strategy together.</summary>
    /// <param name="config">What determines the run.</param>
    /// <param name="strategy">A fresh strategy, its parameters set.</param>
    /// <param name="tapes">What it sees, in order of priority; the engine disposes of them.</param>
    /// <param name="sink">Where results go.</param>
    /// <exception cref="WorkbenchException">No tape can be traded, or a currency cannot be converted.</exception>
    public Engine(RunConfig config, Strategy strategy, IReadOnlyList<Tape> tapes, IRunSink sink)
        : this(config, [strategy], tapes, sink)
    {
    }

    /// <summary>Puts a run of several strategies together: each with a book of its own, one account and one risk above them.</summary>
    /// <param name="config">What determines the run; it names a book for each strategy.</param>
    /// <param name="strategies">Fresh strategies, their parameters set; at one event the first hears first.</param>
    /// <param name="tapes">What it sees, in order of priority; the engine disposes of them.</param>
    /// <param name="sink">Where results go.</param>
    /// <exception cref="WorkbenchException">No tape can be traded, or a currency cannot be converted.</exception>
    public Engine(RunConfig config, IReadOnlyList<Strategy> strategies, IReadOnlyList<Tape> tapes, IRunSink sink)
        : this(config, strategies, tapes, sink, session: null)
    {
    }

    /// <summary>Puts a run together whose orders go to a venue of somebody else's making.</summary>
    /// <param name="config">What determines the run.</param>
    /// <param name="strategies">Fresh strategies.</param>
    /// <param name="tapes">What they see.</param>
    /// <param name="sink">Where results go.</param>
    /// <param name="session">What it has besides in a session; null for a backtest.</param>
    internal Engine(
        RunConfig config, IReadOnlyList<Strategy> strategies, IReadOnlyList<Tape> tapes, IRunSink sink, SessionSide? session)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(strategies.Count, config.Books.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(config.Cash);
        if (config.Risk.Rotation?.Of.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !config.Books.Contains(name)) is { } unknown)
        {
            throw RunErrors.NoSuchScript(unknown, config.Books);
        }

        this.config = config;
        this.sink = sink;
        foreach (var tape in tapes)
        {
            Add(tape);
        }

        var home = markets.Find(market => market.IsTraded) ?? throw RunErrors.NoTape();
        foreach (var market in markets)
        {
            market.Conversion = ConversionOf(market);
        }

        log = new OutputLog(sink);
        account = new Account(config, sink);
        var margin = new Margin(config.Account, account);
        var risk = new RiskGate(margin);
        var simulated = new SimulatedVenue(config, door, clock);
        simulated.Matcher = matching = new Matching(config, simulated);
        within = new BarMatching(config, simulated, matching);

        // The rules of matching stay where they are: at a real venue's side nothing of ours rests here, so they have nothing to do.
        venue = session?.Venue?.Invoke(door, clock) ?? simulated;
        desk = new OrderDesk(log, clock, door, config.Books.Count) { Broker = venue, Risk = risk, State = session?.State };
        watch = new MarginWatch(config.Account, account, margin, desk, log, sink);
        risk.IsClosed = () => watch.IsClosed;
        Alerts = new RiskAlerts(log, sink, clock);
        riskWatch = new RiskWatch(config, account, markets, desk, clock, home.Instrument.Calendar, Alerts);
        risk.Watch = riskWatch;
        tracker = new EquityTracker(account, markets, margin, watch, riskWatch);
        sampler = new Sampler(Sampler.StepFor(config.Range, EquityPoints), home.Instrument.Calendar, tracker, riskWatch, sink);
        schedule = new Schedule(sampler);
        venue.Alarm = schedule.AwaitVenue;
        settlements = new Settlements(config, markets, account, log, sink);
        StrategyHost[] seats = [.. strategies.Select((strategy, book) => new StrategyHost(strategy, book, config, clock, schedule, account, desk, markets))];
        intake = new Intake(clock, door, desk, venue, log, account, tracker, riskWatch, seats, sink);
        cast = new Cast(seats, intake);
        publisher = new Publisher(schedule, cast, sink);
    }

    /// <summary>The clock.</summary>
    internal ReplayClock Clock => clock;

    /// <summary>What the clock will make due.</summary>
    internal Schedule Schedule => schedule;

    /// <summary>The instruments of the run.</summary>
    internal IReadOnlyList<Market> Markets => markets;

    /// <summary>Takes in what venues say.</summary>
    internal Intake Intake => intake;

    /// <summary>The way out for orders.</summary>
    internal OrderDesk Desk => desk;

    /// <summary>The account.</summary>
    internal Account Account => account;

    /// <summary>Tells of risk.</summary>
    internal RiskAlerts Alerts { get; }

    /// <summary>The output log.</summary>
    internal OutputLog Log => log;

    /// <summary>What the account is worth now, marked to market, in account currency.</summary>
    public decimal Equity => account.Equity;

    /// <summary>Executions so far.</summary>
    public long Fills => account.Fills;

    /// <summary>How far the run is.</summary>
    public RunProgress Progress { get; } = new();

    /// <summary>The portfolio as it is now, as far as the run's terms of risk have it measured; null where they do not.</summary>
    public PortfolioRisk? MeasureRisk() => riskWatch.Measure();

    /// <summary>What stops everything, for commands of a person.</summary>
    internal KillSwitch KillSwitch => riskWatch.Switch;

    /// <summary>Hands the sink the output records it has not seen yet, for whoever wants to know what a run did before it failed.</summary>
    public void FlushJournal() => log.Flush();

    /// <summary>Runs to the end of the tapes, or until it is cancelled: then the result is partial, and true as far as it goes.</summary>
    /// <param name="cancel">Cuts the run short.</param>
    /// <param name="until">Cuts it short before the first event at this instant or later, UTC nanoseconds. Default the end of time.</param>
    /// <exception cref="WorkbenchException">A tape is damaged, or a rate is missing.</exception>
    public RunResult Run(CancellationToken cancel = default, long until = long.MaxValue)
    {
        try
        {
            Begin(cancel);
            Advance(LaneKey.FirstAt(until));
            return End();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Close();
            return Finish(isPartial: true);
        }
    }

    /// <summary>The first step of a run that is gone through in parts: opens the tapes, and lets the scripts register what they need.</summary>
    /// <param name="cancel">Ends each step that follows.</param>
    /// <exception cref="WorkbenchException">A tape is damaged, or a rate is missing.</exception>
    public void Begin(CancellationToken cancel = default) => Guarded(() =>
    {
        playback = new Playback(tapes, Dispatcher(cancel), cancel);
        var first = playback.First;
        Fund(playback);
        Start(config.Range.From > long.MinValue ? Math.Min(config.Range.From, first) : first, playback.FirstTraded);
    });

    /// <summary>The next step: all that comes before an instant, and what closes, rings or is settled at it; what is new at it comes later.</summary>
    /// <param name="to">The instant, UTC nanoseconds.</param>
    /// <returns>Whether the tapes go on.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="WorkbenchException">A tape is damaged, or a rate is missing.</exception>
    public bool Advance(long to)
    {
        Advance(new LaneKey(to, LaneKey.New, int.MinValue));
        return !hasEnded;
    }

    /// <summary>The last step: where the tapes have ended the scripts are told; else the result is partial.</summary>
    public RunResult End()
    {
        if (hasEnded)
        {
            Guarded(() =>
            {
                playback!.Outlast(config.Range.To);
                Stop();
            });
        }

        Close();
        return Finish(isPartial: !hasEnded);
    }

    void Advance(LaneKey end) => Guarded(() => hasEnded = playback!.Advance(end));

    /// <summary>Does a step. A run that fails in one lets go of its tapes.</summary>
    void Guarded(Action step)
    {
        try
        {
            step();
        }
        catch
        {
            Close();
            throw;
        }
    }

    void Close() => playback?.Dispose();

    /// <summary>What happens at an event. Made once the parts are there, by whoever drives the run.</summary>
    internal Dispatcher Dispatcher(CancellationToken cancel) =>
        new(clock, schedule, sampler, venue, matching, within, intake, tracker, settlements, cast, publisher, Progress, cancel);

    /// <summary>Begins the run: the clock stands at its start, and the scripts register what they need.</summary>
    internal void Start(long time, long first)
    {
        log.Header(config.Currency);
        foreach (var market in markets)
        {
            log.Header(market.Instrument.Symbol);
            venue.Open(market);
        }

        firstEvent = first;
        clock.MoveTo(time);
        tracker.Begin(firstEvent, account.Equity);
        settlements.Begin(firstEvent);
        schedule.AwaitSettlement(settlements.Next);
        riskWatch.Start(markets, schedule);
        cast.Start();
        AddCharts();
        intake.Drain();
    }

    /// <summary>Puts in the money of other currencies, at the first price of its pair.</summary>
    void Fund(Playback playback)
    {
        foreach (var (amount, currency) in config.Account.Deposits)
        {
            var conversion = Conversion.Find(markets, currency, config.Currency) ?? throw RunErrors.NoCashConversion(currency, config.Currency);
            foreach (var pair in conversion.Pairs)
            {
                pair.OpeningMid = playback.OpeningMid(pair);
            }

            account.Deposit(amount, currency, conversion);
        }
    }

    /// <summary>No event comes any more: the scripts are told, and what they still send is refused.</summary>
    internal void Stop()
    {
        desk.Close();
        cast.Stop();
    }

    /// <summary>Closes the books on the run.</summary>
    internal RunResult Finish(bool isPartial)
    {
        var end = clock.Nanos;
        publisher.CloseCharts();
        sampler.Finish(end);
        foreach (var order in cast.Seats.SelectMany(seat => seat.OpenOrders))
        {
            sink.Order(order);
        }

        var books = account.ReportOpen(end);
        log.Ended(end, account.Equity);
        var (timeInMarket, averageLeverage) = tracker.Averages(firstEvent);
        return new RunResult
        {
            EventLogHash = log.Seal(),
            Events = Progress.Events,
            FirstEvent = firstEvent,
            LastEvent = Progress.Nanos,
            IsPartial = isPartial,
            Orders = intake.Orders,
            Fills = account.Fills,
            Trades = account.Trades,
            StartEquity = tracker.Start,
            EndEquity = account.Equity,
            MinEquity = tracker.Min,
            MaxEquity = tracker.Max,
            MaxDrawdown = tracker.Deepest,
            Costs = account.Costs,
            Dividends = account.Dividends,
            Books = books,
            MarginCalls = watch.Calls,
            StopOuts = watch.StopOuts,
            ClosedTime = watch.ClosedTime,
            Owed = Math.Max(0m, -account.Equity),
            TimeInMarket = timeInMarket,
            AverageLeverage = averageLeverage,
            MaxLeverage = tracker.MaxLeverage,
            Benchmarks = [.. markets.Where(market => market is { IsTraded: true, HasPrice: true })
                .Select(market => new BenchmarkPrices(market.Instrument, market.FirstMid, market.Mid))],
            ChartIndicators = cast.Seats.SelectMany(seat => seat.Named).GroupBy(named => named.Market.Instrument.Symbol)
                .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(named => named.Name)]),
            EquityStepNanos = sampler.Step,
        };
    }

    void Add(Tape tape)
    {
        var market = markets.Find(known => ReferenceEquals(known.Instrument, tape.Instrument));
        if (market is null)
        {
            market = new Market(tape.Instrument, markets.Count, config.Books.Count, config.Account.Mode == PositionMode.Hedging);
            markets.Add(market);
        }

        tapes.Add((market, tape));
        if (!tape.IsNotice)
        {
            Price(market, tape);
        }
    }

    /// <summary>Notes by what the market's price is set: a book, the ticks beside it while it is void, prints where there are neither, or stored bars alone.</summary>
    static void Price(Market market, Tape tape)
    {
        if (!market.IsResolved && (IsTwice(market, tape.Kind) || IsBesideBars(market, tape)))
        {
            throw RunErrors.MixedTapes(tape.Instrument.Symbol);
        }

        market.IsTraded |= !tape.RatesOnly;
        market.Book ??= tape.Kind == DataKind.Depth ? new OrderBook(tape.Instrument) : null;
        market.HasTicks |= tape.Kind == DataKind.Ticks;
        market.HasPrints |= tape.Kind == DataKind.Trades;
        market.IsResolved |= tape.Resolves;
        market.StoredBars = tape.Resolves ? market.StoredBars : tape.Bars;
    }

    static bool IsTwice(Market market, DataKind kind) => kind switch
    {
        DataKind.Ticks => market.HasTicks,
        DataKind.Trades => market.HasPrints,
        DataKind.Depth => market.Book is not null,
        _ => false,
    };

    static bool IsBesideBars(Market market, Tape tape) =>
        market.StoredBars != default || (tape.Bars != default && (market.HasQuotes || market.HasPrints));

    Conversion ConversionOf(Market market) =>
        Conversion.Find(markets, market.Instrument.SettleCurrency, config.Currency)
        ?? (market.IsTraded
            ? throw RunErrors.NoConversion(market.Instrument.Symbol, market.Instrument.SettleCurrency, config.Currency)
            : Conversion.None);

    void AddCharts()
    {
        var step = Sampler.StepFor(config.Range, ChartCandles);
        foreach (var market in markets.Where(market => market.IsTraded))
        {
            var stored = market.StoredBars;
            var spec = step == UtcNanos.Day || stored.Unit == BarUnit.Days
                ? Model.Bars.Days()
                : new BarSpec(BarUnit.Time, stored == default ? step : CommonStep(step, stored.Length));
            var chart = BarSeries.For(market, spec, isChart: true);
            market.Series.Add(chart);
            schedule.Add(chart);
        }
    }

    /// <summary>The chart's step where that can be made of the stored bars, else the stored bars themselves.</summary>
    static long CommonStep(long step, long stored) => step % stored == 0 ? step : stored;
}
