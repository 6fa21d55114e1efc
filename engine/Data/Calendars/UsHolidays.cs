using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Days on which New York's exchanges stay closed or close at 13:00, by rule.</summary>
static class UsHolidays
{
    public static bool IsClosed(LocalDate date) =>
        IsWeekend(date) || IsFixed(date) || IsMonday(date) || IsThanksgiving(date) || date == Easter(date.Year).PlusDays(-2);

    /// <summary>The day behind Thanksgiving, and the eves of Independence Day and Christmas where those are working days.</summary>
    public static bool ClosesEarly(LocalDate date) => !IsClosed(date)
        && (IsThanksgiving(date.PlusDays(-1)) || date is { Month: 7, Day: 3 } or { Month: 12, Day: 24 });

    static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    // A holiday on a Sunday is kept on Monday, one on a Saturday on Friday; New Year on a Saturday is not kept, since that Friday ends the year.
    static bool IsFixed(LocalDate date) =>
        Falls(date) || (date.DayOfWeek == IsoDayOfWeek.Monday && Falls(date.PlusDays(-1)))
        || (date.DayOfWeek == IsoDayOfWeek.Friday && Falls(date.PlusDays(1)) && date is not { Month: 12, Day: 31 });

    static bool Falls(LocalDate date) =>
        date is { Month: 1, Day: 1 } or { Month: 7, Day: 4 } or { Month: 12, Day: 25 } || (date is { Month: 6, Day: 19 } && date.Year >= 2022);

    /// <summary>Martin Luther King (third Monday of January, since 1998), Presidents (third of February), Memorial (last of May), Labor (first of September).</summary>
    static bool IsMonday(LocalDate date) => date.DayOfWeek == IsoDayOfWeek.Monday && date.Month switch
    {
        1 => date.Year >= 1998 && date.Day is >= 15 and <= 21,
        2 => date.Day is >= 15 and <= 21,
        5 => date.Day >= 25,
        9 => date.Day <= 7,
        _ => false,
    };

    static bool IsThanksgiving(LocalDate date) => date is { Month: 11, DayOfWeek: IsoDayOfWeek.Thursday, Day: >= 22 and <= 28 };

    /// <summary>Easter Sunday (anonymous Gregorian computus); Good Friday is two days before.</summary>
    static LocalDate Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        epact -= epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + epact + 2 - century + century / 4) % 7;
        var day = epact - weekday;
        var month = 3 + (day + 40) / 44;
        return new LocalDate(year, month, day + 28 - 31 * (month / 4));
    }
}
