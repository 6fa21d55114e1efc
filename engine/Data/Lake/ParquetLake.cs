namespace Workbench.Data.Lake;

/// <summary>
/// The lake: market data in Parquet files, a folder for each instrument and in it one for each kind, with a manifest each. It keeps
/// no state of its own between calls, so that what another process imports is seen by the next call.
/// </summary>
public sealed class ParquetLake : IMarketStore
{
    /// <summary>What it is called in refusals.</summary>
    internal const string Word = "lake";

    readonly string folder;
    readonly Func<string, ISessionCalendar> calendars;

    /// <summary>The lake in a folder, which need not exist yet.</summary>
    /// <param name="folder">Usually data/lake.</param>
    /// <param name="calendars">Session calendars by name.</param>
    public ParquetLake(string folder, Func<string, ISessionCalendar> calendars)
    {
        this.folder = folder;
        this.calendars = calendars;
    }

    /// <inheritdoc/>
    public string Place => folder;

    /// <summary>Called at each step of a write, for tests that look at what a kill would leave.</summary>
    internal Action<string>? Checkpoint { get; set; }

    /// <inheritdoc/>
    public Instrument Instrument(string symbol) =>
        Kinds(symbol).Select(kind => ManifestStore.Load(FolderOf(symbol, kind))).FirstOrDefault(found => found is not null)?.Instrument.ToInstrument(calendars)
        ?? throw StoreErrors.UnknownInstrument(Word, symbol, Symbols);

    /// <inheritdoc/>
    public bool Has(Instrument instrument, DataKind kind, BarSpec spec = default) =>
        File.Exists(Path.Combine(FolderOf(instrument.Symbol, NameOf(kind, spec)), Manifest.FileName));

    /// <inheritdoc/>
    public ICursor<TickBatch> Ticks(Instrument instrument, TimeRange range) =>
        Open(instrument, NameOf(DataKind.Ticks, default), new TickLayout(), range);

    /// <inheritdoc/>
    public ICursor<TradeBatch> Trades(Instrument instrument, TimeRange range) =>
        Open(instrument, NameOf(DataKind.Trades, default), new TradeLayout(), range);

    /// <inheritdoc/>
    public ICursor<BarBatch> Bars(Instrument instrument, BarSpec spec, TimeRange range) =>
        Open(instrument, NameOf(DataKind.Bars, spec), new BarLayout(spec), range);

    /// <inheritdoc/>
    public DataIdentity Describe(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) => kind switch
    {
        DataKind.Ticks => Describe(instrument, kind, spec, new TickLayout(), range),
        DataKind.Trades => Describe(instrument, kind, spec, new TradeLayout(), range),
        _ => Describe(instrument, kind, spec, new BarLayout(spec), range),
    };

    /// <inheritdoc/>
    public Stored Write(ICursor<TickBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Ticks, default, new TickLayout(), source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<TradeBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Trades, default, new TradeLayout(), source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<BarBatch> tape, BarSpec spec, string source, TimeRange? covers = null) => Write(tape, DataKind.Bars, spec, new BarLayout(spec), source, covers);

    /// <summary>Which stretch of a tape came from which source, in time order; empty where nothing is stored.</summary>
    public IReadOnlyList<SourceStretch> Stretches(string symbol, DataKind kind, BarSpec spec = default) => Provenance.Of(ManifestStore.Load(FolderOf(symbol, NameOf(kind, spec))));

    /// <inheritdoc/>
    public IEnumerable<StoreEntry> List() =>
        from symbol in Symbols
        from kind in Kinds(symbol)
        let manifest = ManifestStore.Load(FolderOf(symbol, kind))
        where manifest is { Files.Count: > 0 }
        select Entry(manifest);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Symbols => [.. Folders(folder).Where(symbol => Kinds(symbol).Any(kind => File.Exists(Path.Combine(FolderOf(symbol, kind), Manifest.FileName))))];

    IReadOnlyCollection<string> Kinds(string symbol) => Folders(Path.Combine(folder, Safe(symbol)));

    static string[] Folders(string of) => Directory.Exists(of)
        ? [.. Directory.EnumerateDirectories(of).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
        : [];

    string FolderOf(string symbol, string kind) => Path.Combine(folder, Safe(symbol), kind);

    // A symbol is a folder's name, so it must not climb out of the lake.
    string Safe(string symbol) => symbol.Length > 0 && symbol.Trim('.').Length > 0 && symbol.IndexOfAny(['/', '\\', '\0', ':']) < 0
        ? symbol
        : throw StoreErrors.UnknownInstrument(Word, symbol, Symbols);

    static string NameOf(DataKind kind, BarSpec spec) => kind switch
    {
        DataKind.Ticks => "ticks",
        DataKind.Trades => "trades",
        _ => spec.ToString(),
    };

    Manifest Find(Instrument instrument, string kind)
    {
        var manifest = ManifestStore.Load(FolderOf(instrument.Symbol, kind));
        if (manifest is null || manifest.Files.Count == 0)
        {
            throw StoreErrors.NothingStored(Word, instrument.Symbol, kind, Kinds(instrument.Symbol));
        }

        return manifest.Instrument.PriceScale == instrument.PriceScale && manifest.Instrument.SizeScale == instrument.SizeScale
            ? manifest
            : throw StoreErrors.OtherScale(Word, manifest.Instrument.ToInstrument(calendars), instrument);
    }

    TapeCursor<TBatch> Open<TBatch>(Instrument instrument, string kind, ITapeLayout<TBatch> layout, TimeRange range)
    {
        var files = Within(Find(instrument, kind), instrument, kind, range);
        return new TapeCursor<TBatch>(FolderOf(instrument.Symbol, kind), instrument, files, layout, range);
    }

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
        var kind = NameOf(dataKind, spec);
        var manifest = Find(instrument, kind);
        var stretches = Within(manifest, instrument, kind, range)
            .Select(file => Stretch(instrument, kind, spec, layout, range, file)).Where(file => file.Count > 0).ToList();
        return stretches.Count > 0
            ? DataIdentity.Of(instrument, kind, spec, range, stretches)
            : throw Nothing(manifest, instrument, kind, range);
    }

    StoreEntry Entry(Manifest manifest)
    {
        var instrument = manifest.Instrument.ToInstrument(calendars);
        var spec = BarSpec.TryParse(manifest.Kind, null, out var parsed) ? parsed : default;
        var data = DataIdentity.Of(instrument, manifest.Kind, spec, TimeRange.All, [.. manifest.Files.Select(file => file.Stretch)]);
        return new StoreEntry(data, manifest.Files.Count, manifest.Files.Sum(file => file.Bytes));
    }

    // A file wholly within the range is known by its manifest; of one that the range cuts, the numbers within are read and hashed.
    StoredStretch Stretch<TBatch>(Instrument instrument, string kind, BarSpec spec, ITapeLayout<TBatch> layout, TimeRange range, StoredFile file)
    {
        if (range.Contains(file.First) && range.Contains(file.Last))
        {
            return file.Stretch;
        }

        using var cursor = new TapeCursor<TBatch>(FolderOf(instrument.Symbol, kind), instrument, [file], layout, range);
        using var meter = new StretchMeter<TBatch>(layout, new GapFinder(instrument.Calendar, spec));
        var batch = layout.Make();
        while (cursor.Read(batch))
        {
            layout.Leave(batch);
            meter.Add(batch, 0, layout.Count(batch), file.Source);
        }

        // The gap that the range cuts is one of the whole file.
        return meter.Finish() with { Gaps = file.Stretch.Gaps };
    }

    Stored Write<TBatch>(ICursor<TBatch> tape, DataKind dataKind, BarSpec spec, ITapeLayout<TBatch> layout, string source, TimeRange? covers)
    {
        var kind = NameOf(dataKind, spec);
        var writer = new TapeWriter<TBatch>(FolderOf(tape.Instrument.Symbol, kind), kind, spec, layout, Checkpoint);
        return writer.Write(tape, source, source == TapeSource.Synthetic, covers);
    }
}
