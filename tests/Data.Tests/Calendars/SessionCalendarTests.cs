using System.Globalization;
using Workbench.Data.Calendars;

namespace Workbench.Data.Tests.Calendars;

public sealed class SessionCalendarTests
{
    public static TheoryData<string> Names => [.. SessionCalendars.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_instant_belongs_to_exactly_one_day_and_days_follow_each_other(string name)
    {
        var calendar = SessionCalendars.Find(name);
        var day = calendar.TradingDay(At("2019-12-20T00:00Z"));
        for (var i = 0; i < 1_200; i++)
        {
            Assert.InRange(day.Length, 23 * UtcNanos.Hour, 25 * UtcNanos.Hour);
            Assert.Equal(day, calendar.TradingDay(day.From));
            Assert.Equal(day, calendar.TradingDay(day.To - 1));
            var next = calendar.TradingDay(day.To);
            Assert.Equal(day.To, next.From);
            day = next;
        }
    }

    [Theory]
    [InlineData("fx-newyork-17", "2024-01-10T12:00Z", "2024-01-09T22:00Z", "2024-01-10T22:00Z")]
    [InlineData("fx-newyork-17", "2024-07-10T12:00Z", "2024-07-09T21:00Z", "2024-07-10T21:00Z")]
    [InlineData("fx-newyork-17", "2024-03-10T12:00Z", "2024-03-09T22:00Z", "2024-03-10T21:00Z")]
    [InlineData("us-equities", "2024-01-10T12:00Z", "2024-01-10T05:00Z", "2024-01-11T05:00Z")]
    [InlineData("utc", "2024-01-10T12:00Z", "2024-01-10T00:00Z", "2024-01-11T00:00Z")]
    public void A_day_turns_where_its_market_says(string name, string instant, string from, string to) =>
        Assert.Equal(new TimeRange(At(from), At(to)), SessionCalendars.Find(name).TradingDay(At(instant)));

    [Theory]
    [InlineData("fx-newyork-17", "2024-01-07T21:59Z", false)]
    [InlineData("fx-newyork-17", "2024-01-07T22:00Z", true)]
    [InlineData("fx-newyork-17", "2024-01-12T21:59Z", true)]
    [InlineData("fx-newyork-17", "2024-01-12T22:00Z", false)]
    [InlineData("fx-newyork-17", "2024-12-25T12:00Z", false)]
    [InlineData("metals", "2024-01-09T22:30Z", false)]
    [InlineData("metals", "2024-01-09T23:00Z", true)]
    [InlineData("us-equities", "2024-01-10T14:29Z", false)]
    [InlineData("us-equities", "2024-01-10T14:30Z", true)]
    [InlineData("us-equities", "2024-01-10T20:59Z", true)]
    [InlineData("us-equities", "2024-01-10T21:00Z", false)]
    [InlineData("us-equities", "2024-07-03T17:30Z", false)]
    [InlineData("utc", "2024-01-13T12:00Z", true)]
    public void A_market_is_open_when_it_trades(string name, string instant, bool isOpen) =>
        Assert.Equal(isOpen, SessionCalendars.Find(name).IsOpen(At(instant)));

    [Theory]
    [InlineData("fx-newyork-17", "2024-01-10T12:00Z", "2024-01-09T22:00Z", "2024-01-10T22:00Z")]
    [InlineData("fx-newyork-17", "2024-01-13T12:00Z", "2024-01-14T22:00Z", "2024-01-15T22:00Z")]
    [InlineData("fx-newyork-17", "2024-03-09T12:00Z", "2024-03-10T21:00Z", "2024-03-11T21:00Z")]
    [InlineData("metals", "2024-01-09T22:30Z", "2024-01-09T23:00Z", "2024-01-10T22:00Z")]
    [InlineData("us-equities", "2024-01-10T14:30Z", "2024-01-10T14:30Z", "2024-01-10T21:00Z")]
    [InlineData("us-equities", "2024-01-10T12:00Z", "2024-01-10T14:30Z", "2024-01-10T21:00Z")]
    [InlineData("us-equities", "2024-01-12T21:00Z", "2024-01-16T14:30Z", "2024-01-16T21:00Z")]
    [InlineData("utc", "2024-01-13T12:00Z", "2024-01-13T00:00Z", "2024-01-14T00:00Z")]
    public void The_session_is_the_one_at_hand_or_the_next_to_open(string name, string instant, string from, string to) =>
        Assert.Equal(new TimeRange(At(from), At(to)), SessionCalendars.Find(name).Session(At(instant)));

    [Fact]
    public void The_holidays_of_2024_and_2021_are_the_exchange_s()
    {
        string[] closed =
        [
            "2021-01-01", "2021-01-18", "2021-02-15", "2021-04-02", "2021-05-31", "2021-07-05", "2021-09-06", "2021-11-25", "2021-12-24",
            "2024-01-01", "2024-01-15", "2024-02-19", "2024-03-29", "2024-05-27", "2024-06-19", "2024-07-04", "2024-09-02", "2024-11-28", "2024-12-25",
        ];
        Assert.Equal(closed, WorkingDaysWithoutSession(2021).Concat(WorkingDaysWithoutSession(2024)));
    }

    [Fact]
    public void A_misspelt_calendar_is_suggested()
    {
        var error = Assert.Throws<WorkbenchException>(() => SessionCalendars.Find("us-equity"));
        Assert.Equal("WB2006", error.Code);
        Assert.Contains("us-equities", error.Message, StringComparison.Ordinal);
    }

    static IEnumerable<string> WorkingDaysWithoutSession(int year)
    {
        for (var day = new DateTime(year, 1, 1, 16, 0, 0, DateTimeKind.Utc); day.Year == year; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !SessionCalendars.Find("us-equities").IsOpen(UtcNanos.From(day)))
            {
                yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }
    }

    static long At(string text) => UtcNanos.From(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));
}
