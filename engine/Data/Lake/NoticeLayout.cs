using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>How notices lie in Parquet files: a file for each year, figures as texts.</summary>
sealed class NoticeLayout<TNotice>(NoticeShape<TNotice> shape) : ITapeLayout<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    public Partition Partition => shape.Partition;

    public int Until => shape.Until;

    public IReadOnlyList<TapeColumn> Shape => shape.Shape;

    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
        [ParquetColumn.Time("time", unitNanos), .. shape.Table.Select(column => Stored(column.Column))];

    public TNotice Read(ParquetTable row, string symbol) => shape.Read(row, symbol);

    public long[] Column(NoticeBatch<TNotice> batch, int index) => shape.Column(batch, index);

    public int Wanted(NoticeBatch<TNotice> batch) => shape.Wanted(batch);

    public int Count(NoticeBatch<TNotice> batch) => shape.Count(batch);

    public void Leave(NoticeBatch<TNotice> batch) => shape.Leave(batch);

    public void Arrive(NoticeBatch<TNotice> batch, int count) => shape.Arrive(batch, count);

    public NoticeBatch<TNotice> Make() => shape.Make();

    public void Hash(ContentHash content, NoticeBatch<TNotice> batch, int from, int count) => shape.Hash(content, batch, from, count);

    public ICursor<NoticeBatch<TNotice>> Open(string folder, Instrument instrument, IReadOnlyList<StoredFile> files, TimeRange range) =>
        new NoticeCursor<TNotice>(folder, instrument, files, this, range);

    public void Put(ParquetWriter writer, NoticeBatch<TNotice> batch, int from, int count)
    {
        for (var row = from; row < from + count; row++)
        {
            writer.Longs(0).Add(batch.Time[row]);
            for (var i = 0; i < shape.Table.Count; i++)
            {
                Put(writer, i + 1, shape.Table[i], batch.Notice[row]);
            }
        }
    }

    public bool IsSame(NoticeBatch<TNotice> one, int at, NoticeBatch<TNotice> other, int otherAt) => shape.IsSame(one, at, other, otherAt);

    static void Put(ParquetWriter writer, int at, NoticeColumn<TNotice> column, TNotice notice)
    {
        if (column.IsWhole)
        {
            writer.Longs(at).Add(column.Whole(notice));
        }
        else
        {
            writer.Texts(at).Add(column.Text(notice));
        }
    }

    static ParquetColumn Stored(TapeColumn column) => column.Unit switch
    {
        ColumnUnit.Time => ParquetColumn.Time(column.Name),
        ColumnUnit.Share => ParquetColumn.Decimal(column.Name),
        _ => ParquetColumn.Text(column.Name),
    };
}
