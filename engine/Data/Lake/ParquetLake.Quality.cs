using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <content>Checks of what is stored, and their verdicts.</content>
public sealed partial class ParquetLake
{
    /// <summary>
    /// Checks a tape and keeps the verdicts in its manifest. Whole files are read, months or years, so that verdicts are of whole files;
    /// the answer is of the days within the range.
    /// </summary>
    /// <param name="instrument">What it is of.</param>
    /// <param name="kind">Ticks, trades or bars.</param>
    /// <param name="spec">Of bars their length and price.</param>
    /// <param name="range">Which days to tell of.</param>
    /// <param name="watch">Told how many events were read, batch by batch; it may throw to stop.</param>
    /// <param name="notKept">Told why the verdicts could not be kept, as in a lake that only others may write to.</param>
    /// <exception cref="WorkbenchException">Nothing is stored within the range, or it is damaged.</exception>
    public QualityReport Check(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range, Action<long> watch, Action<WorkbenchException> notKept)
    {
        var name = kind.Name(spec);
        return kind switch
        {
            DataKind.Ticks => Check(instrument, name, new TickLayout(), new TickBatch { WantsSizes = false }, range, watch, notKept),
            DataKind.Trades => Check(instrument, name, new TradeLayout(), new TradeBatch(), range, watch, notKept),
            DataKind.Bars => Check(instrument, name, new BarLayout(spec, () => Actions(instrument.Symbol)), new BarBatch(), range, watch, notKept),
            _ => throw QualityErrors.NoRules(instrument.Symbol, name),
        };
    }

    /// <inheritdoc/>
    public (DataQuality Quality, string Note) Known(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) =>
        KnownQuality.Of(Find(instrument, kind.Name(spec)).Files.Where(file => file.First < range.To && file.Last >= range.From).Select(file => file.Stretch), range);

    /// <inheritdoc/>
    public IReadOnlyList<StoredQuality> Verdicts(Instrument instrument, DataKind kind, BarSpec spec) =>
        [.. Find(instrument, kind.Name(spec)).Files.Select(file => file.Stretch.Current).OfType<StoredQuality>()];

    /// <inheritdoc/>
    public void Keep(Instrument instrument, DataKind kind, BarSpec spec, IReadOnlyList<StoredQuality> verdicts)
    {
        var known = verdicts.ToDictionary(verdict => verdict.Content, StringComparer.Ordinal);
        Renew(FolderOf(instrument.Symbol, kind.Name(spec)), file => known.TryGetValue(file.Content, out var verdict) ? file with { Quality = verdict } : file);
    }

    /// <summary>Keeps what a comparison with a second source found, beside the verdicts of the files that it is of.</summary>
    /// <param name="instrument">What the tape is of.</param>
    /// <param name="kind">Ticks, trades or bars.</param>
    /// <param name="spec">Of bars their length and price.</param>
    /// <param name="compared">The stretch that was compared: files that it touches get its verdict anew.</param>
    /// <param name="against">The other source.</param>
    /// <param name="findings">What was found.</param>
    public void KeepComparison(Instrument instrument, DataKind kind, BarSpec spec, TimeRange compared, string against, IReadOnlyList<Finding> findings)
    {
        var verdicts = new QualityReport(instrument.Symbol, kind.Name(spec), []).With(findings).Days.Select(day => Quality.Verdicts.Of(day.Verdict)).ToList();
        Renew(FolderOf(instrument.Symbol, kind.Name(spec)), file => file.Quality is { } quality && compared.Overlaps(new TimeRange(file.First, file.Until + 1))
            ? file with { Quality = quality with { Compared = new StoredComparison { Against = against, Days = [.. verdicts.Where(day => day.Range.Overlaps(PartOf(kind, spec, file)))] } } }
            : file);
    }

    /// <summary>What comparisons of earlier said of the range, where the data are still the same.</summary>
    public IReadOnlyList<Finding> Comparisons(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) =>
    [
        .. Find(instrument, kind.Name(spec)).Files
            .SelectMany(file => file.Stretch.Current?.Compared?.Days ?? [])
            .Where(day => day.Range.Overlaps(range))
            .SelectMany(day => day.Findings(Defect.Shift)),
    ];

    void CheckBars(string symbol)
    {
        foreach (var kind in Kinds(symbol).Where(kind => ManifestStore.Load(FolderOf(symbol, kind)) is { Files.Count: > 0 }))
        {
            if (DataKinds.Named(kind) is (DataKind.Bars, var spec))
            {
                Check(Instrument(symbol), DataKind.Bars, spec, TimeRange.All, static _ => { }, static _ => { });
            }
        }
    }

    QualityReport Check<TBatch>(
        Instrument instrument, string kind, ITapeLayout<TBatch> layout, TBatch batch, TimeRange range, Action<long> watch, Action<WorkbenchException> notKept)
    {
        var manifest = Find(instrument, kind);
        var files = Within(manifest, instrument, kind, range);
        var check = layout.Check(instrument)!;
        using var cursor = new TapeCursor<TBatch>(FolderOf(instrument.Symbol, kind), instrument, files, layout, TimeRange.All);
        var read = 0L;
        while (cursor.Read(batch))
        {
            check.See(batch, 0, layout.Count(batch));
            watch(read += layout.Count(batch));
        }

        var report = check.Finish();
        try
        {
            Keep(FolderOf(instrument.Symbol, kind), layout, files, report);
        }
        catch (WorkbenchException refusal)
        {
            notKept(refusal);
        }

        return report.Within(range);
    }

    /// <summary>A file that was replaced while the check ran keeps the verdicts of whoever replaced it.</summary>
    void Keep<TBatch>(string of, ITapeLayout<TBatch> layout, IReadOnlyList<StoredFile> files, QualityReport report)
    {
        var read = files.Select(file => file.Content).ToHashSet(StringComparer.Ordinal);
        Renew(of, file => read.Contains(file.Content)
            ? file with
            {
                Quality = Quality.Verdicts.Of(report.Within(layout.Partition.RangeOf(file.First)), file.Content) with
                {
                    Compared = file.Stretch.Current?.Compared,
                },
            }
            : file);
    }

    static void Renew(string of, Func<StoredFile, StoredFile> change)
    {
        try
        {
            using var mine = FolderLock.Take(of);
            if (ManifestStore.Load(of) is { } manifest)
            {
                ManifestStore.Save(of, manifest with { Files = [.. manifest.Files.Select(change)] });
            }
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw DiskRefusal.Of(of, e);
        }
    }

    static TimeRange PartOf(DataKind kind, BarSpec spec, StoredFile file) =>
        (kind == DataKind.Bars ? new BarLayout(spec).Partition : Partition.Month).RangeOf(file.First);
}
