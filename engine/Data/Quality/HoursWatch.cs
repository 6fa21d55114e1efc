namespace Workbench.Data.Quality;

/// <summary>Tells events of open hours from those of closed ones, before and after hours counting as open. The calendar is asked once for each session and each break.</summary>
sealed class HoursWatch(ISessionCalendar calendar)
{
    TimeRange stretch;
    bool isOpen;

    /// <summary>Counts events of closed hours, all of one day.</summary>
    public void See(ReadOnlySpan<long> times, DayTally day)
    {
        if (isOpen && stretch.Contains(times[0]) && stretch.Contains(times[^1]))
        {
            return;
        }

        foreach (var time in times)
        {
            if (!IsOpen(time))
            {
                day.ClosedHours.Add(time);
            }
        }
    }

    /// <summary>Whether the market trades at the instant.</summary>
    public bool IsOpen(long time)
    {
        if (!stretch.Contains(time))
        {
            var session = calendar.NextSession(time).Range;
            isOpen = session.Contains(time);
            stretch = isOpen ? session : new TimeRange(time, session.From);
        }

        return isOpen;
    }
}
