using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Shares in New York: open 9:30 to 16:00 on working days, the trading day running from midnight to midnight there.</summary>
/// <remarks>Holidays follow the exchange's rules of today; days it closed for mourning or storm are not known.</remarks>
public sealed class UsEquityCalendar : ISessionCalendar
{
    static readonly LocalTime Opening = new(9, 30);
    static readonly LocalTime Closing = new(16, 0);
    static readonly LocalTime EarlyClosing = new(13, 0);

    Day last;

    UsEquityCalendar() => last = DayOf(0);

    /// <summary>The one instance.</summary>
    public static UsEquityCalendar Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "us-equities";

    /// <inheritdoc/>
    public TimeRange TradingDay(long time) => Find(time).Range;

    /// <inheritdoc/>
    public bool IsOpen(long time) => Find(time).Session.Contains(time);

    /// <inheritdoc/>
    public TimeRange Session(long time)
    {
        var day = Find(time);
        while (day.Session.To <= time || day.Session.Length == 0)
        {
            day = DayOf(day.Range.To);
        }

        return day.Session;
    }

    /// <summary>Opening and closing of the session on that day in New York; an empty range where there is none.</summary>
    internal static TimeRange SessionOf(LocalDate date) => UsHolidays.IsClosed(date)
        ? default
        : new TimeRange(NewYork.At(date.At(Opening)), NewYork.At(date.At(UsHolidays.ClosesEarly(date) ? EarlyClosing : Closing)));

    Day Find(long time) => last is { } day && day.Range.Contains(time) ? day : last = DayOf(time);

    static Day DayOf(long time)
    {
        var date = NewYork.Local(time).Date;
        var range = new TimeRange(NewYork.At(date.AtMidnight()), NewYork.At(date.PlusDays(1).AtMidnight()));
        return new Day(range, SessionOf(date));
    }

    sealed record Day(TimeRange Range, TimeRange Session);
}
