namespace Workbench.Core;

/// <summary>What became of a run's orders.</summary>
/// <param name="Submitted">Sent by the strategy.</param>
/// <param name="Filled">Filled whole.</param>
/// <param name="Cancelled">Cancelled.</param>
/// <param name="Rejected">Refused.</param>
/// <param name="Expired">Ran out of time.</param>
/// <param name="Open">Still working at the end.</param>
public readonly record struct OrderCounts(long Submitted, long Filled, long Cancelled, long Rejected, long Expired, long Open);
