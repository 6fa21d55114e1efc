using Workbench.Data.Actions;

namespace Workbench.Data.Lake;

/// <summary>
/// The lake: market data in Parquet files, a folder for each instrument, or currency of a calendar, and in it one for each kind, with a manifest each. It keeps
/// no state of its own between calls, so that what another process imports is seen by the next call.
/// </summary>
public sealed partial class ParquetLake : IMarketStore
{
    /// <summary>What it is called in refusals.</summary>
    internal const string Word = "lake";

    readonly string folder;
    readonly Func<string, ISessionCalendar> calendars;
    readonly IReadOnlyList<RevisionPin> pins;

    /// <summary>The lake in a folder, which need not exist yet.</summary>
    /// <param name="folder">Usually data/lake.</param>
    /// <param name="calendars">Session calendars by name.</param>
    public ParquetLake(string folder, Func<string, ISessionCalendar> calendars)
        : this(folder, calendars, [])
    {
    }

    ParquetLake(string folder, Func<string, ISessionCalendar> calendars, IReadOnlyList<RevisionPin> pins)
    {
        this.folder = folder;
        this.calendars = calendars;
        this.pins = pins;
    }

    /// <inheritdoc/>
    public IMarketStore As(IEnumerable<RevisionPin> more) => new ParquetLake(folder, calendars, [.. more, .. pins]) { Checkpoint = Checkpoint };

    /// <inheritdoc/>
    public string Place => folder;

    /// <summary>Called at each step of a write, for tests that look at what a kill would leave.</summary>
    internal Action<string>? Checkpoint { get; set; }

    /// <inheritdoc/>
    public Instrument Instrument(string symbol) =>
        Kinds(symbol).OrderBy(DataKinds.IsNotice).Select(kind => ManifestStore.Load(FolderOf(symbol, kind))).FirstOrDefault(found => found is not null)?.Instrument.ToInstrument(calendars)
        ?? throw StoreErrors.UnknownInstrument(Word, symbol, Symbols);

    /// <inheritdoc/>
    public bool Has(Instrument instrument, DataKind kind, BarSpec spec = default) =>
        File.Exists(Path.Combine(FolderOf(instrument.Symbol, kind.Name(spec)), Manifest.FileName));

    /// <inheritdoc/>
    public ICursor<TickBatch> Ticks(Instrument instrument, TimeRange range) =>
        Open(instrument, DataKind.Ticks.Name(default), new TickLayout(), range);

    /// <inheritdoc/>
    public ICursor<TradeBatch> Trades(Instrument instrument, TimeRange range) =>
        Open(instrument, DataKind.Trades.Name(default), new TradeLayout(), range);

    /// <inheritdoc/>
    public ICursor<DepthBatch> Depth(Instrument instrument, TimeRange range) =>
        Open(instrument, DataKind.Depth.Name(default), new DepthLayout(), range);

    /// <inheritdoc/>
    public ICursor<BarBatch> Bars(Instrument instrument, BarSpec spec, TimeRange range) =>
        Open(instrument, DataKind.Bars.Name(spec), new BarLayout(spec), range);

    /// <inheritdoc/>
    public ICursor<NoticeBatch<News>> News(Instrument instrument, TimeRange range) =>
        Open(instrument, DataKind.News.Name(default), NoticeLayouts.News, range);

    /// <inheritdoc/>
    public ICursor<NoticeBatch<CalendarEvent>> Calendar(Instrument currency, TimeRange range) =>
        new CalendarTape(CalendarEntries(currency, CalendarTape.Reach(range)), range);

    /// <summary>Entries of a currency's calendar as they are stored, each with all that became of it. For copying; a run sees <see cref="Calendar"/>.</summary>
    public ICursor<NoticeBatch<CalendarEntry>> CalendarEntries(Instrument currency, TimeRange range) =>
        Open(currency, DataKind.Calendar.Name(default), NoticeLayouts.Calendar, range);

    /// <inheritdoc/>
    public ICursor<NoticeBatch<Sentiment>> Sentiment(Instrument instrument, TimeRange range) =>
        Open(instrument, DataKind.Sentiment.Name(default), NoticeLayouts.Sentiment, range);

    /// <inheritdoc/>
    public DataIdentity Describe(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) => kind switch
    {
        DataKind.Ticks => Describe(instrument, kind, spec, new TickLayout(), range),
        DataKind.Trades => Describe(instrument, kind, spec, new TradeLayout(), range),
        DataKind.News => Describe(instrument, kind, spec, NoticeLayouts.News, range),
        DataKind.Calendar => Describe(instrument, kind, spec, NoticeLayouts.Calendar, CalendarTape.Reach(range)).Asked(range),
        DataKind.Sentiment => Describe(instrument, kind, spec, NoticeLayouts.Sentiment, range),
        DataKind.Depth => Describe(instrument, kind, spec, new DepthLayout(), range),
        _ => Describe(instrument, kind, spec, new BarLayout(spec), range),
    };

    /// <inheritdoc/>
    public Stored Write(ICursor<TickBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Ticks, default, new TickLayout(), source, covers);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    public Stored Write(ICursor<TradeBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Trades, default, new TradeLayout(), source, covers);

    /// <summary>Puts changes of an order book into the lake; stored ones between the first and the last of them are replaced. What does not follow on a snapshot shows no book.</summary>
    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    public Stored Write(ICursor<DepthBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Depth, default, new DepthLayout(), source, covers);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    public Stored Write(ICursor<BarBatch> tape, BarSpec spec, string source, TimeRange? covers = null) =>
        Write(tape, DataKind.Bars, spec, new BarLayout(spec, () => Actions(tape.Instrument.Symbol)), source, covers);

    /// <summary>Which stretch of a tape came from which source, in time order; empty where nothing is stored.</summary>
    public IReadOnlyList<SourceStretch> Stretches(string symbol, DataKind kind, BarSpec spec = default) => Provenance.Of(ManifestStore.Load(FolderOf(symbol, kind.Name(spec))));

    /// <summary>Stretches within the files of a tape without data while the market was open, in time order.</summary>
    public IReadOnlyList<TimeRange> Gaps(string symbol, DataKind kind, BarSpec spec = default) =>
        [.. (ManifestStore.Load(FolderOf(symbol, kind.Name(spec)))?.Files ?? []).SelectMany(file => file.Gaps).Select(gap => new TimeRange(gap[0], gap[1]))];

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    public Stored Write(ICursor<NoticeBatch<News>> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.News, default, NoticeLayouts.News, source, covers);

    /// <summary>Puts entries of a currency's calendar into the lake. Stored ones whose release lies between those of the first and the last of them are replaced.</summary>
    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    public Stored Write(ICursor<NoticeBatch<CalendarEntry>> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Calendar, default, NoticeLayouts.Calendar, source, covers);

    /// <inheritdoc cref="Write(ICursor{TickBatch}, string, TimeRange?)"/>
    public Stored Write(ICursor<NoticeBatch<Sentiment>> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Sentiment, default, NoticeLayouts.Sentiment, source, covers);

    /// <summary>All tapes, by symbol and kind.</summary>
    public IEnumerable<StoreEntry> List() =>
        from symbol in Symbols
        from kind in Kinds(symbol)
        let manifest = ManifestStore.Load(FolderOf(symbol, kind))
        where manifest is { Files.Count: > 0 }
        select Entry(manifest);

    /// <inheritdoc/>
    public IReadOnlyList<StoredStretch> Contents(Instrument instrument, DataKind kind, BarSpec spec) => [.. Find(instrument, kind.Name(spec)).Files.Select(file => file.Stretch)];

    /// <inheritdoc/>
    public IReadOnlyList<StoreRevision> Revisions(string symbol, string kind)
    {
        var tape = FolderOf(symbol, kind);
        return ManifestStore.Load(tape) is { } current
            ? [.. RevisionStore.Numbers(tape).Select(number => Former(tape, number)), new StoreRevision(current.Revision, true, Entry(current), null)]
            : [];
    }

    /// <inheritdoc/>
    public int Forget(string symbol, string kind, int keep)
    {
        var tape = FolderOf(symbol, kind);
        if (!Directory.Exists(tape))
        {
            return 0;
        }

        using var mine = FolderLock.Take(tape);
        var gone = RevisionStore.Forget(tape, keep);
        RevisionStore.Sweep(tape);
        return gone;
    }

    /// <inheritdoc/>
    public ActionTable? Actions(string symbol) => ActionFile.Load(Path.Combine(folder, Safe(symbol)), symbol);

    /// <inheritdoc/>
    public bool Write(ActionTable table)
    {
        Directory.CreateDirectory(Path.Combine(folder, Safe(table.Symbol)));
        var isOther = ActionFile.Save(Path.Combine(folder, Safe(table.Symbol)), table);
        if (isOther)
        {
            CheckBars(table.Symbol);
        }

        return isOther;
    }

    /// <summary>Where the record of an instrument's repairs is kept.</summary>
    public string AuditFolder(string symbol) => Path.Combine(folder, Safe(symbol), "audit");

    /// <summary>Symbols the lake has, in order.</summary>
    public IReadOnlyCollection<string> Symbols => [.. Folders(folder).Where(symbol => Kinds(symbol).Any(kind => File.Exists(Path.Combine(FolderOf(symbol, kind), Manifest.FileName))))];

    IReadOnlyCollection<string> Kinds(string symbol) => [.. Folders(Path.Combine(folder, Safe(symbol))).Where(kind => kind != "audit")];

    static string[] Folders(string of) => Directory.Exists(of)
        ? [.. Directory.EnumerateDirectories(of).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
        : [];

    string FolderOf(string symbol, string kind) => Path.Combine(folder, Safe(symbol), kind);

    // A symbol is a folder's name, so it must not climb out of the lake.
    string Safe(string symbol) => symbol.Length > 0 && symbol.Trim('.').Length > 0 && symbol.IndexOfAny(['/', '\\', '\0', ':']) < 0
        ? symbol
        : throw StoreErrors.UnknownInstrument(Word, symbol, Symbols);

    Manifest Find(Instrument instrument, string kind)
    {
        var manifest = Load(instrument.Symbol, kind);
        if (manifest is null || manifest.Files.Count == 0)
        {
            throw StoreErrors.NothingStored(Word, instrument.Symbol, kind, Kinds(instrument.Symbol));
        }

        return DataKinds.IsNotice(kind) || manifest.Instrument.PriceScale == instrument.PriceScale && manifest.Instrument.SizeScale == instrument.SizeScale
            ? manifest
            : throw StoreErrors.OtherScale(Word, manifest.Instrument.ToInstrument(calendars), instrument);
    }

    Manifest? Load(string symbol, string kind)
    {
        var tape = FolderOf(symbol, kind);
        return pins.FirstOrDefault(pin => pin.Instrument == symbol && pin.Kind == kind) is { } pin
            ? RevisionStore.Load(tape, pin.Number) ?? throw StoreErrors.NoRevision(Word, symbol, kind, pin.Number, Revisions(symbol, kind).Select(kept => kept.Number))
            : ManifestStore.Load(tape);
    }

    StoreRevision Former(string tape, int number) =>
        new(number, false, Entry(RevisionStore.Load(tape, number)!), RevisionStore.ReplacedUtc(tape, number));

    ICursor<TBatch> Open<TBatch>(Instrument instrument, string kind, ITapeLayout<TBatch> layout, TimeRange range) =>
        Open(instrument, kind, Within(Find(instrument, kind), instrument, kind, range), layout, range);

    ICursor<TBatch> Open<TBatch>(Instrument instrument, string kind, IReadOnlyList<StoredFile> files, ITapeLayout<TBatch> layout, TimeRange range) =>
        layout.Begin(stretch => layout.Open(FolderOf(instrument.Symbol, kind), instrument, files, stretch), range);

    static List<StoredFile> Within(Manifest manifest, Instrument instrument, string kind, TimeRange range)
    {
        var files = manifest.Files.Where(file => file.First < range.To && file.Last >= range.From).ToList();
        return files.Count > 0 ? files : throw Nothing(manifest, instrument, kind, range);
    }

    static WorkbenchException Nothing(Manifest manifest, Instrument instrument, string kind, TimeRange range)
    {
        var stored = new TimeRange(manifest.Files[0].First, manifest.Files[^1].Last);
        return StoreErrors.NothingWithin(Word, instrument, kind, range, stored);
    }

    DataIdentity Describe<TBatch>(Instrument instrument, DataKind dataKind, BarSpec spec, ITapeLayout<TBatch> layout, TimeRange range)
    {
        var kind = dataKind.Name(spec);
        var manifest = Find(instrument, kind);
        var stretches = Within(manifest, instrument, kind, range)
            .Select(file => Stretch(instrument, kind, layout, range, file)).Where(file => file.Count > 0).ToList();
        return stretches.Count > 0
            ? DataIdentity.Of(instrument, kind, spec, range, [.. stretches.Select(file => file.Stretch)]).Judged(Within(manifest, instrument, kind, range).Select(file => file.Stretch), range)
            : throw Nothing(manifest, instrument, kind, range);
    }

    StoreEntry Entry(Manifest manifest)
    {
        var instrument = manifest.Instrument.ToInstrument(calendars);
        var spec = BarSpec.TryParse(manifest.Kind, null, out var parsed) ? parsed : default;
        List<StoredStretch> stretches = [.. manifest.Files.Select(file => file.Stretch)];
        var data = DataIdentity.Of(instrument, manifest.Kind, spec, TimeRange.All, stretches).Judged(stretches, TimeRange.All);
        return new StoreEntry(data, manifest.Files.Count, manifest.Files.Sum(file => file.Bytes));
    }

    // A file wholly within the range is known by its manifest; of one that the range cuts, the numbers within are read and hashed.
    StoredFile Stretch<TBatch>(Instrument instrument, string kind, ITapeLayout<TBatch> layout, TimeRange range, StoredFile file)
    {
        if (range.Contains(file.First) && range.Contains(file.Last))
        {
            return file;
        }

        using var cursor = Open(instrument, kind, [file], layout, range);
        using var meter = new StretchMeter<TBatch>(layout, gaps: null);
        var batch = layout.Make();
        while (cursor.Read(batch))
        {
            layout.Leave(batch);
            meter.Add(batch, 0, layout.Count(batch), file.Source);
        }

        var within = meter.Finish();
        return file with { Count = within.Count, First = within.First, Last = within.Last, Until = within.Until, Content = within.Content };
    }

    Stored Write<TBatch>(ICursor<TBatch> tape, DataKind dataKind, BarSpec spec, ITapeLayout<TBatch> layout, string source, TimeRange? covers)
    {
        var kind = dataKind.Name(spec);
        var writer = new TapeWriter<TBatch>(FolderOf(tape.Instrument.Symbol, kind), kind, spec, layout, Checkpoint);
        return writer.Write(tape, source, TapeSource.IsSynthetic(source), covers);
    }
}
