namespace Workbench.Model;

/// <summary>Bars: opening and closing time, open, high, low, close, volume.</summary>
/// <param name="spec">Their length.</param>
public class BarShape(BarSpec spec) : ITapeShape<BarBatch>
{
    /// <summary>Their length.</summary>
    protected BarSpec Spec => spec;

    /// <inheritdoc/>
    /// <remarks>A year of one-minute bars is some megabytes; a month of daily ones would be a file of twenty rows.</remarks>
    public Partition Partition => spec.NominalNanos >= UtcNanos.Minute ? Partition.Year : Partition.Month;

    /// <inheritdoc/>
    public int Until => 1;

    /// <inheritdoc/>
    public IReadOnlyList<TapeColumn> Shape { get; } =
    [
        new("open_time", ColumnUnit.Time),
        new("close_time", ColumnUnit.Time),
        new("open", ColumnUnit.Price),
        new("high", ColumnUnit.Price),
        new("low", ColumnUnit.Price),
        new("close", ColumnUnit.Price),
        new("volume", ColumnUnit.Size),
    ];

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public int Wanted(BarBatch batch) => 7;

    /// <inheritdoc/>
    public int Count(BarBatch batch) => batch.Count;

    /// <inheritdoc/>
    public void Leave(BarBatch batch) { }

    /// <inheritdoc/>
    public void Arrive(BarBatch batch, int count) => batch.Count = count;

    /// <inheritdoc/>
    public BarBatch Make() => new();
}
