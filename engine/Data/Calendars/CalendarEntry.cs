using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>A calendar as a table writes it: the week, and the days that differ.</summary>
sealed record CalendarEntry
{
    public required string Name { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>Where the trading day begins. From noon on it does so on the eve of the date whose name it bears.</summary>
    public required LocalTime DayTurns { get; init; }

    public required IReadOnlyList<SessionRow> Sessions { get; init; }

    public IReadOnlyList<DateRule> Holidays { get; init; } = [];

    public IReadOnlyList<DateRule> EarlyCloses { get; init; } = [];

    public IReadOnlyList<DateRule> LateOpens { get; init; } = [];

    bool BeginsOnEve => DayTurns.Hour >= 12;

    /// <summary>Beginning of a trading day, in local time.</summary>
    public LocalDateTime StartOf(LocalDate day) => (BeginsOnEve ? day.PlusDays(-1) : day).At(DayTurns);

    /// <summary>Where a time of the clock lies in a trading day: ticks since its beginning. The turn itself is the beginning, or the end for a close.</summary>
    public long Offset(LocalTime time, bool isEnd)
    {
        const long Day = NodaConstants.TicksPerDay;
        var ticks = (time.TickOfDay - DayTurns.TickOfDay + Day) % Day;
        return ticks == 0 && isEnd ? Day : ticks;
    }

    /// <summary>Trading day that holds a local time, but for what daylight saving does at its turn.</summary>
    public LocalDate DayOf(LocalDateTime local)
    {
        var date = local.TimeOfDay >= DayTurns ? local.Date : local.Date.PlusDays(-1);
        return BeginsOnEve ? date.PlusDays(1) : date;
    }
}
