using System.Text.Json.Serialization;

namespace Workbench.Model;

/// <summary>Which data a run saw, so that anyone can tell whether two runs saw the same.</summary>
/// <param name="Instrument">Symbol.</param>
/// <param name="Kind"><c>ticks</c>, <c>trades</c>, <c>depth</c>, or a bar length such as <c>1m@bid</c>.</param>
/// <param name="From">First instant asked for, UTC nanoseconds.</param>
/// <param name="To">First instant no longer asked for, UTC nanoseconds.</param>
/// <param name="Count">Events within the range.</param>
/// <param name="Sha256">Hex SHA-256 over the hashes of the files that hold them.</param>
/// <param name="Source">Where they came from, such as <c>dukascopy</c>; <c>SYNTHETIC</c> for generated ones.</param>
/// <param name="Gaps">Stretches without data while the market was open.</param>
public sealed record DataIdentity(
    string Instrument, string Kind, long From, long To, long Count, string Sha256, string Source, int Gaps)
{
    /// <summary>Whether the data were generated and never seen in a market.</summary>
    public bool IsSynthetic => Source == "SYNTHETIC";

    // Plans of searches are known by their text: what a check says later must not make them others.
    /// <summary>The worst that the last check said of a day within the range. Default: never checked.</summary>
    [JsonIgnore]
    public DataQuality Quality { get; init; }

    /// <summary>Which days and why, in one sentence; empty where all is well or nothing was checked.</summary>
    [JsonIgnore]
    public string QualityNote { get; init; } = "";
}
