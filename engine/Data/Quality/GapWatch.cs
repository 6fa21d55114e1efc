using System.Globalization;
using Workbench.Data.Lake;

namespace Workbench.Data.Quality;

/// <summary>Tells of stretches in which the market was open and nothing was heard, on each day that they touch.</summary>
sealed class GapWatch(DayBook book, ISessionCalendar calendar, BarSpec spec, string events)
{
    readonly GapFinder finder = new(calendar, spec);

    /// <summary>A shorter step is no gap.</summary>
    public long Shortest => finder.Shortest;

    /// <summary>Looks at a stretch between two events.</summary>
    public void Look(long from, long to)
    {
        if (to - from <= Shortest || !finder.IsGap(from, to))
        {
            return;
        }

        if (to - from > QualityRules.LongestToldGap)
        {
            Tell(book.Of(from), string.Create(CultureInfo.InvariantCulture, $"no {events} for {(to - from) / (double)UtcNanos.Day:0} days, until {UtcNanos.ToIso(to)}"));
            book.Of(from).Gaps.Add(from);
            return;
        }

        TellEachDay(from, to);
    }

    /// <summary>A gap is counted on the day that misses most, and told on each that misses more than is borne.</summary>
    void TellEachDay(long from, long to)
    {
        var (most, mostOpen) = (from, -1L);
        for (var at = from; at < to; at = UtcNanos.Floor(at, UtcNanos.Day) + UtcNanos.Day)
        {
            var open = finder.OpenTime(at, Math.Min(to, UtcNanos.Floor(at, UtcNanos.Day) + UtcNanos.Day));
            (most, mostOpen) = open > mostOpen ? (at, open) : (most, mostOpen);
        }

        book.Of(most).Gaps.Add(from);
        for (var at = from; at < to; at = UtcNanos.Floor(at, UtcNanos.Day) + UtcNanos.Day)
        {
            var end = Math.Min(to, UtcNanos.Floor(at, UtcNanos.Day) + UtcNanos.Day);
            var open = finder.OpenTime(at, end);
            if (open > Shortest || at == most)
            {
                Tell(book.Of(at), string.Create(CultureInfo.InvariantCulture, $"no {events} from {UtcNanos.ToIso(at)} to {UtcNanos.ToIso(end)}, with the market open for {open / (double)UtcNanos.Hour:0.0} h of it"));
            }
        }
    }

    static void Tell(DayTally day, string reason) => day.Told.Add(new Finding(day.Date, Defect.Gap, Verdict.Warn, reason));
}
