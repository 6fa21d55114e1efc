namespace Workbench.Research;

/// <summary>A fall of equity from a peak, and the way back.</summary>
/// <param name="Depth">Share of the peak lost at the bottom, positive; above 1 where equity went below zero.</param>
/// <param name="Money">Money lost at the bottom, positive, in account currency.</param>
/// <param name="Peak">Time of the peak, UTC nanoseconds.</param>
/// <param name="Trough">Time of the bottom, UTC nanoseconds.</param>
/// <param name="Recovery">First time at or above the peak again; null where that never came.</param>
/// <param name="End">Recovery, or the last point of the series.</param>
public sealed record DrawdownSpan(double Depth, double Money, long Peak, long Trough, long? Recovery, long End)
{
    /// <summary>Nanoseconds from peak to recovery, or to the end of the series.</summary>
    public long LengthNanos => End - Peak;
}
