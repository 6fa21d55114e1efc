namespace Workbench.Data.Importers;

/// <summary>One kind of data found in a vendor's files, ready to be read once: exactly one of the cursors is there.</summary>
public sealed class Tape : IDisposable
{
    internal Tape(ICursor<TickBatch> ticks, ImportReport report, string source)
        : this(DataKind.Ticks, default, report, source) => Ticks = ticks;

    internal Tape(ICursor<TradeBatch> trades, ImportReport report, string source)
        : this(DataKind.Trades, default, report, source) => Trades = trades;

    internal Tape(ICursor<DepthBatch> depth, ImportReport report, string source)
        : this(DataKind.Depth, default, report, source) => Depth = depth;

    internal Tape(ICursor<BarBatch> bars, BarSpec spec, ImportReport report, string source)
        : this(DataKind.Bars, spec, report, source) => Bars = bars;

    internal Tape(ICursor<NoticeBatch<News>> news, ImportReport report, string source)
        : this(DataKind.News, default, report, source) => News = news;

    internal Tape(ICursor<NoticeBatch<CalendarEntry>> calendar, ImportReport report, string source)
        : this(DataKind.Calendar, default, report, source) => Calendar = calendar;

    internal Tape(ICursor<NoticeBatch<Sentiment>> sentiment, ImportReport report, string source)
        : this(DataKind.Sentiment, default, report, source) => Sentiment = sentiment;

    Tape(DataKind kind, BarSpec spec, ImportReport report, string source) => (Kind, Spec, Report, Source) = (kind, spec, report, source);

    /// <summary>What the tape holds.</summary>
    public DataKind Kind { get; }

    /// <summary>Length and price of its bars; default elsewhere.</summary>
    public BarSpec Spec { get; }

    /// <summary>Where the data come from, for the lake's manifest, such as <c>dukascopy</c>.</summary>
    public string Source { get; }

    /// <summary>What was read so far; complete when the cursor has ended.</summary>
    public ImportReport Report { get; }

    /// <summary>Ticks, where <see cref="Kind"/> is that.</summary>
    public ICursor<TickBatch>? Ticks { get; }

    /// <summary>Prints, where <see cref="Kind"/> is that.</summary>
    public ICursor<TradeBatch>? Trades { get; }

    /// <summary>Changes of an order book, where <see cref="Kind"/> is that.</summary>
    public ICursor<DepthBatch>? Depth { get; }

    /// <summary>Bars, where <see cref="Kind"/> is that.</summary>
    public ICursor<BarBatch>? Bars { get; }

    /// <summary>News, where <see cref="Kind"/> is that.</summary>
    public ICursor<NoticeBatch<News>>? News { get; }

    /// <summary>Entries of a currency's calendar, where <see cref="Kind"/> is that.</summary>
    public ICursor<NoticeBatch<CalendarEntry>>? Calendar { get; }

    /// <summary>Measures of sentiment, where <see cref="Kind"/> is that.</summary>
    public ICursor<NoticeBatch<Sentiment>>? Sentiment { get; }

    /// <summary>What it is of: of a calendar, a currency.</summary>
    public Instrument Instrument => Ticks?.Instrument ?? Trades?.Instrument ?? Depth?.Instrument ?? Bars?.Instrument ?? News?.Instrument ?? Calendar?.Instrument ?? Sentiment!.Instrument;

    /// <summary>Kind as the command line and the lake write it: <c>ticks</c>, <c>trades</c>, <c>depth</c>, <c>1m@bid</c>.</summary>
    public string Name => Kind switch
    {
        DataKind.Bars => Spec.ToString(),
        _ => Kind.Word(),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Ticks?.Dispose();
        Trades?.Dispose();
        Depth?.Dispose();
        Bars?.Dispose();
        News?.Dispose();
        Calendar?.Dispose();
        Sentiment?.Dispose();
    }
}
