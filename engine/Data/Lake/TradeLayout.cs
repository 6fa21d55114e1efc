using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Prints: time, price, size, and the side that took liquidity (1 buy, 2 sell, 0 unknown).</summary>
sealed class TradeLayout : ITapeLayout<TradeBatch>
{
    readonly long[] aggressor = new long[TradeBatch.Capacity];

    public Partition Partition => Partition.Month;

    public int Until => 0;

    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
    [
        ParquetColumn.Time("time", unitNanos),
        ParquetColumn.Decimal("price", instrument.PriceScale),
        ParquetColumn.Decimal("size", instrument.SizeScale, repeats: true),
        ParquetColumn.Whole("aggressor", repeats: true),
    ];

    public long[] Column(TradeBatch batch, int index) => index switch
    {
        0 => batch.Time,
        1 => batch.Price,
        2 => batch.Size,
        _ => aggressor,
    };

    public int Wanted(TradeBatch batch) => 4;

    public int Count(TradeBatch batch) => batch.Count;

    public void Leave(TradeBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            aggressor[i] = (long)batch.Aggressor[i];
        }
    }

    public void Arrive(TradeBatch batch, int count)
    {
        for (var i = 0; i < count; i++)
        {
            batch.Aggressor[i] = (Side)aggressor[i];
        }

        batch.Count = count;
    }

    public TradeBatch Make() => new();

    public ITapeCheck<TradeBatch> Check(Instrument instrument) => new TradeCheck(instrument);
}
