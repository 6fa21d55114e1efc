namespace Workbench.Data.Routing;

/// <summary>What one source contributed to a fetch.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Days">The time that came from it.</param>
/// <param name="Asked">Pieces that were asked for and came.</param>
/// <param name="Kept">Pieces that an earlier fetch had left.</param>
/// <param name="Bytes">Bytes of both.</param>
/// <param name="Stored">What came into the lake of it.</param>
public sealed record FetchedLeg(string Source, TimeRanges Days, int Asked, int Kept, long Bytes, ImportCount Stored);
