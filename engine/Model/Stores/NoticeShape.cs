namespace Workbench.Model;

/// <summary>How notices lie in columns: their time, and then figures and texts.</summary>
/// <typeparam name="TNotice">The notice.</typeparam>
public abstract class NoticeShape<TNotice> : ITapeShape<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    /// <inheritdoc/>
    public Partition Partition => Partition.Year;

    /// <inheritdoc/>
    public int Until => 0;

    /// <inheritdoc/>
    public IReadOnlyList<TapeColumn> Shape => [new("time", ColumnUnit.Time), .. Table.Select(column => column.Column)];

    /// <summary>The columns behind the time.</summary>
    public abstract IReadOnlyList<NoticeColumn<TNotice>> Table { get; }

    /// <summary>The notice that a row holds.</summary>
    /// <param name="row">The row.</param>
    /// <param name="symbol">Whose tape it is.</param>
    public abstract TNotice Read(INoticeRow row, string symbol);

    /// <summary>Times alone: what else a notice has is no integer of a batch's column.</summary>
    public long[] Column(NoticeBatch<TNotice> batch, int index) => batch.Time;

    /// <inheritdoc/>
    public int Wanted(NoticeBatch<TNotice> batch) => Table.Count + 1;

    /// <inheritdoc/>
    public int Count(NoticeBatch<TNotice> batch) => batch.Count;

    /// <inheritdoc/>
    public void Leave(NoticeBatch<TNotice> batch) { }

    /// <inheritdoc/>
    public void Arrive(NoticeBatch<TNotice> batch, int count) => batch.Count = count;

    /// <inheritdoc/>
    public NoticeBatch<TNotice> Make() => new();

    /// <inheritdoc/>
    public bool IsSame(NoticeBatch<TNotice> one, int at, NoticeBatch<TNotice> other, int otherAt) =>
        one.Time[at] == other.Time[otherAt] && Table.All(column => column.IsSame(one.Notice[at], other.Notice[otherAt]));

    /// <inheritdoc/>
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
}
