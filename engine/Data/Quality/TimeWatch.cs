using Workbench.Data.Lake;

namespace Workbench.Data.Quality;

/// <summary>Looks at the steps of time: backwards, none at all with the same prices, and too long ones.</summary>
sealed class TimeWatch(DayBook book, GapWatch gaps)
{
    /// <summary>How far back among events of one instant an equal one is looked for.</summary>
    const int Depth = 16;

    long lastTime = long.MinValue;
    long lastFirst;
    long lastSecond;

    /// <summary>Looks at events by their times and the two columns that must differ.</summary>
    public void See(ReadOnlySpan<long> times, ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        if (lastTime != long.MinValue)
        {
            Step(times, first, second, 0);
        }

        var (min, max) = Lanes.Steps(times);
        if (times.Length > 1 && (min <= 0 || max > gaps.Shortest))
        {
            for (var at = 1; at < times.Length; at++)
            {
                if (times[at] - times[at - 1] is var step && (step <= 0 || step > gaps.Shortest))
                {
                    Step(times, first, second, at);
                }
            }
        }

        (lastTime, lastFirst, lastSecond) = (times[^1], first[^1], second[^1]);
    }

    void Step(ReadOnlySpan<long> times, ReadOnlySpan<long> first, ReadOnlySpan<long> second, int at)
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
        else if (at == 0 ? first[0] == lastFirst && second[0] == lastSecond : Repeats(times, first, second, at))
        {
            book.Of(time).Duplicates.Add(time);
        }
    }

    static bool Repeats(ReadOnlySpan<long> times, ReadOnlySpan<long> first, ReadOnlySpan<long> second, int at)
    {
        for (var other = at - 1; other >= 0 && at - other <= Depth && times[other] == times[at]; other--)
        {
            if (first[other] == first[at] && second[other] == second[at])
            {
                return true;
            }
        }

        return false;
    }
}
