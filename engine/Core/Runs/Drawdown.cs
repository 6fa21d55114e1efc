namespace Workbench.Core;

/// <summary>The deepest fall of equity from a peak, on every event and not only at samples.</summary>
/// <param name="Money">Depth in account currency, positive.</param>
/// <param name="Share">Depth as a share of the peak, 0 to 1 (beyond 1 when equity went below zero).</param>
/// <param name="PeakTime">When the peak was reached, UTC nanoseconds.</param>
/// <param name="TroughTime">When the bottom was reached, UTC nanoseconds.</param>
public readonly record struct Drawdown(decimal Money, double Share, long PeakTime, long TroughTime);
