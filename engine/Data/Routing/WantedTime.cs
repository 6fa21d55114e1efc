using Workbench.Data.Lake;
using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>
/// What of a want is still open, and which of it a source may be asked for. A day begun by one source is finished by it, or taken whole
/// from another: no day is two sources'.
/// </summary>
sealed class WantedTime
{
    readonly IReadOnlyList<SourceStretch> stored;
    readonly Dictionary<string, TimeRanges> lacking = new(StringComparer.Ordinal);
    readonly long now;

    /// <param name="request">What is wanted.</param>
    /// <param name="stored">What the lake has.</param>
    /// <param name="gaps">Stretches of it without data while the market was open.</param>
    /// <param name="known">Names of sources: what was imported as theirs is theirs.</param>
    /// <param name="now">The present, UTC nanoseconds.</param>
    public WantedTime(FetchRequest request, IReadOnlyList<SourceStretch> stored, TimeRanges gaps, IReadOnlyCollection<string> known, long now)
    {
        (this.stored, this.now) = (stored, now);
        var wanted = TimeRanges.Of(request.Want.Range with { To = Math.Min(request.Want.Range.To, now) });
        There = request.Refresh ? TimeRanges.None : wanted.Within(Kept(request.Source, gaps, known));
        Open = wanted.Without(There);
    }

    /// <summary>What the lake had before.</summary>
    public TimeRanges There { get; }

    /// <summary>What nobody has given yet.</summary>
    public TimeRanges Open { get; private set; }

    /// <summary>What a source may be asked for now.</summary>
    /// <param name="source">Its name.</param>
    /// <param name="canFinish">Whether another source could finish a day that it began.</param>
    public TimeRanges PartOf(string source, Func<string, bool> canFinish)
    {
        var part = Open.Without(Lacking(source));
        var others = Days(stored.Where(stretch => stretch.Source != source && canFinish(stretch.Source) && !Lacking(stretch.Source).Touches(stretch.Range())));
        part = part.Without(others);
        var replaced = Days(stored.Where(stretch => stretch.Source != source)).Within(part.WholeDays());
        return part.With(replaced.Within(TimeRanges.Of(new TimeRange(long.MinValue, now))));
    }

    /// <summary>Days that a source may write of those it gave: what it was asked for, and besides that what nobody else has.</summary>
    public TimeRanges Writable(string source, TimeRanges part, TimeRanges done) =>
        done.Without(Days(stored.Where(stretch => stretch.Source != source)).Without(part.WholeDays())).Without(TakenBy(source));

    /// <summary>Whether a source may have that instant.</summary>
    public bool MayHave(string source, long time) => !Lacking(source).Touches(new TimeRange(time, time + 1));

    /// <summary>Notes what a source gave.</summary>
    public void Gave(string source, TimeRanges days)
    {
        Open = Open.Without(days);
        given[source] = given.GetValueOrDefault(source, TimeRanges.None).With(days);
    }

    /// <summary>Notes what a source does not have.</summary>
    public void Lacks(string source, TimeRanges range) => lacking[source] = Lacking(source).With(range);

    readonly Dictionary<string, TimeRanges> given = new(StringComparer.Ordinal);

    TimeRanges TakenBy(string other) => TimeRanges.Of(given.Where(pair => pair.Key != other).SelectMany(pair => pair.Value)).WholeDays();

    TimeRanges Lacking(string source) => lacking.GetValueOrDefault(source, TimeRanges.None);

    static TimeRanges Days(IEnumerable<SourceStretch> stretches) => TimeRanges.Of(stretches.Select(stretch => stretch.Range())).WholeDays();

    /// <summary>
    /// What need not be fetched: stretches that a source gave wholly, and of what was imported as a source's the days that lie within, as far
    /// as the lake knows of no gap there. The first and the last day of an import may be cut.
    /// </summary>
    TimeRanges Kept(string? only, TimeRanges gaps, IReadOnlyCollection<string> known)
    {
        var mine = stored.Where(stretch => only is null ? known.Contains(stretch.Source) : stretch.Source == only).ToList();
        var whole = TimeRanges.Of(mine.Where(stretch => stretch.Whole).Select(stretch => stretch.Range()));
        var inner = TimeRanges.Of(mine.Where(stretch => !stretch.Whole).Select(stretch => new TimeRange(
            UtcNanos.Floor(stretch.From, UtcNanos.Day) + UtcNanos.Day, UtcNanos.Floor(stretch.To - 1, UtcNanos.Day))));
        return whole.With(inner.Without(gaps.WholeDays()));
    }
}
