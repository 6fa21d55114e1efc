namespace Workbench.Core;

/// <summary>What works and what is held at a venue, as it says when asked.</summary>
/// <param name="Orders">All working orders in the session's instruments, whoever placed them.</param>
/// <param name="Account">Money and positions.</param>
public sealed record VenueState(IReadOnlyList<VenueOrder> Orders, VenueAccount Account);
