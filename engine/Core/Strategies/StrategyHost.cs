using System.Reflection;

namespace Workbench.Core;

/// <summary>A strategy in its seat: what it may ask of the engine, and which events it wants.</summary>
sealed class StrategyHost(
    Strategy strategy, int book, RunConfig config, ReplayClock clock, Schedule schedule, Account account, OrderDesk desk, List<Market> markets)
    : IStrategyContext
{
    readonly Instrument[] instruments = [.. markets.Where(market => market.IsTraded).Select(market => market.Instrument)];
    bool registering;

    /// <summary>Whether it wants to see each tick.</summary>
    public bool WantsTicks { get; } = Overrides(strategy, nameof(Core.Strategy.OnTick), typeof(Tick));

    /// <summary>Number of its book, from 0.</summary>
    public int Book => book;

    /// <summary>The strategy itself.</summary>
    public Strategy Strategy => strategy;

    public ReplayClock Clock => clock;

    /// <summary>Dice of its own: what one script rolls must not change what another one does.</summary>
    public SeededRandom Random { get; } = new(unchecked(config.Seed + 0x9E3779B9L * book));

    public IReadOnlyList<Instrument> Instruments => instruments;

    public IReadOnlyList<Order> OpenOrders => desk.OpenOf(book);

    public decimal Equity => account.Equity;

    /// <summary>Names of the indicators on each market, in the order they were added.</summary>
    public List<(Market Market, string Name, Indicator Indicator)> Named { get; } = [];

    /// <summary>Lets it register what it needs.</summary>
    public void Start()
    {
        strategy.Attach(this);
        registering = true;
        strategy.OnStart();
        registering = false;
        if (Overrides(strategy, nameof(Core.Strategy.OnSession), typeof(SessionEvent)))
        {
            Array.ForEach(instruments, instrument => schedule.Add(new SessionWatch(this, instrument, clock.Nanos)));
        }
    }

    public decimal Position(Instrument instrument) => MarketOf(instrument).PositionOf(Book);

    public decimal ExpectedPosition(Instrument instrument) => MarketOf(instrument).ExpectedOf(Book);

    public (decimal Bid, decimal Ask) Market(Instrument instrument)
    {
        var market = MarketOf(instrument);
        return (instrument.FromRaw(market.Bid), instrument.FromRaw(market.Ask));
    }

    public void Add(Indicator indicator, BarSpec timeframe, Instrument instrument, string name)
    {
        var market = MarketOf(instrument);
        Register(market, timeframe, indicator);
        Named.Add((market, name, indicator));
    }

    public void Subscribe(BarSpec timeframe, Instrument instrument) => Register(MarketOf(instrument), timeframe, null);

    public void SetTimer(long at, long every, string name) =>

        // One that has passed rings right after the instant at hand: at it, a handler that sets itself anew would never return.
        schedule.Add(new EventTimer(this, every > 0 ? UtcNanos.Floor(clock.Nanos, every) + every : Math.Max(at, clock.Nanos + 1), every, name));

    public Order Send(Instrument instrument, Side side, OrderType type, decimal qty, decimal price, string tag) =>
        desk.Send(MarketOf(instrument), Book, side, type, qty, price, tag);

    public Order Send(NewOrder order) => desk.Send(MarketOf(order), Book, order);

    public OrderList SendList(ContingencyType contingency, NewOrder? entry, NewOrder[] members) =>
        desk.SendList(Array.ConvertAll(entry is null ? members : [.. members, entry], MarketOf), Book, contingency, entry, members);

    public void Replace(Order order, OrderTerms terms) => desk.Replace(MarketOf(order.Instrument), order, terms);

    public void Cancel(Order order) => desk.Cancel(order);

    /// <summary>Makes sure of a timeframe, and feeds it to an indicator where there is one.</summary>
    void Register(Market market, BarSpec spec, Indicator? indicator)
    {
        if (!registering)
        {
            throw new InvalidOperationException("Indicators and timeframes are registered in OnStart: one that came later would have missed its past.");
        }

        if (!spec.IsByTime && market.StoredBars == default)
        {
            var bars = market.EventBarsOf(spec);
            bars.Listen(this);
            if (indicator is not null)
            {
                bars.Add(indicator);
            }
        }
        else
        {
            var series = SeriesOf(market, spec);
            series.Listen(this);
            if (indicator is not null)
            {
                series.Indicators.Add(indicator);
            }
        }
    }

    BarSeries SeriesOf(Market market, BarSpec spec)
    {
        foreach (var series in market.Series)
        {
            if (series.Spec == spec && !series.IsChart)
            {
                return series;
            }
        }

        var added = BarSeries.For(market, spec, isChart: false);
        market.Series.Add(added);
        schedule.Add(added);
        return added;
    }

    public Market MarketOf(Instrument instrument)
    {
        foreach (var market in markets)
        {
            if (ReferenceEquals(market.Instrument, instrument))
            {
                return market;
            }
        }

        throw new InvalidOperationException($"The run has no instrument {instrument}.");
    }

    Market MarketOf(NewOrder order) => MarketOf(order.Instrument ?? instruments[0]);

    static bool Overrides(Strategy strategy, string method, Type what) =>
        strategy.GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.Public, [what.MakeByRefType()])!.DeclaringType != typeof(Strategy);
}
