namespace Workbench.Core;

/// <summary>A stretch of a batch: from a tick to the one before another, and which cells those lie in.</summary>
/// <param name="From">Place of its first tick.</param>
/// <param name="To">Place behind its last.</param>
/// <param name="First">Cell of its first tick; negative where cells are not known.</param>
/// <param name="Last">Cell of the tick behind its last.</param>
readonly record struct TickRun(int From, int To, int First = -1, int Last = -1);
