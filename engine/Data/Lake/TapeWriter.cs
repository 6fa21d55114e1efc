using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>
/// Puts a tape into a folder of the lake. What is stored between its first and last event is replaced, and what it covers besides;
/// what lies before and behind stays. New files are written beside the old ones and count from the moment the manifest names them; a kill before leaves the old state.
/// </summary>
sealed class TapeWriter<TBatch>(string folder, string kind, BarSpec spec, ITapeLayout<TBatch> layout, Action<string>? checkpoint = null)
{
    readonly List<StoredFile> written = [];
    Manifest? old;
    GapFinder gaps = null!;
    ITapeCheck<TBatch>? check;
    TapeFile<TBatch>? current;
    TimeRange currentRange;
    TimeRange? covered;
    long first;
    long last = long.MinValue;
    long count;
    int revision = 1;
    long? changedFrom;

    string Remedy => $"rm -r {folder}, or another --lake";

    public Stored Write(ICursor<TBatch> tape, string source, bool isSynthetic, TimeRange? covers = null)
    {
        covered = covers;
        Disk(() => Directory.CreateDirectory(folder));
        using var mine = FolderLock.Take(folder);
        old = ManifestStore.Load(folder);
        gaps = new GapFinder(tape.Instrument.Calendar, spec, kind);
        check = layout.Check(tape.Instrument);
        CheckFit(tape.Instrument, source, isSynthetic);
        Disk(Sweep);
        checkpoint?.Invoke("begin");
        try
        {
            var batch = layout.Make();
            var entering = layout.Enter(tape);
            while (entering.Read(batch))
            {
                Disk(() => Take(tape.Instrument, batch, source));
            }

            Disk(() => Finish(tape.Instrument, source, isSynthetic));
            return new Stored(count, first, last, revision, changedFrom);
        }
        finally
        {
            current?.Dispose();
        }
    }

    void CheckFit(Instrument instrument, string source, bool isSynthetic)
    {
        if (old is null || old.Files.Count == 0)
        {
            return;
        }

        if (!DataKinds.IsNotice(kind) && (old.Instrument.PriceScale != instrument.PriceScale || old.Instrument.SizeScale != instrument.SizeScale))
        {
            throw StoreErrors.OtherScale(ParquetLake.Word, old.Instrument.ToInstrument(_ => UtcCalendar.Instance), instrument);
        }

        if (old.Synthetic != isSynthetic)
        {
            throw StoreErrors.SyntheticAndReal(ParquetLake.Word, instrument.Symbol, kind, Remedy);
        }

        if (old.Files.Any(file => TapeSource.AdjustmentOf(file.Source) != TapeSource.AdjustmentOf(source)))
        {
            throw StoreErrors.AdjustedOtherwise(ParquetLake.Word, instrument.Symbol, kind, Remedy);
        }
    }

    void Take(Instrument instrument, TBatch batch, string source)
    {
        var times = layout.Column(batch, 0).AsSpan(0, layout.Count(batch));
        for (var at = 0; at < times.Length;)
        {
            if (current is null || !currentRange.Contains(times[at]))
            {
                Turn(instrument, times[at]);
            }

            var end = at;
            for (; end < times.Length && times[end] < currentRange.To; end++)
            {
                last = times[end] >= last ? times[end] : throw StoreErrors.NotInOrder(instrument.Symbol, last, times[end]);
            }

            current!.Add(batch, at, end - at, source);
            count += end - at;
            at = end;
        }

        checkpoint?.Invoke("batch");
    }

    // On to the file of another month. The first one begins with what is stored of its month before the tape.
    void Turn(Instrument instrument, long time)
    {
        if (time < last)
        {
            throw StoreErrors.NotInOrder(instrument.Symbol, last, time);
        }

        Close();
        currentRange = layout.Partition.RangeOf(time);
        current = new TapeFile<TBatch>(folder, layout.Partition.NameOf(time), layout, instrument, gaps, check);
        if (last == long.MinValue)
        {
            first = time;
            Prime(instrument);
            Keep(instrument, currentRange with { To = Math.Min(time, covered?.From ?? time) });
        }
    }

    /// <summary>Shows the check the last stored price of the months before, so that a month in another scale is seen while it is written.</summary>
    void Prime(Instrument instrument)
    {
        var before = old?.Files.LastOrDefault(file => file.Last < currentRange.From && file.Quality?.Worst < DataQuality.Refused);
        if (before is null || check is null)
        {
            return;
        }

        using var cursor = layout.Open(folder, instrument, [before], new TimeRange(before.Last, before.Last + 1));
        var batch = layout.Make();
        if (cursor.Read(batch))
        {
            check.Prime(batch, layout.Count(batch) - 1);
        }
    }

    void Close()
    {
        if (current is null)
        {
            return;
        }

        written.Add(current.Finish());
        current.Dispose();
        current = null;
        checkpoint?.Invoke("file");
    }

    /// <summary>Copies what is stored of a stretch into the current file.</summary>
    void Keep(Instrument instrument, TimeRange range, bool isBehind = false)
    {
        if (range.From >= range.To)
        {
            return;
        }

        foreach (var stored in (old?.Files ?? []).Where(file => new TimeRange(file.First, file.Last + 1).Overlaps(range)))
        {
            using var cursor = layout.Open(folder, instrument, [stored], range);
            var batch = layout.Make();
            while (cursor.Read(batch))
            {
                if (isBehind)
                {
                    layout.Rejoin(batch);
                    isBehind = false;
                }

                current!.Add(batch, 0, layout.Count(batch), stored.Source);
            }
        }
    }

    void Finish(Instrument instrument, string source, bool isSynthetic)
    {
        if (current is null)
        {
            throw StoreErrors.EmptyTape(instrument.Symbol, kind);
        }

        Keep(instrument, currentRange with { From = Math.Max(last + 1, covered?.To ?? last) }, isBehind: true);
        Close();
        var report = check?.Finish();
        var touched = new TimeRange(layout.Partition.RangeOf(first).From, currentRange.To);
        List<StoredFile> kept = [.. (old?.Files ?? []).Where(file => file.Last < touched.From || file.First >= touched.To)];
        Revise(instrument, [.. (old?.Files ?? []).Except(kept)]);
        ManifestStore.Save(folder, new Manifest
        {
            Format = Manifest.CurrentFormat, Instrument = StoredInstrument.Of(instrument), Kind = kind, Synthetic = isSynthetic,
            Former = revision - 1, Files = [.. kept.Concat(written.Select(file => Judged(file, report))).OrderBy(file => file.First)],
            Stretches = Provenance.After(old, new TimeRange(first, last + 1), Covered(kept, touched), source), Check = "",
        });
        checkpoint?.Invoke("manifest");
        Sweep();
        checkpoint?.Invoke("sweep");
    }

    StoredFile Judged(StoredFile file, QualityReport? report) => report is null
        ? file
        : file with { Quality = Verdicts.Of(report.Within(layout.Partition.RangeOf(file.First)), file.Content) };

    /// <summary>What may be said to be covered: files that hold none of the new events were not opened, so nothing is said of their time.</summary>
    TimeRange? Covered(List<StoredFile> kept, TimeRange touched)
    {
        if (covered is not { } all)
        {
            return null;
        }

        var from = kept.Exists(file => file.Last >= all.From && file.First < touched.From) ? Math.Max(all.From, touched.From) : all.From;
        var to = kept.Exists(file => file.First < all.To && file.Last >= touched.To) ? Math.Min(all.To, touched.To) : all.To;
        return new TimeRange(from, to);
    }

    // What a run has seen stays readable: where a stored value is no longer what it was, the old state gets a number and is kept.
    void Revise(Instrument instrument, IReadOnlyList<StoredFile> replaced)
    {
        changedFrom = new ChangeFinder<TBatch>(folder, instrument, layout).FirstChange(replaced, written);
        revision = (old?.Revision ?? 1) + (changedFrom is null ? 0 : 1);
        if (changedFrom is not null)
        {
            RevisionStore.Keep(folder, old!);
            checkpoint?.Invoke("revision");
        }
    }

    void Sweep() => RevisionStore.Sweep(folder);

    void Disk(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw DiskRefusal.Of(folder, e);
        }
    }
}
