using System.Runtime.CompilerServices;

namespace Workbench.Data.Quality;

/// <summary>Finds runs of one price that last unusually long while the market is open and events go on coming: a feed that has frozen.</summary>
/// <param name="book">Where runs are counted.</param>
/// <param name="calendar">When the market is open.</param>
/// <param name="after">What is shorter is never stale, nanoseconds.</param>
/// <param name="leastEvents">Events a stale run has at least.</param>
/// <param name="times">A stale run lasts longer than so many average ones; 0 where the runs that are shown are still ones already.</param>
sealed class StaleWatch(DayBook book, ISessionCalendar calendar, long after, int leastEvents, int times)
{
    long first = long.MinValue;
    long second;
    long from;
    long to;
    long events;
    long runs;
    long lasted;

    /// <summary>Looks at events of one day. A run over midnight is one on each of the days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void See(ReadOnlySpan<long> times, ReadOnlySpan<long> ones, ReadOnlySpan<long> others)
    {
        if (events > 0 && UtcNanos.Floor(from, UtcNanos.Day) != UtcNanos.Floor(times[0], UtcNanos.Day))
        {
            End();
        }

        for (var at = 0; at < times.Length; at++)
        {
            if (ones[at] != first || others[at] != second)
            {
                End();
                (first, second, from) = (ones[at], others[at], times[at]);
            }
            else if (events == 0)
            {
                from = times[at];
            }

            to = times[at];
            events++;
        }
    }

    /// <summary>Looks at a bar that was flat from one instant to another.</summary>
    public void Lasts(long opened, long closed, long price)
    {
        if (events > 0 && (price != first || UtcNanos.Floor(from, UtcNanos.Day) != UtcNanos.Floor(opened, UtcNanos.Day)))
        {
            End();
        }

        from = events == 0 ? opened : from;
        (first, to) = (price, closed);
        events++;
    }

    /// <summary>Ends the run at hand.</summary>
    public void End()
    {
        if (to - from > after && events >= leastEvents && IsUnusual(to - from) && OpenTime() is var open && open > after)
        {
            var day = book.Of(from);
            day.Stale.Add(from);
            day.StaleNanos += open;
        }

        lasted += events > 0 ? to - from : 0;
        runs += events > 0 ? 1 : 0;
        events = 0;
    }

    bool IsUnusual(long length) => runs == 0 || times == 0 || length / times > lasted / runs;

    long OpenTime()
    {
        const long Step = UtcNanos.Minute;
        var open = 0L;
        for (var at = from; at < to; at += Step)
        {
            open += calendar.IsOpen(at) ? Math.Min(Step, to - at) : 0;
        }

        return open;
    }
}
