using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>Changes of an order book: time, side (1 buy, 2 sell), price, size, and flags (1 snapshot, 2 end of its message, 4 gap).</summary>
sealed class DepthLayout : DepthShape, ITapeLayout<DepthBatch>
{
    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
    [
        ParquetColumn.Time("time", unitNanos),
        ParquetColumn.Whole("side", repeats: true),
        ParquetColumn.Decimal("price", instrument.PriceScale),
        ParquetColumn.Decimal("size", instrument.SizeScale, repeats: true),
        ParquetColumn.Whole("flags", repeats: true),
    ];
}
