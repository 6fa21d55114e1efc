namespace Workbench.Core;

/// <summary>One stream of market events of a run. Tapes are merged by time, then by their order in the run.</summary>
public sealed class Tape
{
    Tape(Instrument instrument, DataKind kind, IDisposable? cursor, BarSpec bars, bool ratesOnly, bool resolves = false)
    {
        Instrument = instrument;
        Kind = kind;
        Cursor = cursor;
        Bars = bars;
        RatesOnly = ratesOnly;
        Resolves = resolves;
    }

    /// <summary>What the tape is of.</summary>
    public Instrument Instrument { get; }

    /// <summary>What it holds.</summary>
    public DataKind Kind { get; }

    /// <summary>Length and price of its bars, where it holds bars.</summary>
    public BarSpec Bars { get; }

    /// <summary>Whether it only converts currencies: the strategy neither sees nor trades it.</summary>
    public bool RatesOnly { get; }

    /// <summary>Whether its bars only tell in which order prices came within the longer bars that the strategy sees.</summary>
    public bool Resolves { get; }

    /// <summary>Whether it is told and not traded by: news, calendar, sentiment.</summary>
    public bool IsNotice => Kind.IsNotice();

    /// <summary>The events themselves, an <see cref="ICursor{TBatch}"/> of the batches of its kind; null where they come in one by one. Whoever wraps it hands on a tape of its own.</summary>
    public IDisposable? Cursor { get; }

    /// <summary>Its batches, for one engine.</summary>
    /// <param name="make">Makes the batch that is filled again and again, where the tape is nobody else's.</param>
    internal IReel<TBatch> Reel<TBatch>(Func<TBatch> make)
        where TBatch : class, IBatch => Cursor switch
        {
            IReel<TBatch> shared => shared,
            ICursor<TBatch> cursor => new CursorReel<TBatch>(cursor, make()),
            _ => throw new InvalidOperationException($"Nobody reads a tape of {Kind}."),
        };

    /// <summary>Puts it before many engines.</summary>
    internal SharedTape Share() => Cursor switch
    {
        ICursor<TickBatch> ticks => new DecodedTape<TickBatch>(this, ticks, static () => new TickBatch()),
        ICursor<TradeBatch> trades => new DecodedTape<TradeBatch>(this, trades, static () => new TradeBatch()),
        ICursor<DepthBatch> depth => new DecodedTape<DepthBatch>(this, depth, static () => new DepthBatch()),
        ICursor<BarBatch> bars => new DecodedTape<BarBatch>(this, bars, static () => new BarBatch()),
        ICursor<NoticeBatch<News>> news => new DecodedTape<NoticeBatch<News>>(this, news, static () => new NoticeBatch<News>()),
        ICursor<NoticeBatch<CalendarEvent>> calendar => new DecodedTape<NoticeBatch<CalendarEvent>>(this, calendar, static () => new NoticeBatch<CalendarEvent>()),
        ICursor<NoticeBatch<Sentiment>> sentiment => new DecodedTape<NoticeBatch<Sentiment>>(this, sentiment, static () => new NoticeBatch<Sentiment>()),
        _ => throw new InvalidOperationException($"Nobody reads a tape of {Kind}."),
    };

    /// <summary>The same tape, read another way.</summary>
    internal Tape With(IDisposable reel) => new(Instrument, Kind, reel, Bars, RatesOnly, Resolves);

    /// <summary>A tape of quotes.</summary>
    public static Tape OfTicks(ICursor<TickBatch> ticks, bool ratesOnly = false) => new(ticks.Instrument, DataKind.Ticks, ticks, default, ratesOnly);

    /// <summary>A tape of prints.</summary>
    public static Tape OfTrades(ICursor<TradeBatch> trades) => new(trades.Instrument, DataKind.Trades, trades, default, ratesOnly: false);

    /// <summary>A tape of order-book changes.</summary>
    public static Tape OfDepth(ICursor<DepthBatch> depth) => new(depth.Instrument, DataKind.Depth, depth, default, ratesOnly: false);

    /// <summary>A tape of stored bars.</summary>
    public static Tape OfBars(ICursor<BarBatch> bars, BarSpec spec, bool ratesOnly = false) => new(bars.Instrument, DataKind.Bars, bars, spec, ratesOnly);

    /// <summary>A tape of shorter bars of an instrument whose stored bars are another tape: orders are matched by these, strategies see those. It goes before them.</summary>
    public static Tape OfFinerBars(ICursor<BarBatch> bars, BarSpec spec) => new(bars.Instrument, DataKind.Bars, bars, spec, ratesOnly: false, resolves: true);

    /// <summary>A tape of news.</summary>
    public static Tape OfNews(ICursor<NoticeBatch<News>> news) => new(news.Instrument, DataKind.News, news, default, ratesOnly: false);

    /// <summary>A tape of what became known of a currency's economic calendar.</summary>
    public static Tape OfCalendar(ICursor<NoticeBatch<CalendarEvent>> calendar) => new(calendar.Instrument, DataKind.Calendar, calendar, default, ratesOnly: false);

    /// <summary>A tape of measures of sentiment.</summary>
    public static Tape OfSentiment(ICursor<NoticeBatch<Sentiment>> sentiment) => new(sentiment.Instrument, DataKind.Sentiment, sentiment, default, ratesOnly: false);

    /// <summary>A stream that a session hears of event by event.</summary>
    public static Tape Live(Instrument instrument, DataKind kind, BarSpec bars = default, bool ratesOnly = false) => new(instrument, kind, null, bars, ratesOnly);
}
