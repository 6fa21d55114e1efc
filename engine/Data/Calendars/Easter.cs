using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Easter Sunday of the western churches, which many holidays hang on.</summary>
static class Easter
{
    /// <summary>By the anonymous Gregorian computus.</summary>
    public static LocalDate Of(int year)
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
