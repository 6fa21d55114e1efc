using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>What came of asking one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Fetched">Pieces that are there now.</param>
/// <param name="Lacking">Time that it does not have.</param>
/// <param name="Failure">Why it broke off; null where it did not.</param>
/// <param name="Open">Time of which a piece is not there.</param>
sealed record LegEnd(Source Source, IReadOnlyList<Piece> Fetched, TimeRanges Lacking, ProviderException? Failure, TimeRanges Open)
{
    /// <summary>Whole days, or the wanted part of them: a day of which anything is missing is nobody's yet.</summary>
    public TimeRanges Done => TimeRanges.Of(Fetched.Select(piece => piece.Range)).Without(Open.WholeDays());

    /// <summary>The same, where what came of some days turned out to be nothing: the source does not have them.</summary>
    public LegEnd WithNothingOf(TimeRanges days) => this with { Fetched = [.. Fetched.Where(piece => !days.Touches(piece.Range))], Lacking = Lacking.With(days) };

    /// <summary>The same, where what came cannot be imported: the source gave nothing.</summary>
    public LegEnd Unusable(ProviderException why) => this with { Fetched = [], Failure = why };

    /// <summary>Pieces that were asked for and came.</summary>
    public required int Asked { get; init; }

    /// <summary>Pieces that an earlier fetch had left.</summary>
    public required int Kept { get; init; }

    /// <summary>Bytes of all pieces.</summary>
    public required long Bytes { get; init; }
}
