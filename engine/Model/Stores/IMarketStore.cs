namespace Workbench.Model;

/// <summary>
/// Port to a place that keeps market data: the Parquet lake, or a database that several share. The same events are the same data in either,
/// with the same hashes. It keeps no state of its own between calls, so that what another process writes is seen by the next one.
/// </summary>
public interface IMarketStore : IHistory
{
    /// <summary>Where it is, as <c>--lake</c> or <c>--store</c> name it; without anything secret.</summary>
    string Place { get; }

    /// <summary>Symbols it has, in order.</summary>
    IReadOnlyCollection<string> Symbols { get; }

    /// <summary>All tapes, by symbol and kind.</summary>
    IEnumerable<StoreEntry> List();

    /// <summary>Entries of a currency's calendar as they are stored, each with all that became of it. For copying; a run sees <see cref="IHistory.Calendar"/>.</summary>
    ICursor<NoticeBatch<CalendarEntry>> CalendarEntries(Instrument currency, TimeRange range);

    /// <summary>What the last check said of a range, and which days and why, without a look at the data.</summary>
    (DataQuality Quality, string Note) Known(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range);

    /// <summary>What the last checks said of stretches that still are as they were checked.</summary>
    IReadOnlyList<StoredQuality> Verdicts(Instrument instrument, DataKind kind, BarSpec spec);

    /// <summary>Keeps verdicts that were found elsewhere, in place of those before. Those of numbers that are not stored here are left aside.</summary>
    void Keep(Instrument instrument, DataKind kind, BarSpec spec, IReadOnlyList<StoredQuality> verdicts);

    /// <summary>What it knows of a tape without reading it, a day, month or year after the other.</summary>
    /// <exception cref="WorkbenchException">Nothing is stored of that kind.</exception>
    IReadOnlyList<StoredStretch> Contents(Instrument instrument, DataKind kind, BarSpec spec);

    /// <summary>Dividends and splits of an instrument; null where it knows none.</summary>
    /// <exception cref="WorkbenchException">The table is damaged.</exception>
    ActionTable? Actions(string symbol);

    /// <summary>Puts an instrument's dividends and splits into the store, in place of those before. Its bars are judged anew where they are others.</summary>
    /// <returns>Whether they are others than before.</returns>
    bool Write(ActionTable table);

    /// <summary>All states of a tape that are kept, oldest first; the one in force is the last. Empty where nothing is stored.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="kind">As stores name it, such as <c>ticks</c>.</param>
    IReadOnlyList<StoreRevision> Revisions(string symbol, string kind);

    /// <summary>The same store with some tapes as they were.</summary>
    /// <param name="pins">Which ones, in which state. A number that a tape never had is an error once that tape is asked for.</param>
    IMarketStore As(IEnumerable<RevisionPin> pins);

    /// <summary>Forgets the oldest former states of a tape for good.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="kind">As stores name it.</param>
    /// <param name="keep">How many former states stay.</param>
    /// <returns>How many are gone.</returns>
    int Forget(string symbol, string kind, int keep);

    /// <summary>Puts ticks into the store. Stored ones between the first and the last of them are replaced.</summary>
    /// <param name="tape">The ticks; not disposed here.</param>
    /// <param name="source">Where they come from; <see cref="TapeSource.Synthetic"/> for generated ones.</param>
    /// <param name="covers">What the source was asked for and gave wholly: all that is stored within is replaced. Null for files that somebody brought.</param>
    /// <exception cref="WorkbenchException">The tape is empty, unordered or does not fit what is stored, or the store refuses. The old state stands.</exception>
    Stored Write(ICursor<TickBatch> tape, string source, TimeRange? covers = null);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    Stored Write(ICursor<TradeBatch> tape, string source, TimeRange? covers = null);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    Stored Write(ICursor<DepthBatch> tape, string source, TimeRange? covers = null);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    Stored Write(ICursor<BarBatch> tape, BarSpec spec, string source, TimeRange? covers = null);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    Stored Write(ICursor<NoticeBatch<News>> tape, string source, TimeRange? covers = null);

    /// <summary>Puts entries of a currency's calendar into the store. Stored ones whose release lies between those of the first and the last of them are replaced.</summary>
    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    Stored Write(ICursor<NoticeBatch<CalendarEntry>> tape, string source, TimeRange? covers = null);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    Stored Write(ICursor<NoticeBatch<Sentiment>> tape, string source, TimeRange? covers = null);
}
