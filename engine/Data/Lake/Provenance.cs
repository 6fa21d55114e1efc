namespace Workbench.Data.Lake;

/// <summary>
/// Which stretch of a tape came from which source. A manifest says so from the first fetch on, or as soon as two sources are in one tape;
/// until then the source of its files says it all.
/// </summary>
static class Provenance
{
    /// <summary>What is known of a tape.</summary>
    public static IReadOnlyList<SourceStretch> Of(Manifest? manifest) =>
        manifest?.Stretches ?? [.. (manifest?.Files ?? []).Select(file => new SourceStretch(file.First, file.Last + 1, file.Source, Whole: false))];

    /// <summary>What is known of it after a write; null where there is still nothing to say.</summary>
    /// <param name="old">The manifest before; null for a new tape.</param>
    /// <param name="written">From the first event that was written to the last.</param>
    /// <param name="covers">What the source was asked for and gave wholly; null for files that somebody brought.</param>
    /// <param name="source">Where they came from.</param>
    public static IReadOnlyList<SourceStretch>? After(Manifest? old, TimeRange written, TimeRange? covers, string source)
    {
        var before = Of(old);
        if (covers is null && old?.Stretches is null && before.All(stretch => stretch.Source == source))
        {
            return null;
        }

        List<SourceStretch> added = covers is { } whole ? [Stretch(whole, source, true), .. Outside(Stretch(written, source, false), whole)] : [Stretch(written, source, false)];
        var kept = added.Aggregate(before.AsEnumerable(), (left, one) => left.SelectMany(stretch => Outside(stretch, one.Range())));
        return Joined([.. kept.Concat(added).OrderBy(stretch => stretch.From)]);
    }

    static SourceStretch Stretch(TimeRange range, string source, bool whole) => new(range.From, range.To, source, whole);

    /// <summary>What of a stretch lies outside of a range.</summary>
    static IEnumerable<SourceStretch> Outside(SourceStretch stretch, TimeRange range)
    {
        if (!stretch.Range().Overlaps(range))
        {
            yield return stretch;
            yield break;
        }

        if (stretch.From < range.From)
        {
            yield return stretch with { To = range.From };
        }

        if (stretch.To > range.To)
        {
            yield return stretch with { From = range.To };
        }
    }

    static List<SourceStretch> Joined(IReadOnlyList<SourceStretch> ordered)
    {
        var joined = new List<SourceStretch>();
        foreach (var next in ordered)
        {
            if (joined is [.., var last] && last.To == next.From && last.Source == next.Source && last.Whole == next.Whole)
            {
                joined[^1] = last with { To = next.To };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }
}
