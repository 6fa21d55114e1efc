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
    TapeFile<TBatch>? current;
    TimeRange currentRange;
    TimeRange? covered;
    long first;
    long last = long.MinValue;
    long count;

    string Remedy => $"rm -r {folder}, or another --lake";

    public Stored Write(ICursor<TBatch> tape, string source, bool isSynthetic, TimeRange? covers = null)
    {
        covered = covers;
        Disk(() => Directory.CreateDirectory(folder));
        using var mine = Lock();
        old = ManifestStore.Load(folder);
        gaps = new GapFinder(tape.Instrument.Calendar, spec);
        CheckFit(tape.Instrument, source, isSynthetic);
        Disk(Sweep);
        checkpoint?.Invoke("begin");
        try
        {
            var batch = layout.Make();
            while (tape.Read(batch))
            {
                Disk(() => Take(tape.Instrument, batch, source));
            }

            Disk(() => Finish(tape.Instrument, source, isSynthetic));
            return new Stored(count, first, last);
        }
        finally
        {
            current?.Dispose();
        }
    }

    FileStream Lock()
    {
        try
        {
            return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw e is IOException && !DiskRefusal.IsFull(e) ? StoreErrors.Busy(folder) : DiskRefusal.Of(folder, e);
        }
    }

    void CheckFit(Instrument instrument, string source, bool isSynthetic)
    {
        if (old is null || old.Files.Count == 0)
        {
            return;
        }

        if (old.Instrument.PriceScale != instrument.PriceScale || old.Instrument.SizeScale != instrument.SizeScale)
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
        current = new TapeFile<TBatch>(folder, layout.Partition.NameOf(time), layout, instrument, gaps);
        if (last == long.MinValue)
        {
            first = time;
            Keep(instrument, currentRange with { To = Math.Min(time, covered?.From ?? time) });
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
    void Keep(Instrument instrument, TimeRange range)
    {
        if (range.From >= range.To)
        {
            return;
        }

        foreach (var stored in (old?.Files ?? []).Where(file => new TimeRange(file.First, file.Last + 1).Overlaps(range)))
        {
            using var cursor = new TapeCursor<TBatch>(folder, instrument, [stored], layout, range);
            var batch = layout.Make();
            while (cursor.Read(batch))
            {
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

        Keep(instrument, currentRange with { From = Math.Max(last + 1, covered?.To ?? last) });
        Close();
        var touched = new TimeRange(layout.Partition.RangeOf(first).From, currentRange.To);
        List<StoredFile> kept = [.. (old?.Files ?? []).Where(file => file.Last < touched.From || file.First >= touched.To)];
        ManifestStore.Save(folder, new Manifest
        {
            Format = Manifest.CurrentFormat, Instrument = StoredInstrument.Of(instrument), Kind = kind, Synthetic = isSynthetic,
            Files = [.. kept.Concat(written).OrderBy(file => file.First)],
            Stretches = Provenance.After(old, new TimeRange(first, last + 1), Covered(kept, touched), source), Check = "",
        });
        checkpoint?.Invoke("manifest");
        Sweep();
        checkpoint?.Invoke("sweep");
    }

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

    /// <summary>Removes files that no manifest names: those just replaced, and what a killed import left.</summary>
    void Sweep()
    {
        var named = (ManifestStore.Load(folder)?.Files ?? []).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(file);
            if (name.EndsWith(AtomicFile.Unfinished, StringComparison.Ordinal)
                || name.EndsWith(".parquet", StringComparison.Ordinal) && !named.Contains(name))
            {
                File.Delete(file);
            }
        }
    }

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
