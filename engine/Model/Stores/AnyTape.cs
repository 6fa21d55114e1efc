namespace Workbench.Model;

/// <summary>Reads and writes tapes of any kind: whoever copies them need not know which kinds there are.</summary>
public static class AnyTape
{
    /// <summary>Opens a tape as it is stored: of a calendar the entries, each with all that became of it.</summary>
    /// <returns>An <see cref="ICursor{TBatch}"/> of the batches of its kind.</returns>
    /// <exception cref="WorkbenchException">Nothing is stored of that kind and time.</exception>
    public static IDisposable Open(IMarketStore store, Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) => kind switch
    {
        DataKind.Ticks => store.Ticks(instrument, range),
        DataKind.Trades => store.Trades(instrument, range),
        DataKind.Depth => store.Depth(instrument, range),
        DataKind.News => store.News(instrument, range),
        DataKind.Calendar => store.CalendarEntries(instrument, range),
        DataKind.Sentiment => store.Sentiment(instrument, range),
        _ => store.Bars(instrument, spec, range),
    };

    /// <summary>Puts a tape into a store, read through a lens where one is given.</summary>
    /// <param name="store">Where it goes.</param>
    /// <param name="tape">An <see cref="ICursor{TBatch}"/> of any kind; not disposed here.</param>
    /// <param name="spec">Length and price of bars; default for all else.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="lens">What it is read through; null for nothing.</param>
    /// <param name="covers">What is replaced besides what lies between the first and the last event; null for nothing.</param>
    /// <exception cref="WorkbenchException">The store refuses. The old state stands.</exception>
    public static Stored Write(IMarketStore store, IDisposable tape, BarSpec spec, string source, ITapeLens? lens = null, TimeRange? covers = null) => tape switch
    {
        ICursor<TickBatch> ticks => store.Write(Seen(ticks, lens), source, covers),
        ICursor<TradeBatch> trades => store.Write(Seen(trades, lens), source, covers),
        ICursor<DepthBatch> depth => store.Write(Seen(depth, lens), source, covers),
        ICursor<BarBatch> bars => store.Write(Seen(bars, lens), spec, source, covers),
        ICursor<NoticeBatch<News>> news => store.Write(Seen(news, lens), source, covers),
        ICursor<NoticeBatch<CalendarEntry>> entries => store.Write(Seen(entries, lens), source, covers),
        ICursor<NoticeBatch<Sentiment>> sentiment => store.Write(Seen(sentiment, lens), source, covers),
        _ => throw new ArgumentException($"{tape} is no tape that stores keep.", nameof(tape)),
    };

    static ICursor<TBatch> Seen<TBatch>(ICursor<TBatch> tape, ITapeLens? lens) => lens?.Over(tape) ?? tape;
}
