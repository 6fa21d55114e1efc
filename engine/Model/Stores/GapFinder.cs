namespace Workbench.Model;

/// <summary>
/// Finds the gaps of a tape: stretches in which nothing was heard and the market was open for more than an hour of them; for bars
/// longer than that, for the length of one. No news is no gap.
/// </summary>
/// <param name="calendar">When the market is open.</param>
/// <param name="spec">Length of the bars; default for all else.</param>
/// <param name="kind">Kind of the tape, as stores name it.</param>
public sealed class GapFinder(ISessionCalendar calendar, BarSpec spec, string kind = "")
{
    /// <summary>How finely open hours are told from closed ones.</summary>
    const long Step = 15 * UtcNanos.Minute;

    readonly long threshold = DataKinds.IsNotice(kind) ? long.MaxValue : spec.NominalNanos > UtcNanos.Hour ? spec.NominalNanos - 1 : UtcNanos.Hour;

    /// <summary>A stretch no longer than that is no gap.</summary>
    public long Shortest => threshold;

    /// <summary>Whether nothing heard between the two instants is a gap.</summary>
    public bool IsGap(long from, long to) => to - from > threshold && OpenTime(from, to, threshold) > threshold;

    /// <summary>How long the market was open between the two instants.</summary>
    /// <param name="from">First instant.</param>
    /// <param name="to">First instant no longer counted.</param>
    /// <param name="enough">More need not be known: weekends apart, a stretch is a gap or not within its first hours.</param>
    public long OpenTime(long from, long to, long enough = long.MaxValue)
    {
        var open = 0L;
        for (var at = from; at < to && open <= enough; at += Step)
        {
            open += calendar.IsOpen(at) ? Math.Min(Step, to - at) : 0;
        }

        return open;
    }
}
