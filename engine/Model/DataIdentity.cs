using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Workbench.Model;

/// <summary>Which data a run saw, so that anyone can tell whether two runs saw the same.</summary>
/// <param name="Instrument">Symbol.</param>
/// <param name="Kind"><c>ticks</c>, <c>trades</c>, <c>depth</c>, <c>news</c>, <c>calendar</c>, <c>sentiment</c>, or a bar length such as <c>1m@bid</c>.</param>
/// <param name="From">First instant asked for, UTC nanoseconds.</param>
/// <param name="To">First instant no longer asked for, UTC nanoseconds.</param>
/// <param name="Count">Events within the range.</param>
/// <param name="Sha256">Hex SHA-256 over the hashes of the stretches that hold them, whatever store they lie in.</param>
/// <param name="Source">Where they came from, such as <c>dukascopy</c>; <c>SYNTHETIC</c> for generated ones.</param>
/// <param name="Gaps">Stretches without data while the market was open.</param>
public sealed record DataIdentity(
    string Instrument, string Kind, long From, long To, long Count, string Sha256, string Source, int Gaps)
{
    /// <summary>Whether the data were generated and never seen in a market.</summary>
    public bool IsSynthetic => TapeSource.IsSynthetic(Source);

    // Plans of searches are known by their text: what a check says later must not make them others.
    /// <summary>The worst that the last check said of a day within the range. Default: never checked.</summary>
    [JsonIgnore]
    public DataQuality Quality { get; init; }

    /// <summary>Which days and why, in one sentence; empty where all is well or nothing was checked.</summary>
    [JsonIgnore]
    public string QualityNote { get; init; } = "";

    /// <summary>What a store has of a tape within a range.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="kind">Its kind, as identities spell it.</param>
    /// <param name="spec">Length of its bars; default for all else.</param>
    /// <param name="range">The range; an open end becomes that of the data.</param>
    /// <param name="stretches">What lies within the range, in time order; at least one stretch.</param>
    public static DataIdentity Of(Instrument instrument, string kind, BarSpec spec, TimeRange range, IReadOnlyList<StoredStretch> stretches)
    {
        var from = range.From == long.MinValue ? stretches[0].First : range.From;
        var to = range.To == long.MaxValue ? Math.Max(stretches[^1].Until, stretches[^1].Last + 1) : range.To;
        var hashes = Encoding.ASCII.GetBytes(string.Concat(stretches.Select(stretch => stretch.Content)));
        return new DataIdentity(
            instrument.Symbol, kind, from, to, stretches.Sum(stretch => stretch.Count), Convert.ToHexStringLower(SHA256.HashData(hashes)),
            TapeSource.Join(stretches.Select(stretch => stretch.Source)), GapsWithin(new GapFinder(instrument.Calendar, spec, kind), new TimeRange(from, to), stretches));
    }

    /// <summary>The same data for the range that was asked for. A calendar speaks of what is to come: its entries reach further.</summary>
    public DataIdentity Asked(TimeRange range) => this with
    {
        From = range.From == long.MinValue ? From : range.From, To = range.To == long.MaxValue ? To : range.To,
    };

    static int GapsWithin(GapFinder finder, TimeRange range, IReadOnlyList<StoredStretch> stretches)
    {
        var within = stretches.Sum(stretch => stretch.Gaps.Count(gap => gap.Overlaps(range)));
        var between = stretches.Zip(stretches.Skip(1)).Count(pair => finder.IsGap(pair.First.Until, pair.Second.First));
        return within + between;
    }
}
