using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Bars: opening and closing time, open, high, low, close, volume.</summary>
sealed class BarLayout(BarSpec spec) : BarShape(spec), ITapeLayout<BarBatch>
{
    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
    [
        ParquetColumn.Time("open_time", unitNanos),
        ParquetColumn.Time("close_time", unitNanos),
        ParquetColumn.Decimal("open", instrument.PriceScale),
        ParquetColumn.Decimal("high", instrument.PriceScale),
        ParquetColumn.Decimal("low", instrument.PriceScale),
        ParquetColumn.Decimal("close", instrument.PriceScale),
        ParquetColumn.Decimal("volume", instrument.SizeScale, repeats: true),
    ];

    public ITapeCheck<BarBatch> Check(Instrument instrument) => new BarCheck(instrument, Spec);
}
