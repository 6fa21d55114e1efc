using System.Text.Json.Serialization;

namespace Workbench.Data.Lake;

/// <summary>What the last check said of one file of a tape. It counts only as long as the file holds the numbers that were checked.</summary>
sealed record StoredQuality
{
    /// <summary>Version of the rules: verdicts of older ones do not count, since newer rules may say otherwise.</summary>
    public const int CurrentRules = 1;

    public required int Rules { get; init; }

    /// <summary>The file's <see cref="StoredFile.Content"/> when it was checked.</summary>
    public required string Content { get; init; }

    /// <summary>Days with nothing to say, <c>2014-05-01</c>.</summary>
    public required IReadOnlyList<string> Ok { get; init; }

    /// <summary>Days with something to say.</summary>
    public required IReadOnlyList<StoredVerdict> Days { get; init; }

    /// <summary>What it was compared with last, and what that said; null where it never was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredComparison? Compared { get; init; }
}
