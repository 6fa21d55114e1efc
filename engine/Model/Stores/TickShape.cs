namespace Workbench.Model;

/// <summary>Ticks: time, bid, ask and the sizes behind them.</summary>
public class TickShape : ITapeShape<TickBatch>
{
    /// <inheritdoc/>
    public Partition Partition => Partition.Month;

    /// <inheritdoc/>
    public int Until => 0;

    /// <inheritdoc/>
    public IReadOnlyList<TapeColumn> Shape { get; } =
    [
        new("time", ColumnUnit.Time),
        new("bid", ColumnUnit.Price),
        new("ask", ColumnUnit.Price),
        new("bid_size", ColumnUnit.Size),
        new("ask_size", ColumnUnit.Size),
    ];

    /// <inheritdoc/>
    public long[] Column(TickBatch batch, int index) => index switch
    {
        0 => batch.Time,
        1 => batch.Bid,
        2 => batch.Ask,
        3 => batch.BidSize,
        _ => batch.AskSize,
    };

    /// <inheritdoc/>
    public int Wanted(TickBatch batch) => batch.WantsSizes ? 5 : 3;

    /// <inheritdoc/>
    public int Count(TickBatch batch) => batch.Count;

    /// <inheritdoc/>
    public void Leave(TickBatch batch) { }

    /// <inheritdoc/>
    public void Arrive(TickBatch batch, int count) => batch.Count = count;

    /// <inheritdoc/>
    public TickBatch Make() => new();
}
