using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>The days of one year on which a calendar differs from its week.</summary>
sealed class SpecialDays
{
    readonly HashSet<LocalDate> holidays = [];
    readonly Dictionary<LocalDate, LocalTime> closes = [];
    readonly Dictionary<LocalDate, LocalTime> opens = [];

    public SpecialDays(CalendarEntry calendar, int year)
    {
        Year = year;

        // A holiday may be kept in the year before or behind its own.
        for (var of = year - 1; of <= year + 1; of++)
        {
            Keep(calendar.Holidays, of);
        }

        Put(calendar.EarlyCloses, closes);
        Put(calendar.LateOpens, opens);
    }

    public int Year { get; }

    public bool IsHoliday(LocalDate date) => holidays.Contains(date);

    public LocalTime? EarlyClose(LocalDate date) => closes.TryGetValue(date, out var time) ? time : null;

    public LocalTime? LateOpen(LocalDate date) => opens.TryGetValue(date, out var time) ? time : null;

    void Keep(IReadOnlyList<DateRule> rules, int year)
    {
        holidays.UnionWith(rules.SelectMany(rule => rule.In(year)));
        foreach (var rule in rules)
        {
            // In the order of the table: where two holidays fall on one weekend, the first takes Monday and the second Tuesday.
            foreach (var date in rule.In(year))
            {
                Move(rule.Observed, date);
            }
        }
    }

    void Move(Observance observed, LocalDate date)
    {
        var (isSaturday, isSunday) = (date.DayOfWeek == IsoDayOfWeek.Saturday, date.DayOfWeek == IsoDayOfWeek.Sunday);
        if (observed == Observance.Nearest && (isSaturday || isSunday))
        {
            var kept = date.PlusDays(isSaturday ? -1 : 1);
            if (kept.Year == date.Year)
            {
                holidays.Add(kept);
            }
        }
        else if ((observed == Observance.Next && (isSaturday || isSunday)) || (observed == Observance.SundayNext && isSunday))
        {
            holidays.Add(NextFree(date));
        }
    }

    LocalDate NextFree(LocalDate date)
    {
        do
        {
            date = date.PlusDays(1);
        }
        while (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || holidays.Contains(date));
        return date;
    }

    void Put(IReadOnlyList<DateRule> rules, Dictionary<LocalDate, LocalTime> into)
    {
        foreach (var rule in rules)
        {
            foreach (var date in rule.In(Year))
            {
                into[rule.Observed == Observance.Nearest ? Kept(date) : date] = rule.Time;
            }
        }
    }

    static LocalDate Kept(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => date.PlusDays(-1),
        IsoDayOfWeek.Sunday => date.PlusDays(1),
        _ => date,
    };
}
