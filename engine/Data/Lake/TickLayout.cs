using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>Ticks: time, bid, ask and the sizes behind them.</summary>
sealed class TickLayout : ITapeLayout<TickBatch>
{
    public Partition Partition => Partition.Month;

    public int Until => 0;

    public IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos) =>
    [
        ParquetColumn.Time("time", unitNanos),
        ParquetColumn.Decimal("bid", instrument.PriceScale),
        ParquetColumn.Decimal("ask", instrument.PriceScale),
        ParquetColumn.Decimal("bid_size", instrument.SizeScale, repeats: true),
        ParquetColumn.Decimal("ask_size", instrument.SizeScale, repeats: true),
    ];

    public long[] Column(TickBatch batch, int index) => index switch
    {
        0 => batch.Time,
        1 => batch.Bid,
        2 => batch.Ask,
        3 => batch.BidSize,
        _ => batch.AskSize,
    };

    public int Wanted(TickBatch batch) => batch.WantsSizes ? 5 : 3;

    public int Count(TickBatch batch) => batch.Count;

    public void Leave(TickBatch batch) { }

    public void Arrive(TickBatch batch, int count) => batch.Count = count;

    public TickBatch Make() => new();

    public ITapeCheck<TickBatch> Check(Instrument instrument) => new TickCheck(instrument);
}
