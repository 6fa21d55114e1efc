using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Data.Importers.Notices;

/// <summary>
/// Times of a calendar's rows: a day such as <c>SunAug 17</c> without a year, which the file's name holds, and an hour such as <c>6:30pm</c>, each
/// left empty where it is that of the row above.
/// </summary>
sealed partial class WeekClock(string file, NoticeClock clock)
{
    DateOnly? day;
    string? hour;

    /// <summary>Instant of a row.</summary>
    /// <param name="date">Its day; empty for the one above.</param>
    /// <param name="time">Its hour; empty for the one above.</param>
    /// <param name="hasFigure">Whether something was published then.</param>
    /// <param name="row">Row of the file.</param>
    public long Time(string date, string time, bool hasFigure, long row)
    {
        if (date.Length > 0)
        {
            var next = Day(date, row);
            hour = next == day ? hour : null;
            day = next;
        }

        hour = time.Length > 0 ? time : hour;
        if (day is not { } on || hour is null)
        {
            throw NoticeErrors.NoTimeAbove(file, row);
        }

        return clock.Utc((on.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * UtcNanos.Day + Hour(hour, hasFigure, row));
    }

    /// <summary>An hour that nobody knows is the end of its day where a figure came: later than it was, and never earlier.</summary>
    long Hour(string text, bool hasFigure, long row)
    {
        if (text.Equals("All Day", StringComparison.OrdinalIgnoreCase) || text.Equals("Tentative", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Day ", StringComparison.OrdinalIgnoreCase))
        {
            return hasFigure || text[0] is 'T' or 't' ? UtcNanos.Day : 0;
        }

        return TimeOnly.TryParseExact(text.ToUpperInvariant(), ["h:mmtt", "h:mm tt", "hh:mmtt", "H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.Ticks * 100
            : throw NoticeErrors.BadHour(file, row, text);
    }

    DateOnly Day(string text, long row)
    {
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "MM-dd-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole))
        {
            return whole;
        }

        if (Short().Match(text) is not { Success: true } found)
        {
            throw NoticeErrors.BadDay(file, row, text);
        }

        var (weekday, month, number) = (found.Groups[1].Value, found.Groups[2].Value, found.Groups[3].Value);
        var date = InYear(YearOf(row), month, number) ?? throw NoticeErrors.BadDay(file, row, text);
        return weekday.Length == 0 || date.DayOfWeek.ToString().StartsWith(weekday, StringComparison.OrdinalIgnoreCase) ? date : throw NoticeErrors.OtherWeekday(file, row, text, date);

        int YearOf(long at) => day is { } before
            ? before.Month == 12 && month.Equals("Jan", StringComparison.OrdinalIgnoreCase) ? before.Year + 1 : before.Year
            : Year().Match(Path.GetFileName(file)) is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : throw NoticeErrors.NoYear(file);
    }

    static DateOnly? InYear(int year, string month, string number) =>
        DateOnly.TryParseExact(FormattableString.Invariant($"{year} {month} {number}"), "yyyy MMM d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^(?:(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[,\s]*)?([A-Za-z]{3})\s*(\d{1,2})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Short();

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
