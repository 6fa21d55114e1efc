using System.Text.Json.Serialization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What the check had said of data when they were used, for documents that keep their data by identity: a plan is known by its text, and what
/// a check says later must not make it another.
/// </summary>
/// <param name="Quality">The worst of its days.</param>
/// <param name="Note">Which days and why.</param>
sealed record DataVerdict([property: JsonConverter(typeof(JsonStringEnumConverter<DataQuality>))] DataQuality Quality, string Note)
{
    /// <summary>Of each, in their order.</summary>
    public static IReadOnlyList<DataVerdict> Of(IEnumerable<DataIdentity> data) => [.. data.Select(each => new DataVerdict(each.Quality, each.QualityNote))];

    /// <summary>The data with their verdicts; as they are where nobody kept any.</summary>
    public static IReadOnlyList<DataIdentity> On(IReadOnlyList<DataIdentity> data, IReadOnlyList<DataVerdict> verdicts) => verdicts.Count != data.Count
        ? data : [.. data.Zip(verdicts, (each, verdict) => each with { Quality = verdict.Quality, QualityNote = verdict.Note })];
}
