using Workbench.Model;

namespace Workbench.App;

/// <summary>Where trials came from, for whoever looks into the ledger. Nothing is counted by it.</summary>
/// <param name="Of">Name of the run or the search.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Tapes">SHA-256 of the data, in their order.</param>
sealed record TrialOrigin(string Of, long Seed, IReadOnlyList<string> Tapes)
{
    /// <summary>Of a run or search over those data.</summary>
    public static TrialOrigin From(string of, long seed, IEnumerable<DataIdentity> data) => new(of, seed, [.. data.Select(each => each.Sha256)]);
}
