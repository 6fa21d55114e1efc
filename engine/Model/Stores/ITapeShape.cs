namespace Workbench.Model;

/// <summary>How a kind of batch lies in columns, whatever store they lie in. The first column is the event time by which tapes are ordered and cut.</summary>
/// <typeparam name="TBatch">The batch.</typeparam>
public interface ITapeShape<TBatch>
{
    /// <summary>Stretches of time of which each has a hash of its own: days, months, or years.</summary>
    Partition Partition { get; }

    /// <summary>Column that says until when an event speaks: its time, or a bar's close.</summary>
    int Until { get; }

    /// <summary>The columns in their order, which is the order they are hashed in.</summary>
    IReadOnlyList<TapeColumn> Shape { get; }

    /// <summary>A column of the batch as integers, of <see cref="TickBatch.Capacity"/> places.</summary>
    long[] Column(TBatch batch, int index);

    /// <summary>Columns, counted from the first, that whoever reads into the batch wants to have.</summary>
    int Wanted(TBatch batch);

    /// <summary>Events in the batch.</summary>
    int Count(TBatch batch);

    /// <summary>Called before the columns are written.</summary>
    void Leave(TBatch batch);

    /// <summary>Called after the columns were filled with so many events.</summary>
    void Arrive(TBatch batch, int count);

    /// <summary>A batch to read into.</summary>
    TBatch Make();

    /// <summary>Adds events to the hash of what a tape says; <see cref="Leave"/> came before. Default: all columns as integers.</summary>
    void Hash(ContentHash content, TBatch batch, int from, int count)
    {
        for (var i = 0; i < Shape.Count; i++)
        {
            content.Add(i, Column(batch, i).AsSpan(from, count));
        }
    }

    /// <summary>Whether two events say the same. Default: in all columns.</summary>
    bool IsSame(TBatch one, int at, TBatch other, int otherAt)
    {
        for (var i = 0; i < Shape.Count; i++)
        {
            if (Column(one, i)[at] != Column(other, i)[otherAt])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a tape becomes on its way into a store. Default: itself.</summary>
    ICursor<TBatch> Enter(ICursor<TBatch> tape) => tape;

    /// <summary>Called with the first events that stay behind a write, which may no longer follow from what is before them. Default: they stand for themselves.</summary>
    void Rejoin(TBatch batch) { }

    /// <summary>Reads a stretch: from its first event on, or from before it where that says nothing alone.</summary>
    /// <param name="stored">Opens the events of a stretch as they are stored.</param>
    /// <param name="range">The stretch.</param>
    ICursor<TBatch> Begin(Func<TimeRange, ICursor<TBatch>> stored, TimeRange range) => stored(range);
}
