using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>The days of one year on which a calendar differs from its week.</summary>
sealed class SpecialDays
{
    // From the year before to the one behind, and what a holiday of that one may be moved by.
    const int Days = 3 * 366 + 30;

    readonly LocalDate first;
    readonly bool[] holidays = new bool[Days];
    readonly DateRule?[] closes = new DateRule?[Days];
    readonly DateRule?[] opens = new DateRule?[Days];

    public SpecialDays(CalendarEntry calendar, int year)
    {
        Year = year;
        first = new LocalDate(year - 1, 1, 1);

        // A holiday may be kept in the year before or behind its own.
        for (var of = year - 1; of <= year + 1; of++)
        {
            Keep(calendar.Holidays, of);
        }

        Put(calendar.EarlyCloses, closes);
        Put(calendar.LateOpens, opens);
    }

    public int Year { get; }

    public bool IsHoliday(LocalDate date) => At(date) is var at and >= 0 && holidays[at];

    /// <summary>The rule by which the market closes early on a date of the year; null where it does not.</summary>
    public DateRule? EarlyClose(LocalDate date) => At(date) is var at and >= 0 ? closes[at] : null;

    /// <summary>The rule by which it opens late.</summary>
    public DateRule? LateOpen(LocalDate date) => At(date) is var at and >= 0 ? opens[at] : null;

    /// <summary>Place of a date in the tables; negative where it is too far from the year to matter.</summary>
    int At(LocalDate date) => Period.DaysBetween(first, date) is var at and < Days ? at : -1;

    void Set<T>(T[] table, LocalDate date, T what)
    {
        if (At(date) is var at and >= 0)
        {
            table[at] = what;
        }
    }

    void Keep(IReadOnlyList<DateRule> rules, int year)
    {
        Each(rules, year, (_, date) => Set(holidays, date, true));

        // In the order of the table: where two holidays fall on one weekend, the first takes Monday and the second Tuesday.
        Each(rules, year, (rule, date) => Move(rule.Observed, date));
    }

    static void Each(IReadOnlyList<DateRule> rules, int year, Action<DateRule, LocalDate> take)
    {
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.On)
            {
                if (rule.Holds(pattern, year, out var date))
                {
                    take(rule, date);
                }
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
                Set(holidays, kept, true);
            }
        }
        else if ((observed == Observance.Next && (isSaturday || isSunday)) || (observed == Observance.SundayNext && isSunday))
        {
            Set(holidays, NextFree(date), true);
        }
    }

    LocalDate NextFree(LocalDate date)
    {
        do
        {
            date = date.PlusDays(1);
        }
        while (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || IsHoliday(date));
        return date;
    }

    void Put(IReadOnlyList<DateRule> rules, DateRule?[] into) =>
        Each(rules, Year, (rule, date) => Set(into, rule.Observed == Observance.Nearest ? Kept(date) : date, rule));

    static LocalDate Kept(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => date.PlusDays(-1),
        IsoDayOfWeek.Sunday => date.PlusDays(1),
        _ => date,
    };
}
