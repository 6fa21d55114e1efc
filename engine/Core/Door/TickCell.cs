namespace Workbench.Core;

/// <summary>The ticks of a batch that lie in one even cell of time, and what they come to: all that a bar wants to know, side by side in memory.</summary>
/// <param name="Start">Place of its first tick; of the one behind the last cell the batch's end.</param>
/// <param name="End">Where the cell ends, UTC nanoseconds.</param>
/// <param name="LastTime">Time of its last tick.</param>
/// <param name="FirstTime">Time of its first tick.</param>
/// <param name="Bids">Its bids.</param>
/// <param name="Asks">Its asks.</param>
/// <param name="Sums">Bids plus asks.</param>
readonly record struct TickCell(int Start, long End, long FirstTime, long LastTime, Stretch Bids, Stretch Asks, Stretch Sums);
