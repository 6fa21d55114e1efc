using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Bars: opening and closing time, open, high, low, close, volume.</summary>
/// <param name="spec">Length and price of the bars.</param>
/// <param name="actions">Reads the dividends and splits that a check holds them against; null for none.</param>
sealed class BarLayout(BarSpec spec, Func<ActionTable?>? actions = null) : BarShape(spec), ITapeLayout<BarBatch>
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

    public ITapeCheck<BarBatch> Check(Instrument instrument) => new BarCheck(instrument, Spec, actions?.Invoke());
}
