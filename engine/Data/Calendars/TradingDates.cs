namespace Workbench.Data.Calendars;

/// <summary>From when to when a daily bar runs, where its source only names a day.</summary>
static class TradingDates
{
    /// <summary>The session of the day that holds the instant: opening to closing bell of a New York share, else the whole trading day.</summary>
    public static TimeRange Session(ISessionCalendar calendar, long noon) =>
        calendar is UsEquityCalendar && UsEquityCalendar.SessionOf(NewYork.Local(noon).Date) is { Length: > 0 } session
            ? session
            : calendar.TradingDay(noon);
}
