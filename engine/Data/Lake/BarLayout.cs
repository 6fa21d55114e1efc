using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Bars: opening and closing time, open, high, low, close, volume.</summary>
sealed class BarLayout(BarSpec spec) : ITapeLayout<BarBatch>
{
    // A year of one-minute bars is some megabytes; a month of daily ones would be a file of twenty rows.
    public Partition Partition => spec.NominalNanos >= UtcNanos.Minute ? Partition.Year : Partition.Month;

    public int Until => 1;

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

    public long[] Column(BarBatch batch, int index) => index switch
    {
        0 => batch.OpenTime,
        1 => batch.CloseTime,
        2 => batch.Open,
        3 => batch.High,
        4 => batch.Low,
        5 => batch.Close,
        _ => batch.Volume,
    };

    public int Wanted(BarBatch batch) => 7;

    public int Count(BarBatch batch) => batch.Count;

    public void Leave(BarBatch batch) { }

    public void Arrive(BarBatch batch, int count) => batch.Count = count;

    public BarBatch Make() => new();

    public ITapeCheck<BarBatch> Check(Instrument instrument) => new BarCheck(instrument, spec);
}
