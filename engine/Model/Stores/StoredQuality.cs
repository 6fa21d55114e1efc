using System.Text.Json.Serialization;

namespace Workbench.Model;

/// <summary>What the last check said of one stretch of a tape, a month or a year. It counts only as long as the store holds the numbers that were checked.</summary>
public sealed record StoredQuality
{
    /// <summary>Version of the rules: verdicts of older ones do not count, since newer rules may say otherwise.</summary>
    public const int CurrentRules = 2;

    /// <summary>The rules that it was checked by.</summary>
    public required int Rules { get; init; }

    /// <summary>The stretch's <see cref="StoredStretch.Content"/> when it was checked.</summary>
    public required string Content { get; init; }

    /// <summary>Days with nothing to say, <c>2014-05-01</c>.</summary>
    public required IReadOnlyList<string> Ok { get; init; }

    /// <summary>Days with something to say.</summary>
    public required IReadOnlyList<StoredVerdict> Days { get; init; }

    /// <summary>What it was compared with last, and what that said; null where it never was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredComparison? Compared { get; init; }

    /// <summary>The worst day, comparisons included.</summary>
    [JsonIgnore]
    public DataQuality Worst
    {
        get
        {
            var worst = DataQuality.Ok;
            foreach (var day in Days.Concat(Compared?.Days ?? []))
            {
                worst = day.Quality > worst ? day.Quality : worst;
            }

            return worst;
        }
    }

    /// <summary>Whether it is of these numbers, by the rules that hold.</summary>
    /// <param name="content">The stretch's <see cref="StoredStretch.Content"/> now.</param>
    public bool IsOf(string content) => Rules == CurrentRules && Content == content;
}
