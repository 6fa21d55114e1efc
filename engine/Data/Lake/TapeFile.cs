using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Writes one file of a tape: finds the unit of time on the way, notes gaps, and takes its name from its content.</summary>
sealed class TapeFile<TBatch>(
    string folder, string name, ITapeLayout<TBatch> layout, Instrument instrument, GapFinder gaps, ITapeCheck<TBatch>? check) : IDisposable
{
    readonly List<long[]> gapsFound = [];
    readonly SortedSet<string> sources = new(StringComparer.Ordinal);
    readonly ContentHash content = new(layout.Columns(instrument, 1).Count);
    long unit = TimeUnit.Coarsest;
    long first;
    long last;
    long until;
    AtomicFile? file;
    ParquetWriter? writer;

    /// <summary>Appends a stretch of a batch.</summary>
    public void Add(TBatch batch, int from, int count, string source)
    {
        sources.UnionWith(source.Split('+'));
        check?.See(batch, from, count);
        Refine(TimeUnit.For(layout.Column(batch, 0).AsSpan(from, count), TimeUnit.For(layout.Column(batch, layout.Until).AsSpan(from, count), unit)));
        layout.Leave(batch);
        Note(layout.Column(batch, 0).AsSpan(from, count), layout.Column(batch, layout.Until).AsSpan(from, count));
        layout.Hash(content, batch, from, count);
        Put(batch, from, count);
    }

    /// <summary>Closes the file and puts it under its name, which no other content has.</summary>
    public StoredFile Finish()
    {
        writer!.Finish();
        var hash = content.Finish();
        var stored = new StoredFile
        {
            Name = $"{name}-{writer.Sha256[..12]}.parquet", Count = writer.Rows, First = first, Last = last, Until = until,
            Bytes = writer.Length, Sha256 = writer.Sha256, Content = hash, Footer = writer.FooterChecksum,
            Source = string.Join('+', sources), Gaps = gapsFound,
        };
        file!.Commit(Path.Combine(folder, stored.Name));
        return stored;
    }

    public void Dispose()
    {
        writer?.Dispose();
        file?.Dispose();
        content.Dispose();
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

    void Note(ReadOnlySpan<long> times, ReadOnlySpan<long> ends)
    {
        if (writer is null)
        {
            (first, last, until) = (times[0], times[0], times[0]);
        }

        for (var i = 0; i < times.Length; i++)
        {
            if (gaps.IsGap(until, times[i]))
            {
                gapsFound.Add([until, times[i]]);
            }

            until = ends[i];
        }

        last = times[^1];
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
