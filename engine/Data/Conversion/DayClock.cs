using Workbench.Data.Repair;

namespace Workbench.Data.Conversion;

/// <summary>Names the exchange's day of events that come in time order. The calendar is asked once a day.</summary>
sealed class DayClock(ISessionCalendar calendar)
{
    TimeRange today;
    long midnight;

    /// <summary>A date as midnight UTC, as factor files and tables of actions are looked up.</summary>
    public static long Midnight(DateOnly date) => UtcNanos.From(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    /// <summary>Midnight of the day that an instant belongs to.</summary>
    public long Of(long time)
    {
        if (!today.Contains(time))
        {
            today = calendar.TradingDay(time);
            midnight = Midnight(ToldActions.DateOf(calendar, time));
        }

        return midnight;
    }
}
