namespace Workbench.Data.Importers;

/// <summary>One kind of data found in a vendor's files, ready to be read once: exactly one of the cursors is there.</summary>
public sealed class Tape : IDisposable
{
    internal Tape(ICursor<TickBatch> ticks, ImportReport report, string source)
        : this(ticks, ticks.Instrument, DataKind.Ticks, default, report, source)
    {
    }

    internal Tape(ICursor<TradeBatch> trades, ImportReport report, string source)
        : this(trades, trades.Instrument, DataKind.Trades, default, report, source)
    {
    }

    internal Tape(ICursor<DepthBatch> depth, ImportReport report, string source)
        : this(depth, depth.Instrument, DataKind.Depth, default, report, source)
    {
    }

    internal Tape(ICursor<BarBatch> bars, BarSpec spec, ImportReport report, string source)
        : this(bars, bars.Instrument, DataKind.Bars, spec, report, source)
    {
    }

    internal Tape(ICursor<NoticeBatch<News>> news, ImportReport report, string source)
        : this(news, news.Instrument, DataKind.News, default, report, source)
    {
    }

    internal Tape(ICursor<NoticeBatch<CalendarEntry>> calendar, ImportReport report, string source)
        : this(calendar, calendar.Instrument, DataKind.Calendar, default, report, source)
    {
    }

    internal Tape(ICursor<NoticeBatch<Sentiment>> sentiment, ImportReport report, string source)
        : this(sentiment, sentiment.Instrument, DataKind.Sentiment, default, report, source)
    {
    }

    Tape(IDisposable cursor, Instrument instrument, DataKind kind, BarSpec spec, ImportReport report, string source) =>
        (Cursor, Instrument, Kind, Spec, Report, Source) = (cursor, instrument, kind, spec, report, source);

    /// <summary>What the tape holds.</summary>
    public DataKind Kind { get; }

    /// <summary>Length and price of its bars; default elsewhere.</summary>
    public BarSpec Spec { get; }

    /// <summary>Where the data come from, for the lake's manifest, such as <c>dukascopy</c>.</summary>
    public string Source { get; }

    /// <summary>What was read so far; complete when the cursor has ended.</summary>
    public ImportReport Report { get; }

    /// <summary>The events themselves: an <see cref="ICursor{TBatch}"/> of the batches of its kind.</summary>
    public IDisposable Cursor { get; }

    /// <summary>Ticks, where <see cref="Kind"/> is that.</summary>
    public ICursor<TickBatch>? Ticks => Cursor as ICursor<TickBatch>;

    /// <summary>Prints, where <see cref="Kind"/> is that.</summary>
    public ICursor<TradeBatch>? Trades => Cursor as ICursor<TradeBatch>;

    /// <summary>Changes of an order book, where <see cref="Kind"/> is that.</summary>
    public ICursor<DepthBatch>? Depth => Cursor as ICursor<DepthBatch>;

    /// <summary>Bars, where <see cref="Kind"/> is that.</summary>
    public ICursor<BarBatch>? Bars => Cursor as ICursor<BarBatch>;

    /// <summary>News, where <see cref="Kind"/> is that.</summary>
    public ICursor<NoticeBatch<News>>? News => Cursor as ICursor<NoticeBatch<News>>;

    /// <summary>Entries of a currency's calendar, where <see cref="Kind"/> is that.</summary>
    public ICursor<NoticeBatch<CalendarEntry>>? Calendar => Cursor as ICursor<NoticeBatch<CalendarEntry>>;

    /// <summary>Measures of sentiment, where <see cref="Kind"/> is that.</summary>
    public ICursor<NoticeBatch<Sentiment>>? Sentiment => Cursor as ICursor<NoticeBatch<Sentiment>>;

    /// <summary>What it is of: of a calendar, a currency.</summary>
    public Instrument Instrument { get; }

    /// <summary>Kind as the command line and the lake write it: <c>ticks</c>, <c>trades</c>, <c>depth</c>, <c>1m@bid</c>.</summary>
    public string Name => Kind.Name(Spec);

    /// <inheritdoc/>
    public void Dispose() => Cursor.Dispose();
}
