using System.Globalization;
using Workbench.Data.Calendars;
using Workbench.Data.Instruments;
using CalendarEntry = Workbench.Data.Calendars.CalendarEntry;

namespace Workbench.Data.Tests.Calendars;

public sealed class CalendarTableTests
{
    const string Plain = """ "timeZone": "Europe/Zurich", "sessions": [{ "days": "mon-fri", "from": "09:00", "to": "17:30" }] """;

    [Theory]
    [InlineData("us-equities", "2024-07-03T12:00Z", "Regular 13:30-17:00")]
    [InlineData("us-equities", "2002-09-11T14:00Z", "Regular 16:00-20:00")]
    [InlineData("us-equities", "2001-09-11T14:00Z", "Regular 13:30-20:00")]
    [InlineData("xetra", "2024-12-30T09:00Z", "Regular 08:00-13:00")]
    [InlineData("lse", "2021-12-27T09:00Z", "Regular 08:00-16:30")]
    [InlineData("tse", "2024-11-05T01:00Z", "Regular 00:00-06:30")]
    [InlineData("cme-globex", "2024-11-28T12:00Z", "Regular 23:00-18:00")]
    public void The_regular_session_is_from_the_first_bell_to_the_last(string name, string instant, string session)
    {
        var range = SessionCalendars.Find(name).Session(At(instant));
        Assert.Equal(session, $"Regular {UtcNanos.ToDateTime(range.From):HH:mm}-{UtcNanos.ToDateTime(range.To):HH:mm}");
    }

    [Fact]
    public void A_lunch_break_parts_two_sessions_and_ends_no_day()
    {
        var tokyo = SessionCalendars.Find("tse");
        var lunch = At("2024-11-05T03:00Z");

        Assert.False(tokyo.IsOpen(lunch));
        Assert.Equal(new TimeRange(At("2024-11-05T00:00Z"), At("2024-11-05T06:30Z")), tokyo.Session(lunch));
        Assert.Equal(new TimeRange(At("2024-11-05T03:30Z"), At("2024-11-05T06:30Z")), tokyo.NextSession(lunch).Range);
    }

    [Fact]
    public void After_hours_follow_the_early_bell_and_before_hours_last_until_the_late_one()
    {
        Assert.Equal(["Pre 09:00-14:30", "Regular 14:30-18:00", "Post 18:00-22:00"], Sessions("us-equities", "2024-11-29T06:00Z", 3));
        Assert.Equal(["Pre 08:00-16:00", "Regular 16:00-20:00", "Post 20:00-00:00"], Sessions("us-equities", "2002-09-11T06:00Z", 3));
    }

    [Fact]
    public void Sessions_of_any_calendar_follow_each_other_and_open_and_close_its_days()
    {
        foreach (var name in SessionCalendars.Names)
        {
            var calendar = SessionCalendars.Find(name);
            for (long time = calendar.NextSession(At("2010-01-01T00:00Z")).Range.To, i = 0; i < 3_000; i++)
            {
                var session = calendar.NextSession(time);
                Assert.True(session.Range.From >= time && session.Range.Length > 0, $"{name} {session}");
                Assert.Equal(session, calendar.NextSession(session.Range.From));
                Assert.Equal(session, calendar.NextSession(session.Range.To - 1));
                Assert.Equal(session.Kind == SessionKind.Regular, calendar.IsOpen(session.Range.To - 1));
                var day = calendar.TradingDay(session.Range.From);
                Assert.True(day.Contains(session.Range.To - 1), $"{name} {session} {day}");
                time = session.Range.To;
            }
        }
    }

    [Fact]
    public void The_user_s_file_adds_and_replaces()
    {
        using var folder = new TempFolder();
        var table = Load(folder, $$"""
            [
              // Swiss shares.
              { "name": "six", {{Plain}}, "holidays": ["08-01", { "on": "easter +39" }] },
              { "name": "us-equities", "like": "us-equities", "holidays": ["2031-05-05"], },
            ]
            """);

        Assert.Equal(At("2024-08-02T07:00Z"), table.Find("six").Session(At("2024-08-01T07:00Z")).From);
        Assert.False(table.Find("us-equities").IsOpen(At("2031-05-05T15:00Z")));
        Assert.False(table.Find("us-equities").IsOpen(At("2012-10-29T15:00Z")));
        Assert.True(SessionCalendars.Find("us-equities").IsOpen(At("2031-05-05T15:00Z")));
        Assert.Same(SessionCalendars.Find("lse").GetType(), table.Find("lse").GetType());
        Assert.Equal("WB2006", Assert.Throws<WorkbenchException>(() => table.Find("sixx")).Code);
    }

    [Fact]
    public void The_calendars_that_ship_are_a_table_that_would_be_accepted()
    {
        var entries = new List<CalendarEntry>();
        foreach (var entry in new CalendarReader("calendars.json", name => entries.Find(known => known.Name == name)).Read(ShippedCalendars.Text()))
        {
            entries.Add(entry);
        }

        Assert.Equal(SessionCalendars.Names.Where(name => name != "utc"), entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_that_the_documentation_shows_is_read()
    {
        var shown = File.ReadAllText(Repository.Path("data/README.md")).Split("```json").Select(part => part.Split("```")[0]).Single(part => part.Contains("\"six\"", StringComparison.Ordinal));
        using var folder = new TempFolder();
        var six = Load(folder, shown).Find("six");

        Assert.Equal(At("2030-12-30T12:00Z"), six.Session(At("2030-12-30T09:00Z")).To);
    }

    [Fact]
    public void An_instrument_of_the_user_trades_by_a_calendar_of_the_user()
    {
        using var folder = new TempFolder();
        var calendars = Load(folder, $$"""[{ "name": "six", {{Plain}} }]""");
        File.WriteAllText(folder.File("instruments.json"), """[{ "symbol": "NESN", "class": "equity", "quote": "CHF", "point": 0.01, "calendar": "six" }]""");

        Assert.Equal("six", InstrumentTable.Load(folder.File("instruments.json"), calendars).Find("NESN").Calendar.Name);
        Assert.Equal("WB2006", Assert.Throws<WorkbenchException>(() => InstrumentTable.Load(folder.File("instruments.json")).Find("NESN")).Code);
    }

    [Fact]
    public void Daylight_saving_moves_the_bells_and_a_day_that_turns_at_an_hour_that_comes_twice_stays_whole()
    {
        using var folder = new TempFolder();
        var calendar = Load(folder, """
            [{ "name": "night", "timeZone": "America/New_York", "dayTurns": "01:30", "sessions": [{ "days": "mon-sun", "from": "02:30", "to": "01:30" }] }]
            """).Find("night");
        var day = calendar.TradingDay(At("2024-02-01T12:00Z"));
        for (var i = 0; i < 400; i++)
        {
            Assert.Equal(day, calendar.TradingDay(day.From));
            Assert.Equal(day, calendar.TradingDay(day.To - 1));
            var next = calendar.TradingDay(day.To);
            Assert.Equal(day.To, next.From);
            day = next;
        }

        // 2:30 does not exist on 10 March.
        Assert.Equal(At("2024-03-10T07:30Z"), calendar.Session(At("2024-03-10T07:00Z")).From);
    }

    [Theory]
    [InlineData("{}", "a list")]
    [InlineData("[", "")]
    [InlineData("""[{ "name": "x" }]""", "'timeZone' is missing")]
    [InlineData("""[{ "name": "x", "timeZone": "Europe/Zurich" }]""", "'sessions' is missing")]
    [InlineData("""[{ "name": "x", "timeZone": "Europe/Zuerich", "sessions": [] }]""", "no time zone")]
    [InlineData("""[{ "name": "x", "like": "nyse" }]""", "'nyse'")]
    [InlineData("""[{ "name": "x", "like": "lse", "holiday": [] }]""", "did you mean 'holidays'")]
    [InlineData("""[{ "name": "X Y", "like": "lse" }]""", "small letters")]
    [InlineData("""[{ "name": "x", "like": "lse", "holidays": ["13-40"] }]""", "x, holidays 1: '13-40' is no date")]
    [InlineData("""[{ "name": "x", "like": "lse", "holidays": ["12-24", "fifth mon may"] }]""", "holidays 2")]
    [InlineData("""[{ "name": "x", "like": "lse", "holidays": [{ "on": "12-24", "observed": "friday" }] }]""", "observance")]
    [InlineData("""[{ "name": "x", "like": "lse", "earlyCloses": [{ "on": "12-24" }] }]""", "'closes' is missing")]
    [InlineData("""[{ "name": "x", "like": "lse", "sessions": [{ "days": "mon-xyz", "from": "09:00", "to": "10:00" }] }]""", "days of the week")]
    [InlineData("""[{ "name": "x", "like": "lse", "sessions": [{ "days": "mon", "from": "9", "to": "10:00" }] }]""", "time of the day")]
    public void A_file_that_is_no_table_is_refused_with_the_place(string text, string said) => Refused(text, "WB2008", said);

    [Theory]
    [InlineData("""[{ "name": "utc", "like": "lse" }]""", "always open")]
    [InlineData("""[{ "name": "x", "like": "lse" }, { "name": "x", "like": "tse" }]""", "twice")]
    [InlineData("""[{ "name": "x", "like": "lse", "sessions": [{ "days": "mon-fri", "from": "09:00", "to": "12:00" }, { "days": "fri", "from": "11:00", "to": "13:00" }] }]""", "overlap")]
    [InlineData("""[{ "name": "x", "like": "lse", "sessions": [{ "days": "mon-fri", "from": "12:00", "to": "09:00" }] }]""", "ends before it begins")]
    [InlineData("""[{ "name": "x", "like": "lse", "sessions": [{ "days": "mon-fri", "from": "09:00", "to": "12:00", "until": 2010 }] }]""", "never open")]
    [InlineData("""[{ "name": "x", "like": "lse", "sessions": [{ "kind": "pre", "days": "mon-fri", "from": "07:00", "to": "08:00" }] }]""", "never open")]
    [InlineData("""[{ "name": "x", "like": "lse", "holidays": ["2030-07-01"], "earlyCloses": [{ "on": "2030-07-01", "closes": "12:00" }] }]""", "2030-07-01 is a holiday")]
    [InlineData("""[{ "name": "x", "like": "lse", "earlyCloses": [{ "on": "2030-07-01", "closes": "12:00" }, { "on": "2030-07-01", "closes": "13:00" }] }]""", "2030-07-01")]
    [InlineData("""[{ "name": "x", "like": "lse", "earlyCloses": [{ "on": "2030-07-01", "closes": "20:00" }] }]""", "no regular session")]
    [InlineData("""[{ "name": "x", "like": "lse", "lateOpens": [{ "on": "2030-07-01", "opens": "07:00" }] }]""", "no regular session")]
    public void What_cannot_all_be_true_is_refused(string text, string said) => Refused(text, "WB2009", said);

    static void Refused(string text, string code, string said)
    {
        using var folder = new TempFolder();
        var error = Assert.Throws<WorkbenchException>(() => Load(folder, text));
        Assert.Equal(code, error.Code);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains("calendars.json", error.Message, StringComparison.Ordinal);
    }

    static CalendarTable Load(TempFolder folder, string text)
    {
        File.WriteAllText(folder.File("calendars.json"), text);
        return CalendarTable.Load(folder.File("calendars.json"));
    }

    static List<string> Sessions(string name, string from, int count)
    {
        var (calendar, time, seen) = (SessionCalendars.Find(name), At(from), new List<string>());
        while (seen.Count < count)
        {
            var session = calendar.NextSession(time);
            seen.Add($"{session.Kind} {UtcNanos.ToDateTime(session.Range.From):HH:mm}-{UtcNanos.ToDateTime(session.Range.To):HH:mm}");
            time = session.Range.To;
        }

        return seen;
    }

    static long At(string text) => UtcNanos.From(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));
}
