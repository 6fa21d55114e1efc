using System.Globalization;
using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>
/// On which date of a year something falls: <c>12-25</c>, <c>third mon jan</c>, <c>last mon may</c>, <c>easter -2</c>, or once,
/// <c>2001-09-11</c>. Days may be added to each: <c>fourth thu nov +1</c>.
/// </summary>
abstract record DatePattern
{
    static readonly string[] Counts = ["first", "second", "third", "fourth"];
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date in that year; false where there is none.</summary>
    /// <remarks>Neither this nor what asks it keeps dates in collections of the framework: those over NodaTime's structs cannot be precompiled,
    /// and a run would spend longer on compiling them than on its calendar.</remarks>
    public abstract bool Falls(int year, out LocalDate date);

    /// <exception cref="FormatException">The text is no pattern.</exception>
    public static DatePattern Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var added = words.Length > 1 && words[^1][0] is '+' or '-' ? ReadDays(words[^1]) : null;
        var pattern = (added is null ? words : words[..^1]) switch
        {
            ["easter"] => new OfEaster(),
            [var count, var day, var month] => ReadWeekday(count, day, month),
            [var date] => ReadDate(date),
            _ => null,
        };
        return pattern is null
            ? throw new FormatException($"'{text}' is no date, as 2001-09-11, 12-25, third mon jan, last mon may and easter -2 are")
            : added is { } days ? new Shifted(pattern, days) : pattern;
    }

    static int? ReadDays(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? days : null;

    static DatePattern? ReadDate(string text) =>
        CalendarText.TryDate(text, out var once) ? new Once(once)
        : CalendarText.TryDate("2000-" + text, out var yearly) ? new Yearly(yearly.Month, yearly.Day)
        : null;

    static Nth? ReadWeekday(string count, string day, string month)
    {
        var (which, weekday, inMonth) = (count == "last" ? 0 : Array.IndexOf(Counts, count) + 1, Weekdays.Day(day), Array.IndexOf(Months, month) + 1);
        return (which > 0 || count == "last") && weekday != IsoDayOfWeek.None && inMonth > 0 ? new Nth(which, weekday, inMonth) : null;
    }

    /// <summary>One date and no other.</summary>
    public sealed record Once(LocalDate Date) : DatePattern
    {
        public override bool Falls(int year, out LocalDate date)
        {
            date = Date;
            return Date.Year == year;
        }
    }

    sealed record Yearly(int Month, int Day) : DatePattern
    {
        public override bool Falls(int year, out LocalDate date)
        {
            var isThere = Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month);
            date = isThere ? new LocalDate(year, Month, Day) : default;
            return isThere;
        }
    }

    /// <param name="Which">From 1; 0 for the month's last.</param>
    /// <param name="Day">Day of the week.</param>
    /// <param name="Month">Month.</param>
    sealed record Nth(int Which, IsoDayOfWeek Day, int Month) : DatePattern
    {
        public override bool Falls(int year, out LocalDate date)
        {
            var first = new LocalDate(year, Month, 1);
            date = Which == 0 ? first.PlusMonths(1).Previous(Day) : first.PlusDays(-1).Next(Day).PlusWeeks(Which - 1);
            return true;
        }
    }

    sealed record OfEaster : DatePattern
    {
        public override bool Falls(int year, out LocalDate date)
        {
            date = Easter.Of(year);
            return true;
        }
    }

    sealed record Shifted(DatePattern Pattern, int Days) : DatePattern
    {
        public override bool Falls(int year, out LocalDate date)
        {
            var falls = Pattern.Falls(year, out date);
            date = date.PlusDays(Days);
            return falls;
        }
    }
}
