using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>How notices lie in columns: their time, and then figures and texts, a file for each year.</summary>
abstract class NoticeLayout<TNotice> : ITapeLayout<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    public Partition Partition => Partition.Year;

    public int Until => 0;

    public IReadOnlyList<TapeColumn> Shape => [new("time", ColumnUnit.Time), .. Table.Select(column => new TapeColumn(column.Column.Name, ColumnUnit.Text))];

    /// <summary>The columns behind the time.</summary>
    protected abstract IReadOnlyList<NoticeColumn<TNotice>> Table { get; }

    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) => [ParquetColumn.Time("time", unitNanos), .. Table.Select(column => column.Column)];

    /// <summary>The notice that a row holds.</summary>
    /// <param name="row">The table, at the row.</param>
    /// <param name="symbol">Whose tape it is.</param>
    public abstract TNotice Read(ParquetTable row, string symbol);

    /// <summary>Times alone: figures and texts are put and hashed one by one.</summary>
    public long[] Column(NoticeBatch<TNotice> batch, int index) => batch.Time;

    public int Wanted(NoticeBatch<TNotice> batch) => Table.Count + 1;

    public int Count(NoticeBatch<TNotice> batch) => batch.Count;

    public void Leave(NoticeBatch<TNotice> batch) { }

    public void Arrive(NoticeBatch<TNotice> batch, int count) => batch.Count = count;

    public NoticeBatch<TNotice> Make() => new();

    public ICursor<NoticeBatch<TNotice>> Open(string folder, Instrument instrument, IReadOnlyList<StoredFile> files, TimeRange range) =>
        new NoticeCursor<TNotice>(folder, instrument, files, this, range);

    public void Put(ParquetWriter writer, NoticeBatch<TNotice> batch, int from, int count)
    {
        for (var row = from; row < from + count; row++)
        {
            writer.Longs(0).Add(batch.Time[row]);
            for (var i = 0; i < Table.Count; i++)
            {
                Table[i].Put(writer, i + 1, batch.Notice[row]);
            }
        }
    }

    public bool IsSame(NoticeBatch<TNotice> one, int at, NoticeBatch<TNotice> other, int otherAt, int columns) =>
        one.Time[at] == other.Time[otherAt] && Table.All(column => column.IsSame(one.Notice[at], other.Notice[otherAt]));

    public void Hash(ContentHash content, NoticeBatch<TNotice> batch, int from, int count)
    {
        content.Add(0, batch.Time.AsSpan(from, count));
        for (var row = from; row < from + count; row++)
        {
            for (var i = 0; i < Table.Count; i++)
            {
                Table[i].Hash(content, i + 1, batch.Notice[row]);
            }
        }
    }

    /// <summary>A figure as it was written; null where there is none.</summary>
    protected static decimal? Figure(ParquetTable row, string column) => FigureText.Read(row.Text(column));
}
