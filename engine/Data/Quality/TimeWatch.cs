using Workbench.Data.Lake;

namespace Workbench.Data.Quality;

/// <summary>Looks at the steps of time: backwards, none at all with the same figures, and too long ones.</summary>
/// <param name="book">Where what is found goes.</param>
/// <param name="gaps">Looks at steps that are long.</param>
/// <param name="columns">How many figures an event has, all of which must be the same in one that repeats it.</param>
sealed class TimeWatch(DayBook book, GapWatch gaps, int columns)
{
    /// <summary>How far back among events of one instant an equal one is looked for.</summary>
    const int Depth = 16;

    readonly long[] last = new long[columns];
    long lastTime = long.MinValue;

    /// <summary>Looks at events by their times and figures.</summary>
    /// <param name="times">Their times.</param>
    /// <param name="from">Where they begin in the columns.</param>
    /// <param name="events">The columns of their figures.</param>
    public void See(ReadOnlySpan<long> times, int from, params ReadOnlySpan<long[]> events)
    {
        if (lastTime != long.MinValue)
        {
            Step(times, from, events, 0);
        }

        var (min, max) = Lanes.Steps(times);
        if (times.Length > 1 && (min <= 0 || max > gaps.Shortest))
        {
            for (var at = 1; at < times.Length; at++)
            {
                if (times[at] - times[at - 1] is var step && (step <= 0 || step > gaps.Shortest))
                {
                    Step(times, from, events, at);
                }
            }
        }

        lastTime = times[^1];
        for (var i = 0; i < last.Length; i++)
        {
            last[i] = events[i][from + times.Length - 1];
        }
    }

    void Step(ReadOnlySpan<long> times, int from, ReadOnlySpan<long[]> events, int at)
    {
        var time = times[at];
        var before = at == 0 ? lastTime : times[at - 1];
        if (time < before)
        {
            book.Of(time).Backwards.Add(time);
        }
        else if (time > before)
        {
            gaps.Look(before, time);
        }
        else if (at == 0 ? RepeatsLast(events, from) : Repeats(times, from, events, at))
        {
            book.Of(time).Duplicates.Add(time);
        }
    }

    bool RepeatsLast(ReadOnlySpan<long[]> events, int first)
    {
        for (var i = 0; i < last.Length; i++)
        {
            if (events[i][first] != last[i])
            {
                return false;
            }
        }

        return true;
    }

    static bool Repeats(ReadOnlySpan<long> times, int from, ReadOnlySpan<long[]> events, int at)
    {
        for (var other = at - 1; other >= 0 && at - other <= Depth && times[other] == times[at]; other--)
        {
            if (IsSame(events, from + other, from + at))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsSame(ReadOnlySpan<long[]> events, int one, int other)
    {
        foreach (var column in events)
        {
            if (column[one] != column[other])
            {
                return false;
            }
        }

        return true;
    }
}
