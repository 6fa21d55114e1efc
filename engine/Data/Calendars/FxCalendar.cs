using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>
/// Markets that follow the foreign exchange week: Sunday to Friday 17:00 New York, the day turning at 17:00 New York
/// whatever daylight saving does. Gold and index CFDs pause for an hour behind each turn.
/// </summary>
/// <remarks>Closed on the trading days of Christmas and New Year. Hours of single brokers differ by some minutes.</remarks>
public sealed class FxCalendar : ISessionCalendar
{
    const int TurnHour = 17;

    readonly int pauseMinutes;
    Day last;

    FxCalendar(string name, int pauseMinutes)
    {
        Name = name;
        this.pauseMinutes = pauseMinutes;
        last = DayOf(0);
    }

    /// <summary>Spot foreign exchange: without a pause.</summary>
    public static FxCalendar NewYork17 { get; } = new("fx-newyork-17", 0);

    /// <summary>Gold and silver: an hour of pause from 17:00.</summary>
    public static FxCalendar Metals { get; } = new("metals", 60);

    /// <summary>CFDs on share indices: an hour of pause from 17:00.</summary>
    public static FxCalendar CfdIndex { get; } = new("cfd-index", 60);

    /// <inheritdoc/>
    public string Name { get; }

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

    // One day is remembered: callers walk forward through time. Swapping a reference is safe between threads.
    Day Find(long time) => last is { } day && day.Range.Contains(time) ? day : last = DayOf(time);

    Day DayOf(long time)
    {
        var local = NewYork.Local(time);
        var date = local.Hour >= TurnHour ? local.Date.PlusDays(1) : local.Date;
        var range = new TimeRange(Turn(date.PlusDays(-1)), Turn(date));
        var trades = date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsHoliday(date);
        return new Day(range, trades ? range with { From = range.From + pauseMinutes * UtcNanos.Minute } : default);
    }

    static long Turn(LocalDate date) => NewYork.At(date.At(new LocalTime(TurnHour, 0)));

    static bool IsHoliday(LocalDate date) => date is { Month: 12, Day: 25 } or { Month: 1, Day: 1 };

    sealed record Day(TimeRange Range, TimeRange Session);
}
