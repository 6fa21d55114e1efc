namespace Workbench.Core;

/// <summary>
/// A batch of ticks by even cells of time, found once for all who read the batch: the stretch of a bar costs them a step a cell and not
/// one a tick, its end is found without a search, and the ticks themselves need not come from memory.
/// </summary>
sealed class TickCells
{
    /// <summary>Most cells of a batch: smaller ones would hold too few ticks to be worth it.</summary>
    public const int Most = TickBatch.Capacity / 16;

    /// <summary>Lengths of cells; bars begin and end where they do.</summary>
    static readonly long[] Lengths =
    [
        UtcNanos.Second, 5 * UtcNanos.Second, 15 * UtcNanos.Second, UtcNanos.Minute, 5 * UtcNanos.Minute, 15 * UtcNanos.Minute, UtcNanos.Hour, UtcNanos.Day,
    ];

    readonly int[] starts = new int[Most + 1];
    readonly long[] ends = new long[Most];
    readonly TickCell[] cells = new TickCell[Most + 1];

    /// <summary>How many there are; 0 where times leap so far that none would hold a few ticks.</summary>
    public int Count { get; private set; }

    /// <summary>A cell; that behind the last begins where the batch ends.</summary>
    public ref readonly TickCell this[int cell] => ref cells[cell];

    /// <summary>Looks at a batch that has been filled anew.</summary>
    public void Take(TickBatch batch)
    {
        Count = 0;
        if (!Array.Exists(Lengths, length => TryCut(batch, length)))
        {
            Count = 0;
            return;
        }

        for (var cell = 0; cell < Count; cell++)
        {
            var (from, to) = (starts[cell], starts[cell + 1]);
            cells[cell] = new TickCell(
                from, ends[cell], batch.Time[from], batch.Time[to - 1],
                Stretch.Of(batch.Bid, from, to), Stretch.Of(batch.Ask, from, to), Stretch.OfSum(batch.Bid, batch.Ask, from, to));
        }

        cells[Count] = new TickCell(batch.Count, long.MaxValue, long.MaxValue, long.MaxValue, default, default, default);
    }

    bool TryCut(TickBatch batch, long length)
    {
        Count = 0;
        var end = long.MinValue;
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch.Time[i] >= end)
            {
                if (Count == Most)
                {
                    return false;
                }

                end = UtcNanos.Floor(batch.Time[i], length) + length;
                starts[Count] = i;
                ends[Count++] = end;
            }
        }

        starts[Count] = batch.Count;
        return true;
    }
}
