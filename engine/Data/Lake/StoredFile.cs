using System.Text.Json.Serialization;

namespace Workbench.Data.Lake;

/// <summary>One Parquet file of a tape, as its manifest lists it.</summary>
sealed record StoredFile
{
    /// <summary>File name: the month or year, and the beginning of its content's hash.</summary>
    public required string Name { get; init; }

    public required long Count { get; init; }

    /// <summary>Time of the first event, UTC nanoseconds; of bars, the opening.</summary>
    public required long First { get; init; }

    /// <summary>Time of the last event, UTC nanoseconds; of bars, the opening.</summary>
    public required long Last { get; init; }

    /// <summary>Instant up to which the last event speaks: its time, or the bar's close.</summary>
    public required long Until { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Hex SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Hex SHA-256 of the numbers in it, whatever their encoding.</summary>
    public required string Content { get; init; }

    /// <summary>Checksum of the file's footer, which holds the checksums of all the rest.</summary>
    public required uint Footer { get; init; }

    /// <summary>Where the events came from; several, joined by a plus, where a month was filled twice.</summary>
    public required string Source { get; init; }

    /// <summary>Stretches within the file without data while the market was open, as pairs of UTC nanoseconds.</summary>
    public required IReadOnlyList<long[]> Gaps { get; init; }

    /// <summary>What the last check said; left out where none was made, as in manifests from before there were checks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredQuality? Quality { get; init; }

    /// <summary>What it tells of its part of the tape.</summary>
    [JsonIgnore]
    public StoredStretch Stretch => new()
    {
        Count = Count, First = First, Last = Last, Until = Until, Content = Content, Source = Source, Quality = Quality,
        Gaps = [.. Gaps.Select(gap => new TimeRange(gap[0], gap[1]))],
    };
}
