using System.Globalization;

namespace Workbench.Model;

/// <summary>What a store's verdicts say of a range of a tape.</summary>
public static class KnownQuality
{
    /// <summary>The worst of the range's days, and which and why. What has changed since it was checked counts as unchecked, unless what is known is bad enough.</summary>
    /// <param name="stretches">Stretches that the range touches.</param>
    /// <param name="range">The range.</param>
    public static (DataQuality Quality, string Note) Of(IEnumerable<StoredStretch> stretches, TimeRange range)
    {
        List<StoredVerdict> bad = [];
        var (days, isWhole) = (0, true);
        foreach (var stretch in stretches)
        {
            if (stretch.Current is not { } quality)
            {
                isWhole = false;
                continue;
            }

            days += quality.Ok.Count(day => StoredVerdict.RangeOf(day).Overlaps(range)) + quality.Days.Count(day => day.Range.Overlaps(range));
            bad.AddRange(quality.Days.Concat(quality.Compared?.Days ?? []).Where(day => day.Range.Overlaps(range)));
        }

        var worst = bad.Count == 0 ? DataQuality.Ok : bad.Max(day => day.Quality);
        return worst < DataQuality.Refused && !isWhole ? (DataQuality.Unchecked, "") : (worst, bad.Count == 0 ? "" : Note(bad, worst, days));
    }

    /// <summary>The identity with what is known of its range.</summary>
    /// <param name="data">What a run would see.</param>
    /// <param name="stretches">Stretches that the range touches, as they are stored.</param>
    /// <param name="range">The range.</param>
    public static DataIdentity Judged(this DataIdentity data, IEnumerable<StoredStretch> stretches, TimeRange range)
    {
        var (quality, note) = Of(stretches, range);
        return data with { Quality = quality, QualityNote = note };
    }

    static string Note(List<StoredVerdict> bad, DataQuality worst, int days)
    {
        var worstDays = bad.Where(day => day.Quality == worst).GroupBy(day => day.Date, StringComparer.Ordinal).OrderBy(day => day.Key, StringComparer.Ordinal).ToList();
        var reasons = string.Join("; ", worstDays[0].SelectMany(day => day.Reasons));
        var word = worst == DataQuality.Refused ? "refused" : "with a warning";
        return string.Create(CultureInfo.InvariantCulture, $"{worstDays.Count:N0} of {Math.Max(days, worstDays.Count):N0} days {word}, the first {worstDays[0].Key}: {reasons}");
    }
}
