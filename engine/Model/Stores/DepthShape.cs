namespace Workbench.Model;

/// <summary>Changes of an order book: time, side (1 buy, 2 sell), price, size, and flags (1 snapshot, 2 end of its message, 4 gap).</summary>
public class DepthShape : ITapeShape<DepthBatch>
{
    readonly long[] side = new long[DepthBatch.Capacity];
    readonly long[] flags = new long[DepthBatch.Capacity];

    /// <inheritdoc/>
    /// <remarks>A busy book makes a thousand changes a second, and whoever begins within a stretch reads an hour of it first.</remarks>
    public Partition Partition => Partition.Day;

    /// <inheritdoc/>
    public int Until => 0;

    /// <inheritdoc/>
    public IReadOnlyList<TapeColumn> Shape { get; } =
    [
        new("time", ColumnUnit.Time),
        new("side", ColumnUnit.Whole),
        new("price", ColumnUnit.Price),
        new("size", ColumnUnit.Size),
        new("flags", ColumnUnit.Whole),
    ];

    /// <inheritdoc/>
    public long[] Column(DepthBatch batch, int index) => index switch
    {
        0 => batch.Time,
        1 => side,
        2 => batch.Price,
        3 => batch.Size,
        _ => flags,
    };

    /// <inheritdoc/>
    public int Wanted(DepthBatch batch) => 5;

    /// <inheritdoc/>
    public int Count(DepthBatch batch) => batch.Count;

    /// <inheritdoc/>
    public void Leave(DepthBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            side[i] = (long)batch.Side[i];
            flags[i] = (long)batch.Flags[i];
        }
    }

    /// <inheritdoc/>
    public void Arrive(DepthBatch batch, int count)
    {
        for (var i = 0; i < count; i++)
        {
            batch.Side[i] = (Side)side[i];
            batch.Flags[i] = (DepthFlags)flags[i];
        }

        batch.Count = count;
    }

    /// <inheritdoc/>
    /// <remarks>By the batches' own columns: those of sides and flags are the shape's, and hold one batch at a time.</remarks>
    public bool IsSame(DepthBatch one, int at, DepthBatch other, int otherAt) =>
        one.Time[at] == other.Time[otherAt] && one.Price[at] == other.Price[otherAt] && one.Size[at] == other.Size[otherAt]
        && one.Side[at] == other.Side[otherAt] && one.Flags[at] == other.Flags[otherAt];

    /// <inheritdoc/>
    public DepthBatch Make() => new();

    /// <inheritdoc/>
    public ICursor<DepthBatch> Enter(ICursor<DepthBatch> tape) => new HourlyDepth(tape);

    /// <inheritdoc/>
    public void Rejoin(DepthBatch batch)
    {
        // Changes of another book than the one that ends before them: void until the next snapshot.
        if ((batch.Flags[0] & DepthFlags.Snapshot) == 0)
        {
            batch.Flags[0] |= DepthFlags.Gap;
        }
    }

    /// <inheritdoc/>
    public ICursor<DepthBatch> Begin(Func<TimeRange, ICursor<DepthBatch>> stored, TimeRange range) => range.From > 0
        ? new OpenedDepth(stored(range with { From = UtcNanos.Floor(range.From, HourlyDepth.Step) }), range.From)
        : stored(range);
}
