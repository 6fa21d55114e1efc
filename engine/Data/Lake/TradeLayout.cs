using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Prints: time, price, size, and the side that took liquidity (1 buy, 2 sell, 0 unknown).</summary>
sealed class TradeLayout : TradeShape, ITapeLayout<TradeBatch>
{
    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
    [
        ParquetColumn.Time("time", unitNanos),
        ParquetColumn.Decimal("price", instrument.PriceScale),
        ParquetColumn.Decimal("size", instrument.SizeScale, repeats: true),
        ParquetColumn.Whole("aggressor", repeats: true),
    ];

    public ITapeCheck<TradeBatch> Check(Instrument instrument) => new TradeCheck(instrument);
}
