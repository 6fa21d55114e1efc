using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>
/// Reads a tape of the lake: opens its files one after another, passes over row groups outside of the range, and decodes whole
/// pages into the caller's columns. Nothing is allocated from batch to batch.
/// </summary>
sealed class TapeCursor<TBatch>(
    string folder, Instrument instrument, IReadOnlyList<StoredFile> files, ITapeLayout<TBatch> layout, TimeRange range) : ICursor<TBatch>
{
    int fileIndex;
    int groupIndex;
    ParquetFile? file;
    int wanted;
    ColumnReader<long>[] columns = [];
    byte[] buffer = [];
    long leftInGroup;
    bool isCut;

    public Instrument Instrument => instrument;

    public bool Read(TBatch into)
    {
        // The first batch decides: what is not wanted is neither decoded nor held against its checksum.
        wanted = wanted == 0 ? layout.Wanted(into) : wanted;
        try
        {
            while (leftInGroup > 0 || NextGroup())
            {
                var count = Decode(into);
                if (count > 0)
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException or IOException)
        {
            throw LakeErrors.FileDamaged(Current, e.Message, e);
        }

        layout.Arrive(into, 0);
        return false;
    }

    public void Dispose()
    {
        file?.Dispose();
        file = null;
        leftInGroup = 0;
        fileIndex = files.Count;
    }

    string Current => RevisionStore.Locate(folder, files[Math.Min(fileIndex, files.Count - 1)].Name);

    int Decode(TBatch into)
    {
        var count = (int)Math.Min(TickBatch.Capacity, leftInGroup);
        leftInGroup -= count;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Read(layout.Column(into, i).AsSpan(0, count), default);
        }

        if (isCut)
        {
            count = Cut(into, count);
        }

        layout.Arrive(into, count);
        return count;
    }

    // Only the first and the last row group of a range have events outside of it.
    int Cut(TBatch into, int count)
    {
        var times = layout.Column(into, 0).AsSpan(0, count);
        var from = LowerBound(times, range.From);
        var to = LowerBound(times, range.To);
        for (var i = 0; from > 0 && i < columns.Length; i++)
        {
            var column = layout.Column(into, i);
            Array.Copy(column, from, column, 0, to - from);
        }

        return to - from;
    }

    static int LowerBound(ReadOnlySpan<long> times, long time)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    bool NextGroup()
    {
        while (true)
        {
            if (file is null)
            {
                if (fileIndex == files.Count)
                {
                    return false;
                }

                Open();
            }

            while (groupIndex < file!.Footer.RowGroups.Count)
            {
                if (OpenGroup(file, file.Footer.RowGroups[groupIndex++]))
                {
                    return true;
                }
            }

            file.Dispose();
            file = null;
            fileIndex++;
        }
    }

    void Open()
    {
        var stored = files[fileIndex];
        file = ParquetFile.Open(Current);
        var unit = file.Footer.Columns.Count > 0 ? file.Footer.Columns[0].UnitNanos : 1;
        var expected = layout.Columns(instrument, unit);
        if (file.Footer.Rows != stored.Count || file.FooterChecksum != stored.Footer
            || !file.Footer.Columns.Select(column => column.Name).SequenceEqual(expected.Select(column => column.Name)))
        {
            throw new InvalidDataException("it is not the file that its manifest lists");
        }

        groupIndex = 0;
        columns = [.. file.Footer.Columns.Take(wanted).Select(column => new ColumnReader<long>(column, new LongDecoder(column.UnitNanos)))];
    }

    bool OpenGroup(ParquetFile from, RowGroupMeta group)
    {
        var unit = from.Footer.Columns[0].UnitNanos;
        var first = group.Chunks[0].Min is { } min ? min * unit : long.MinValue;
        var last = group.Chunks[0].Max is { } max ? max * unit : long.MaxValue;
        if (group.Rows == 0 || last < range.From || first >= range.To)
        {
            return false;
        }

        var start = from.Read(group.Chunks.AsSpan(0, wanted), ref buffer);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Open(group.Chunks[i], buffer, (int)(group.Chunks[i].Start - start));
        }

        leftInGroup = group.Rows;
        isCut = first < range.From || last >= range.To;
        return true;
    }
}
