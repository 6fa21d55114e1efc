using System.Globalization;
using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Times and dates as a table of calendars writes them. Read by .NET, which is precompiled, and not by NodaTime's patterns, which would be compiled at each start.</summary>
static class CalendarText
{
    /// <summary>A time of the day, 09:30 or 09:30:15; 24:00 is how a person writes the end of a day.</summary>
    public static bool TryTime(string text, out LocalTime time)
    {
        var isTime = TimeOnly.TryParseExact(text == "24:00" ? "00:00" : text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        time = LocalTime.FromTimeOnly(read);
        return isTime;
    }

    /// <summary>A date, 2012-10-29.</summary>
    public static bool TryDate(string text, out LocalDate date)
    {
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        date = LocalDate.FromDateOnly(read);
        return isDate;
    }
}
