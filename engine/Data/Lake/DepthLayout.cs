using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>Changes of an order book: time, side (1 buy, 2 sell), price, size, and flags (1 snapshot, 2 end of its message, 4 gap).</summary>
sealed class DepthLayout : ITapeLayout<DepthBatch>
{
    readonly long[] side = new long[DepthBatch.Capacity];
    readonly long[] flags = new long[DepthBatch.Capacity];

    // A busy book makes a thousand changes a second, and whoever begins within a file reads an hour of it first.
    public Partition Partition => Partition.Day;

    public int Until => 0;

    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
    [
        ParquetColumn.Time("time", unitNanos),
        ParquetColumn.Whole("side", repeats: true),
        ParquetColumn.Decimal("price", instrument.PriceScale),
        ParquetColumn.Decimal("size", instrument.SizeScale, repeats: true),
        ParquetColumn.Whole("flags", repeats: true),
    ];

    public long[] Column(DepthBatch batch, int index) => index switch
    {
        0 => batch.Time,
        1 => side,
        2 => batch.Price,
        3 => batch.Size,
        _ => flags,
    };

    public int Wanted(DepthBatch batch) => 5;

    public int Count(DepthBatch batch) => batch.Count;

    public void Leave(DepthBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            side[i] = (long)batch.Side[i];
            flags[i] = (long)batch.Flags[i];
        }
    }

    public void Arrive(DepthBatch batch, int count)
    {
        for (var i = 0; i < count; i++)
        {
            batch.Side[i] = (Side)side[i];
            batch.Flags[i] = (DepthFlags)flags[i];
        }

        batch.Count = count;
    }

    public DepthBatch Make() => new();

    public ICursor<DepthBatch> Enter(ICursor<DepthBatch> tape) => new HourlyDepth(tape);

    public void Rejoin(DepthBatch batch)
    {
        // Changes of another book than the one that ends before them: void until the next snapshot.
        if ((batch.Flags[0] & DepthFlags.Snapshot) == 0)
        {
            batch.Flags[0] |= DepthFlags.Gap;
        }
    }

    public ICursor<DepthBatch> Begin(Func<TimeRange, ICursor<DepthBatch>> stored, TimeRange range) => range.From > 0
        ? new OpenedDepth(stored(range with { From = UtcNanos.Floor(range.From, HourlyDepth.Step) }), range.From)
        : stored(range);
}
