using System.Diagnostics.CodeAnalysis;

namespace Workbench.Core;

/// <summary>
/// A trading idea as a pure reaction: events come in, orders go out. It has no clock but the events' own, no dice but the
/// run's, no threads, files or network, and so the same text decides the same in backtest, paper, live and replay.
/// </summary>
public abstract class Strategy
{
    IStrategyContext? context;
    Instrument? home;

    /// <summary>Called once before the first event: register indicators and timeframes here.</summary>
    public virtual void OnStart() { }

    /// <summary>
    /// Called for every change of the best bid or ask, after orders were matched against it: for every tick of the data, or, where those hold
    /// a book and no ticks, after every message of it. Ticks beside a book that is valid are told and match nothing.
    /// </summary>
    public virtual void OnTick(in Tick tick) { }

    /// <summary>Called for every print.</summary>
    public virtual void OnTrade(in Trade trade) { }

    /// <summary>Called after every message of an order book. The book is the engine's own and changes with the next one; while it is not valid it shows nothing to trade by.</summary>
    public virtual void OnBook(OrderBook book) { }

    /// <summary>Called for every item of news, at its publication. Items of one instant come in the order of their tape.</summary>
    public virtual void OnNews(News news) { }

    /// <summary>
    /// Called when something becomes known of the economic calendar: a <see cref="CalendarAnnouncement"/> with forecast and previous figure, at most a
    /// week before; a <see cref="CalendarRelease"/> with the actual, at its time; a <see cref="CalendarRevision"/> where a figure is corrected later. What was
    /// announced before the run and is due in it is told at the run's beginning.
    /// </summary>
    public virtual void OnCalendar(CalendarEvent calendar) { }

    /// <summary>Called for every measure of sentiment, its moving average computed.</summary>
    public virtual void OnSentiment(Sentiment sentiment) { }

    /// <summary>Called for every bar of a timeframe in use, at its close, after its indicators were updated.</summary>
    public virtual void OnBar(in Bar bar) { }

    /// <summary>
    /// Called when a session of an instrument of the run opens or closes, at that instant: after the bars that close then, before timers
    /// and before the first tick of the instant. What closes comes before what opens.
    /// </summary>
    public virtual void OnSession(in SessionEvent session) { }

    /// <summary>Called when a timer set with <see cref="SetTimer(DateTime, string)"/> or <see cref="SetTimer(TimeSpan, string)"/> is due.</summary>
    public virtual void OnTimer(string name) { }

    /// <summary>Called when a venue's report changed one of our orders.</summary>
    public virtual void OnExecution(Order order, in ExecutionReport report) { }

    /// <summary>Called once after the last event; orders sent here are refused: no market comes any more.</summary>
    public virtual void OnStop() { }

    /// <summary>Time of the event at hand, UTC: the only clock there is.</summary>
    protected DateTime Now => UtcNanos.ToDateTime(Context.Clock.Nanos);

    /// <summary>The event clock as .NET's own abstraction.</summary>
    protected TimeProvider Clock => Context.Clock;

    /// <summary>The run's dice, seeded by <c>--seed</c>: the same numbers in every process and every mode.</summary>
    protected SeededRandom Random => Context.Random;

    /// <summary>The run's first instrument: the one meant wherever none is named.</summary>
    protected Instrument Instrument => home ?? Context.Instruments[0];

    /// <summary>All instruments of the run, in the order given.</summary>
    protected IReadOnlyList<Instrument> Instruments => Context.Instruments;

    /// <summary>What the account is worth now, marked to market, in account currency.</summary>
    protected decimal Equity => Context.Equity;

    /// <summary>Orders that still work, oldest first.</summary>
    protected IReadOnlyList<Order> OpenOrders => Context.OpenOrders;

    /// <summary>Signed units held of an instrument now; what was ordered and not yet filled is not in it.</summary>
    protected decimal Position(Instrument? instrument = null) => Context.Position(instrument ?? Instrument);

    /// <summary>Best bid and ask now. Both are 0 before the first tick; with bar data both are the last price.</summary>
    protected (decimal Bid, decimal Ask) Market(Instrument? instrument = null) => Context.Market(instrument ?? Instrument);

    /// <summary>The trading day at hand, UTC: [open, close) as the instrument's session calendar has it, daylight saving included.</summary>
    protected (DateTime Open, DateTime Close) TradingDay(Instrument? instrument = null)
    {
        var day = (instrument ?? Instrument).Calendar.TradingDay(Context.Clock.Nanos);
        return (UtcNanos.ToDateTime(day.From), UtcNanos.ToDateTime(day.To));
    }

    /// <summary>Registers an indicator on a timeframe; it is updated at each close, before <see cref="OnBar"/>. For <see cref="OnStart"/>.</summary>
    /// <param name="indicator">The indicator; its name in charts is what it calls itself, unless <paramref name="name"/> is given.</param>
    /// <param name="timeframe">The bars it is fed with.</param>
    /// <param name="instrument">Whose bars; default the first instrument.</param>
    /// <param name="name">Name in charts and reports.</param>
    /// <returns>The indicator itself.</returns>
    protected TIndicator Add<TIndicator>(TIndicator indicator, BarSpec timeframe, Instrument? instrument = null, string? name = null)
        where TIndicator : Indicator
    {
        Context.Add(indicator, timeframe, instrument ?? Instrument, name ?? indicator.ToString());
        return indicator;
    }

    /// <summary>Asks for the bars of a timeframe without an indicator on it. For <see cref="OnStart"/>.</summary>
    protected void Subscribe(BarSpec timeframe, Instrument? instrument = null) => Context.Subscribe(timeframe, instrument ?? Instrument);

    /// <summary>Asks for one call of <see cref="OnTimer"/> at an instant of event time, UTC. One that has passed rings right after the events of this instant.</summary>
    protected void SetTimer(DateTime utc, string name) => Context.SetTimer(UtcNanos.From(utc), 0, name);

    /// <summary>Asks for a call of <see cref="OnTimer"/> at every multiple of a span of event time; those of a span that divides a day are counted from midnight UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is zero or negative.</exception>
    protected void SetTimer(TimeSpan every, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        Context.SetTimer(0, UtcNanos.From(every), name);
    }

    /// <summary>Sends a market order to buy. It is matched at the first event after this one, at the ask.</summary>
    protected Order Buy(decimal qty, Instrument? instrument = null, string tag = "") =>
        Context.Send(instrument ?? Instrument, Side.Buy, OrderType.Market, qty, 0m, tag);

    /// <summary>Sends a market order to sell. It is matched at the first event after this one, at the bid.</summary>
    protected Order Sell(decimal qty, Instrument? instrument = null, string tag = "") =>
        Context.Send(instrument ?? Instrument, Side.Sell, OrderType.Market, qty, 0m, tag);

    /// <summary>Sends a limit order to buy at the price or below, good until cancelled.</summary>
    protected Order BuyLimit(decimal qty, decimal price, Instrument? instrument = null, string tag = "") =>
        Context.Send(instrument ?? Instrument, Side.Buy, OrderType.Limit, qty, price, tag);

    /// <summary>Sends a limit order to sell at the price or above, good until cancelled.</summary>
    protected Order SellLimit(decimal qty, decimal price, Instrument? instrument = null, string tag = "") =>
        Context.Send(instrument ?? Instrument, Side.Sell, OrderType.Limit, qty, price, tag);

    /// <summary>Sends a stop order that buys at market once the ask has reached the price, good until cancelled.</summary>
    protected Order BuyStop(decimal qty, decimal stopPx, Instrument? instrument = null, string tag = "") =>
        Context.Send(instrument ?? Instrument, Side.Buy, OrderType.Stop, qty, stopPx, tag);

    /// <summary>Sends a stop order that sells at market once the bid has reached the price, good until cancelled.</summary>
    protected Order SellStop(decimal qty, decimal stopPx, Instrument? instrument = null, string tag = "") =>
        Context.Send(instrument ?? Instrument, Side.Sell, OrderType.Stop, qty, stopPx, tag);

    /// <summary>Sends an order of any kind: <c>Send(NewOrder.TrailingStop(Side.Sell, 1_000m, Trail.Percent(2)) with { ReduceOnly = true })</c>.</summary>
    /// <returns>The order; one that cannot be is reported as rejected with its reason, after this handler.</returns>
    protected Order Send(NewOrder order) => Context.Send(order);

    /// <summary>Sends an entry with its exits. They come to life as the entry is filled, never exceed what it was filled with, and what one of
    /// them closes the others need not close any more. FIX ContingencyType OTO with OUO.</summary>
    /// <param name="entry">The order that opens.</param>
    /// <param name="exits">Orders of the other side, such as a stop and a limit.</param>
    /// <returns>The list: <see cref="OrderList.Parent"/> is the entry, <see cref="OrderList.Orders"/> are the exits in the order given.</returns>
    protected OrderList SendBracket(NewOrder entry, params NewOrder[] exits) => Context.SendList(ContingencyType.OneUpdatesOther, entry, exits);

    /// <summary>Sends alternatives: the first fill of one, whole or part, cancels the others. FIX ContingencyType OCO.</summary>
    protected OrderList SendOneCancelsOther(params NewOrder[] orders) => Context.SendList(ContingencyType.OneCancelsOther, null, orders);

    /// <summary>Asks the venue to amend an order; it works under its old terms until a report says otherwise. What is not named stays. FIX message G.</summary>
    /// <param name="order">The order. One that is done is answered with a refusal.</param>
    /// <param name="qty">Units in all, what is filled included.</param>
    /// <param name="price">Limit price.</param>
    /// <param name="stopPx">Trigger price.</param>
    protected void Amend(Order order, decimal? qty = null, decimal? price = null, decimal? stopPx = null) =>
        Context.Replace(order, new OrderTerms(qty ?? order.OrderQty, price ?? order.Price, stopPx ?? order.StopPx));

    /// <summary>Asks the venue to cancel an order; it works until a report says otherwise. One that is done already stays as it is.</summary>
    protected void Cancel(Order order) => Context.Cancel(order);

    /// <summary>Asks the venue to cancel every working order of the run, or of one instrument.</summary>
    protected void CancelAll(Instrument? instrument = null)
    {
        // From the newest back, because the list shrinks as cancellations are sent.
        var open = OpenOrders;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (instrument is null || ReferenceEquals(open[i].Instrument, instrument))
            {
                Cancel(open[i]);
            }
        }
    }

    /// <summary>Sends the market order that takes the position to a target, counting market orders still on their way.</summary>
    /// <param name="qty">Signed units to hold; 0 to be flat.</param>
    /// <param name="instrument">Default the first instrument.</param>
    /// <param name="tag">The reason, carried into trades and report.</param>
    /// <returns>The order, or null where the target is held already.</returns>
    protected Order? TargetPosition(decimal qty, Instrument? instrument = null, string tag = "")
    {
        var what = instrument ?? Instrument;
        var missing = qty - Context.ExpectedPosition(what);
        return Math.Sign(missing) switch
        {
            > 0 => Buy(missing, what, tag),
            < 0 => Sell(-missing, what, tag),
            _ => null,
        };
    }

    IStrategyContext Context => context ?? NotStarted();

    /// <summary>Plugs the strategy into an engine; a strategy serves one run.</summary>
    internal void Attach(IStrategyContext engine)
    {
        context = context is null ? engine : throw new InvalidOperationException("A strategy object serves one run; make a new one.");
        home = engine.Instruments[0];
    }

    [DoesNotReturn]
    static IStrategyContext NotStarted() =>
        throw new InvalidOperationException("A strategy meets its market in OnStart: constructors and initialisers have no clock, no instrument and no orders.");
}
