using System.Text.Json;
using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>Reads a tape of notices row by row: there are thousands of them where there are millions of ticks.</summary>
sealed class NoticeCursor<TNotice>(
    string folder, Instrument instrument, IReadOnlyList<StoredFile> files, NoticeLayout<TNotice> layout, TimeRange range) : ICursor<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    int next;
    ParquetTable? table;

    public Instrument Instrument => instrument;

    public bool Read(NoticeBatch<TNotice> into)
    {
        into.Count = 0;
        while (!into.IsFull && NextRow() is { } row)
        {
            if (range.Contains(row.Time("time")))
            {
                into.Add(Notice(row));
            }
        }

        return into.Count > 0;
    }

    public void Dispose()
    {
        table?.Dispose();
        table = null;
        next = files.Count;
    }

    ParquetTable? NextRow()
    {
        while (table is null || !table.Read())
        {
            table?.Dispose();
            table = null;
            if (next == files.Count)
            {
                return null;
            }

            table = Open(files[next++]);
        }

        return table;
    }

    ParquetTable Open(StoredFile stored)
    {
        var opened = ParquetTable.Open(Path.Combine(folder, stored.Name));
        if (opened.Rows == stored.Count && opened.FooterChecksum == stored.Footer
            && opened.Columns.Select(column => column.Name).SequenceEqual(layout.Columns(instrument, 1).Select(column => column.Name)))
        {
            return opened;
        }

        opened.Dispose();
        throw LakeErrors.FileDamaged(Path.Combine(folder, stored.Name), "it is not the file that its manifest lists");
    }

    TNotice Notice(ParquetTable row)
    {
        try
        {
            return layout.Read(row, instrument.Symbol);
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            throw LakeErrors.FileDamaged(Path.Combine(folder, files[next - 1].Name), e.Message, e);
        }
    }
}
