namespace Workbench.Core;

/// <summary>How often the best bid or ask price moved within the last stretch of time, as of the newest tick: what stands for volume where none is told.</summary>
public sealed class TickVolume : FlowStudy
{
    readonly TimedSum sum;
    long bid;
    long ask;

    /// <param name="span">The stretch, above 0. What is exactly as old does not count any more.</param>
    /// <exception cref="ArgumentOutOfRangeException">No time at all.</exception>
    public TickVolume(TimeSpan span)
        : base($"TickVolume({span:g})") => sum = new TimedSum(span);

    /// <inheritdoc/>
    public override bool IsReady => sum.IsFull;

    /// <inheritdoc/>
    public override double Value => IsReady ? sum.Sum : double.NaN;

    /// <inheritdoc/>
    public override void Update(in Tick tick)
    {
        var moved = bid != 0 && (tick.BidRaw != bid || tick.AskRaw != ask);
        (bid, ask) = (tick.BidRaw, tick.AskRaw);
        sum.Add(tick.TimeNanos, moved ? 1 : 0);
    }
}
