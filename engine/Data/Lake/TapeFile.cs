using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Writes one file of a tape: finds the unit of time on the way, and takes its name from its content.</summary>
sealed class TapeFile<TBatch>(
    string folder, string name, ITapeLayout<TBatch> layout, Instrument instrument, GapFinder gaps, ITapeCheck<TBatch>? check) : IDisposable
{
    readonly StretchMeter<TBatch> meter = new(layout, gaps);
    long unit = TimeUnit.Coarsest;
    AtomicFile? file;
    ParquetWriter? writer;

    /// <summary>Appends a stretch of a batch.</summary>
    public void Add(TBatch batch, int from, int count, string source)
    {
        check?.See(batch, from, count);
        Refine(TimeUnit.For(layout.Column(batch, 0).AsSpan(from, count), TimeUnit.For(layout.Column(batch, layout.Until).AsSpan(from, count), unit)));
        layout.Leave(batch);
        meter.Add(batch, from, count, source);
        Put(batch, from, count);
    }

    /// <summary>Closes the file and puts it under its name, which no other content has.</summary>
    public StoredFile Finish()
    {
        writer!.Finish();
        var stretch = meter.Finish();
        var stored = new StoredFile
        {
            Name = $"{name}-{writer.Sha256[..12]}.parquet", Count = stretch.Count, First = stretch.First, Last = stretch.Last, Until = stretch.Until,
            Bytes = writer.Length, Sha256 = writer.Sha256, Content = stretch.Content, Footer = writer.FooterChecksum,
            Source = stretch.Source, Gaps = [.. stretch.Gaps.Select(gap => new[] { gap.From, gap.To })],
        };
        file!.Commit(Path.Combine(folder, stored.Name));
        return stored;
    }

    public void Dispose()
    {
        writer?.Dispose();
        file?.Dispose();
        meter.Dispose();
    }

    void Put(TBatch batch, int from, int count)
    {
        writer ??= Begin();
        while (count > 0)
        {
            var part = Math.Min(count, writer.Room);
            layout.Put(writer, batch, from, part);
            writer.AddRows(part);
            from += part;
            count -= part;
        }
    }

    ParquetWriter Begin()
    {
        file = new AtomicFile(Path.Combine(folder, FormattableString.Invariant($"{name}-{unit}.parquet")));
        var begun = new ParquetWriter(file.Stream, layout.Columns(instrument, unit));
        begun.Metadata["workbench.instrument"] = instrument.Symbol;
        return begun;
    }

    // An instant finer than all before it: what is written is read back and written again in the finer unit.
    void Refine(long finer)
    {
        if (finer == unit)
        {
            return;
        }

        unit = finer;
        if (writer is null)
        {
            return;
        }

        using var coarse = writer;
        using var coarseFile = file!;
        coarse.Finish();
        coarseFile.Stream.Flush();
        var written = new StoredFile
        {
            Name = Path.GetFileName(coarseFile.WrittenPath), Count = coarse.Rows, Footer = coarse.FooterChecksum, First = 0, Last = 0,
            Until = 0, Bytes = 0, Sha256 = "", Content = "", Source = "", Gaps = [],
        };
        writer = Begin();
        using var again = layout.Open(folder, instrument, [written], TimeRange.All);
        var batch = layout.Make();
        while (again.Read(batch))
        {
            layout.Leave(batch);
            Put(batch, 0, layout.Count(batch));
        }
    }
}
