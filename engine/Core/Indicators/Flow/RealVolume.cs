namespace Workbench.Core;

/// <summary>Units that were traded within the last stretch of time, as of the newest print.</summary>
public sealed class RealVolume : FlowStudy
{
    readonly TimedSum sum;
    Instrument? instrument;

    /// <param name="span">The stretch, above 0. What is exactly as old does not count any more.</param>
    /// <exception cref="ArgumentOutOfRangeException">No time at all.</exception>
    public RealVolume(TimeSpan span)
        : base($"RealVolume({span:g})") => sum = new TimedSum(span);

    /// <inheritdoc/>
    public override bool IsReady => sum.IsFull;

    /// <inheritdoc/>
    public override double Value => IsReady ? BestPrices.Size(instrument!, sum.Sum) : double.NaN;

    /// <inheritdoc/>
    public override void Update(in Trade trade)
    {
        instrument = trade.Instrument;
        sum.Add(trade.TimeNanos, trade.SizeRaw);
    }
}
