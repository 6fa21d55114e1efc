namespace Workbench.Data.Quality;

/// <summary>The days of a tape, made as they are met. They need not come in order: time that goes backwards is one of the defects.</summary>
sealed class DayBook
{
    readonly SortedDictionary<long, DayTally> days = [];
    DayTally? last;

    /// <summary>All that were met, in order of time.</summary>
    public IReadOnlyCollection<DayTally> Days => days.Values;

    /// <summary>The day of an instant.</summary>
    public DayTally Of(long time)
    {
        if (last is not null && time - last.From is >= 0 and < UtcNanos.Day)
        {
            return last;
        }

        var day = UtcNanos.Floor(time, UtcNanos.Day) / UtcNanos.Day;
        if (!days.TryGetValue(day, out last))
        {
            days[day] = last = new DayTally(day);
        }

        return last;
    }

    /// <summary>How many of the events from the first on lie on its day.</summary>
    public static int SameDay(ReadOnlySpan<long> times)
    {
        var from = UtcNanos.Floor(times[0], UtcNanos.Day);
        var end = 1;
        while (end < times.Length && times[end] - from is >= 0 and < UtcNanos.Day)
        {
            end++;
        }

        return end;
    }
}
