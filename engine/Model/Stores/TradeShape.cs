namespace Workbench.Model;

/// <summary>Prints: time, price, size, and the side that took liquidity (1 buy, 2 sell, 0 unknown).</summary>
public class TradeShape : ITapeShape<TradeBatch>
{
    readonly long[] aggressor = new long[TradeBatch.Capacity];

    /// <inheritdoc/>
    public Partition Partition => Partition.Month;

    /// <inheritdoc/>
    public int Until => 0;

    /// <inheritdoc/>
    public IReadOnlyList<TapeColumn> Shape { get; } =
    [
        new("time", ColumnUnit.Time),
        new("price", ColumnUnit.Price),
        new("size", ColumnUnit.Size),
        new("aggressor", ColumnUnit.Whole),
    ];

    /// <inheritdoc/>
    public long[] Column(TradeBatch batch, int index) => index switch
    {
        0 => batch.Time,
        1 => batch.Price,
        2 => batch.Size,
        _ => aggressor,
    };

    /// <inheritdoc/>
    public int Wanted(TradeBatch batch) => 4;

    /// <inheritdoc/>
    public int Count(TradeBatch batch) => batch.Count;

    /// <inheritdoc/>
    public void Leave(TradeBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            aggressor[i] = (long)batch.Aggressor[i];
        }
    }

    /// <inheritdoc/>
    public void Arrive(TradeBatch batch, int count)
    {
        for (var i = 0; i < count; i++)
        {
            batch.Aggressor[i] = (Side)aggressor[i];
        }

        batch.Count = count;
    }

    /// <inheritdoc/>
    /// <remarks>By the batches' own columns: that of the sides is the shape's, and holds one batch at a time.</remarks>
    public bool IsSame(TradeBatch one, int at, TradeBatch other, int otherAt) =>
        one.Time[at] == other.Time[otherAt] && one.Price[at] == other.Price[otherAt] && one.Size[at] == other.Size[otherAt] && one.Aggressor[at] == other.Aggressor[otherAt];

    /// <inheritdoc/>
    public TradeBatch Make() => new();
}
