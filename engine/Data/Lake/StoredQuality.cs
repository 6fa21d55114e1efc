using System.Text.Json.Serialization;
using Workbench.Data.Quality;

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

    /// <summary>What a report says of a file with that content.</summary>
    public static StoredQuality Of(QualityReport report, string content) => new()
    {
        Rules = CurrentRules,
        Content = content,
        Ok = [.. report.Days.Where(day => day.Findings.Count == 0).Select(day => StoredVerdict.Text(day.Date))],
        Days = [.. report.Days.Where(day => day.Findings.Count > 0).Select(day => StoredVerdict.Of(day.Verdict))],
    };
}
