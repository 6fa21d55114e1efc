using System.Globalization;

namespace Workbench.Data.Lake;

/// <summary>What the manifest's verdicts say of a stretch of a tape.</summary>
static class KnownQuality
{
    /// <summary>The worst of the range's days, and which and why. What has changed since it was checked counts as unchecked, unless what is known is bad enough.</summary>
    public static (DataQuality Quality, string Note) Of(IReadOnlyList<StoredFile> files, TimeRange range)
    {
        List<StoredVerdict> bad = [];
        var (days, isWhole) = (0, true);
        foreach (var file in files)
        {
            if (!IsCurrent(file))
            {
                isWhole = false;
                continue;
            }

            days += file.Quality!.Ok.Count(day => StoredVerdict.RangeOf(day).Overlaps(range)) + file.Quality.Days.Count(day => day.Range.Overlaps(range));
            bad.AddRange(file.Quality.Days.Concat(file.Quality.Compared?.Days ?? []).Where(day => day.Range.Overlaps(range)));
        }

        var worst = bad.Count == 0 ? DataQuality.Ok : bad.Max(day => day.Quality);
        return worst < DataQuality.Refused && !isWhole ? (DataQuality.Unchecked, "") : (worst, bad.Count == 0 ? "" : Note(bad, worst, days));
    }

    /// <summary>Whether the file's verdicts are of the numbers that it holds, by the rules that hold.</summary>
    public static bool IsCurrent(StoredFile file) => file.Quality is { } quality && quality.Rules == StoredQuality.CurrentRules && quality.Content == file.Content;

    static string Note(List<StoredVerdict> bad, DataQuality worst, int days)
    {
        var worstDays = bad.Where(day => day.Quality == worst).GroupBy(day => day.Date, StringComparer.Ordinal).OrderBy(day => day.Key, StringComparer.Ordinal).ToList();
        var reasons = string.Join("; ", worstDays[0].SelectMany(day => day.Reasons));
        var word = worst == DataQuality.Refused ? "refused" : "with a warning";
        return string.Create(CultureInfo.InvariantCulture, $"{worstDays.Count:N0} of {Math.Max(days, worstDays.Count):N0} days {word}, the first {worstDays[0].Key}: {reasons}");
    }
}
