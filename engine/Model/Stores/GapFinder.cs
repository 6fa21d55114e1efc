namespace Workbench.Model;

/// <summary>
/// Finds the gaps of a tape: stretches in which nothing was heard and the market was open for more than an hour of them; for bars
/// longer than that, for the length of one.
/// </summary>
/// <param name="calendar">When the market is open.</param>
/// <param name="spec">Length of the bars; default for all else.</param>
public sealed class GapFinder(ISessionCalendar calendar, BarSpec spec)
{
    /// <summary>How finely open hours are told from closed ones.</summary>
    const long Step = 15 * UtcNanos.Minute;

    readonly long threshold = spec.NominalNanos > UtcNanos.Hour ? spec.NominalNanos - 1 : UtcNanos.Hour;

    /// <summary>Whether nothing heard between the two instants is a gap.</summary>
    public bool IsGap(long from, long to) => to - from > threshold && OpenTime(from, to) > threshold;

    // Weekends apart, a stretch is a gap or not within its first hours: stop as soon as that is known.
    long OpenTime(long from, long to)
    {
        var open = 0L;
        for (var at = from; at < to && open <= threshold; at += Step)
        {
            open += calendar.IsOpen(at) ? Math.Min(Step, to - at) : 0;
        }

        return open;
    }
}
