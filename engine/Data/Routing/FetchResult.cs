using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>What came of a fetch.</summary>
/// <param name="Want">What was wanted, with the price of its bars settled.</param>
/// <param name="Legs">Who gave what, in the order they were asked.</param>
/// <param name="Missing">What nobody gave.</param>
/// <param name="Why">Why not, a sentence each.</param>
/// <param name="There">What the lake had before.</param>
public sealed record FetchResult(DataWant Want, IReadOnlyList<FetchedLeg> Legs, TimeRanges Missing, IReadOnlyList<string> Why, TimeRanges There)
{
    /// <summary>All that came into the lake.</summary>
    public ImportCount Stored => Legs.Aggregate(ImportCount.Nothing, (sum, leg) => sum.With(leg.Stored));
}
