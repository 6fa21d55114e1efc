using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Ticks: time, bid, ask and the sizes behind them.</summary>
sealed class TickLayout : TickShape, ITapeLayout<TickBatch>
{
    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
    [
        ParquetColumn.Time("time", unitNanos),
        ParquetColumn.Decimal("bid", instrument.PriceScale),
        ParquetColumn.Decimal("ask", instrument.PriceScale),
        ParquetColumn.Decimal("bid_size", instrument.SizeScale, repeats: true),
        ParquetColumn.Decimal("ask_size", instrument.SizeScale, repeats: true),
    ];

    public ITapeCheck<TickBatch> Check(Instrument instrument) => new TickCheck(instrument);
}
