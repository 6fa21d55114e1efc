using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>From when to when a daily bar runs, where its source only names a day or its opening.</summary>
static class TradingDates
{
    /// <summary>The daily bar of a date: from opening to closing bell of an exchange that has them, else the whole trading day.</summary>
    /// <param name="calendar">Whose sessions.</param>
    /// <param name="midnight">The date, as midnight UTC.</param>
    public static TimeRange OfDate(ISessionCalendar calendar, long midnight) => calendar is TableCalendar table
        ? table.DailyBar(Instant.FromUnixTimeTicks(midnight / 100).InUtc().Date)
        : calendar.TradingDay(midnight);

    /// <summary>The daily bar that holds an instant.</summary>
    public static TimeRange Holding(ISessionCalendar calendar, long time) =>
        calendar is TableCalendar table ? table.DailyBar(time) : calendar.TradingDay(time);

    /// <summary>Whether daily bars run from bell to bell.</summary>
    public static bool HasBells(ISessionCalendar calendar) => calendar is TableCalendar { HasBells: true };
}
