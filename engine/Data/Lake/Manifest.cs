using System.Text.Json.Serialization;

namespace Workbench.Data.Lake;

/// <summary>What a folder of the lake holds: one instrument, one kind of data, and its files in time order. Files it does not list do not exist.</summary>
sealed record Manifest
{
    public const string FileName = "manifest.json";
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required StoredInstrument Instrument { get; init; }

    /// <summary><c>ticks</c>, <c>trades</c>, or a bar length such as <c>1m@bid</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the data were generated and never seen in a market.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>How many states of the tape came before this one. It counts up when a write changes or removes values that were stored; left out where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Former { get; init; }

    /// <summary>Which state of the tape this is, from 1.</summary>
    [JsonIgnore]
    public int Revision => Former + 1;

    public required IReadOnlyList<StoredFile> Files { get; init; }

    /// <summary>Which stretch came from which source, in time order; null where the files' own <see cref="StoredFile.Source"/> says it all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SourceStretch>? Stretches { get; init; }

    /// <summary>Hex SHA-256 of this text with zeros in this place: a flipped digit in a manifest must not change a price.</summary>
    public required string Check { get; init; }
}
