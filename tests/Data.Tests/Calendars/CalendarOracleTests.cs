using NodaTime;
using Workbench.Data.Calendars;

namespace Workbench.Data.Tests.Calendars;

/// <summary>Our calendars against LEAN's database of market hours, date by date. Where they differ, it stands here with the reason.</summary>
public sealed class CalendarOracleTests
{
    [SharedDataFact]
    public void New_York_s_shares_trade_on_the_days_and_between_the_bells_that_LEAN_knows()
    {
        // LEAN's half days begin in 1999, and it has no late openings: the exchange opened at noon a year after the attacks.
        string[] known = ["1998-11-27 09:30-16:00, 09:30-13:00", "1998-12-24 09:30-16:00, 09:30-13:00", "2002-09-11 09:30-16:00, 12:00-16:00"];
        var (lean, differences) = (LeanHours.Of("Equity-usa-[*]"), new List<string>());
        foreach (var date in Dates(1998, 2028))
        {
            var theirs = lean.IsClosed(date) ? "closed" : lean.EarlyCloses.TryGetValue(date, out var early) ? $"09:30-{early:hh\\:mm}" : "09:30-16:00";
            if (Regular("us-equities", lean.Zone, date) is var ours && ours != theirs)
            {
                differences.Add($"{date:yyyy-MM-dd} {theirs}, {ours}");
            }
        }

        Assert.Equal(known, differences);
    }

    /// <remarks>
    /// We close on the trading days of Christmas and New Year, as interbank dealers do. LEAN knows those of some years only. What else a
    /// broker closes is its own affair: FXCM the days behind, OANDA the Mondays of 2022's holidays on Sundays and one Good Friday of gold.
    /// </remarks>
    [SharedDataTheory]
    [InlineData("Forex-oanda-[*]", "fx-newyork-17", 15, "2022-12-26 2023-01-02")]
    [InlineData("Forex-fxcm-[*]", "fx-newyork-17", 5, "2007-01-02 2007-12-26 2008-01-02 2008-12-26 2009-01-02 2011-12-26 2012-01-02 2012-12-26 2013-01-02 2013-12-26 2014-01-02 2014-12-26 2015-01-02 2016-12-26 2017-01-02 2017-12-26 2018-12-26")]
    [InlineData("Cfd-oanda-XAUUSD", "metals", 32, "2017-04-14")]
    public void Currencies_and_gold_close_on_Christmas_and_New_Year(string market, string name, int unknown, string brokers)
    {
        var (onlyOurs, onlyTheirs) = Closed(LeanHours.Of(market), name, 2004, 2026);

        Assert.All(onlyOurs, date => Assert.True(date is { Month: 12, Day: 25 } or { Month: 1, Day: 1 }, $"{date}"));
        Assert.Equal(unknown, onlyOurs.Count);
        Assert.Equal(brokers, Text(onlyTheirs));
    }

    [SharedDataFact]
    public void CFDs_on_share_indices_close_on_Good_Friday_too()
    {
        // Until 2010 OANDA closed US30 on New York's holidays as well; today it only closes early then, which differs from broker to broker.
        const string Holidays = "2004-01-19 2004-02-16 2004-05-31 2004-06-11 2004-07-05 2004-09-06 2004-11-25 2004-12-24 2005-01-17 2005-02-21 2005-05-30 2005-07-04 2005-09-05 "
            + "2005-11-24 2005-12-26 2006-01-02 2006-01-16 2006-02-20 2006-11-23 2007-01-15 2007-02-19 2007-11-22 2010-12-24 2011-12-26 2012-01-02 2021-12-24";
        var (onlyOurs, onlyTheirs) = Closed(LeanHours.Of("Cfd-oanda-US30USD"), "cfd-index", 2004, 2026);

        // LEAN lacks some Christmases, and the Good Fridays on which the labour market's figures came out.
        Assert.Equal("2007-04-06 2010-04-02 2012-04-06 2014-12-25 2015-01-01 2015-04-03 2016-01-01 2017-12-25 2018-01-01 2018-12-25", Text(onlyOurs));
        Assert.Equal(Holidays, Text(onlyTheirs));
    }

    /// <remarks>Minute by minute through a week without holidays. FXCM's hours are ours; OANDA pauses five minutes at the turn and with gold five minutes more than an hour; its US30 pauses a quarter of an hour before Chicago's close.</remarks>
    [SharedDataTheory]
    [InlineData("Forex-fxcm-[*]", "fx-newyork-17", "")]
    [InlineData("Cfd-oanda-[*]", "fx-newyork-17", "")]
    [InlineData("Forex-oanda-[*]", "fx-newyork-17", "Sun 17:00-17:03 Mon 16:58-17:03 Tue 16:58-17:03 Wed 16:58-17:03 Thu 16:58-17:03 Fri 16:58-17:00")]
    [InlineData("Cfd-oanda-XAUUSD", "metals", "Sun 18:00-18:03 Mon 16:58-17:00 Mon 18:00-18:03 Tue 16:58-17:00 Tue 18:00-18:03 Wed 16:58-17:00 Wed 18:00-18:03 Thu 16:58-17:00 Thu 18:00-18:03 Fri 16:58-17:00")]
    [InlineData("Cfd-oanda-US30USD", "cfd-index", "Mon 15:15-15:30 Tue 15:15-15:30 Wed 15:15-15:30 Thu 15:15-15:30 Fri 15:15-15:30")]
    [InlineData("Equity-usa-[*]", "us-equities", "")]
    public void A_week_s_sessions_are_those_that_LEAN_knows(string market, string name, string differences)
    {
        var (lean, calendar, found) = (LeanHours.Of(market), SessionCalendars.Find(name), new List<string>());
        foreach (var sunday in (LocalDate[])[new(2024, 1, 7), new(2024, 7, 14)])
        {
            Assert.Equal(differences, Differences(lean, sunday, (time, kind) => kind == "market" ? calendar.IsOpen(time) : IsOn(calendar, time, kind)));
        }
    }

    [SharedDataFact]
    public void Frankfurt_closes_when_LEAN_s_index_does_and_on_the_days_it_lacks()
    {
        var (onlyOurs, onlyTheirs) = Closed(LeanHours.Of("Index-eurex-[*]"), "xetra", 2000, 2030);

        // May and Christmas of 2003; Whit Mondays of 2007 and from 2015 to 2021, of which it has the first; German Unity from 2014 to 2021; Reformation 2017.
        Assert.Equal(
            "2003-05-01 2003-12-24 2003-12-25 2003-12-26 2003-12-31 2007-05-28 2014-10-03 2016-05-16 2016-10-03 2017-06-05 2017-10-03 2017-10-31 2018-05-21 2018-10-03 2019-06-10 2019-10-03 2020-06-01 2021-05-24",
            Text(onlyOurs));
        Assert.Equal("", Text(onlyTheirs));
    }

    [SharedDataFact]
    public void Tokyo_closes_when_LEAN_s_index_does_and_on_the_days_it_lacks()
    {
        var (onlyOurs, onlyTheirs) = Closed(LeanHours.Of("Index-ose-[*]"), "tse", 2016, 2026);

        // The day the exchange's system failed, which closed shares but not the index's options, and an autumnal equinox.
        Assert.Equal("2020-10-01 2022-09-23", Text(onlyOurs));
        Assert.Equal("", Text(onlyTheirs));
    }

    [SharedDataFact]
    public void Globex_closes_early_when_LEAN_s_index_future_does_and_on_the_days_it_lacks()
    {
        var (lean, differences) = (LeanHours.Of("Future-cme-ES"), new List<string>());
        foreach (var date in Dates(2009, 2026))
        {
            var theirs = lean.EarlyCloses.TryGetValue(date, out var early) && early < TimeSpan.FromHours(17) ? $"{early:hh\\:mm}" : "17:00";
            if (Regular("cme-globex", lean.Zone, date) is var ours && ours != "closed" && ours[^5..] != theirs)
            {
                differences.Add($"{date:yyyy-MM-dd} {theirs} {ours[^5..]}");
            }
        }

        Assert.Equal(["2023-07-03 17:00 13:15", "2024-07-03 17:00 13:15", "2024-11-29 17:00 13:15"], differences);
    }

    static (List<DateOnly> OnlyOurs, List<DateOnly> OnlyTheirs) Closed(LeanHours lean, string name, int from, int to)
    {
        var (onlyOurs, onlyTheirs) = (new List<DateOnly>(), new List<DateOnly>());
        foreach (var date in Dates(from, to))
        {
            switch (Regular(name, lean.Zone, date) == "closed", lean.IsClosed(date))
            {
                case (true, false):
                    onlyOurs.Add(date);
                    break;
                case (false, true):
                    onlyTheirs.Add(date);
                    break;
            }
        }

        return (onlyOurs, onlyTheirs);
    }

    /// <summary>Stretches of a week in which one of the two is open and the other is not, in the market's time.</summary>
    static string Differences(LeanHours lean, LocalDate sunday, Func<long, string, bool> ours)
    {
        var (stretches, zone) = (new List<string>(), DateTimeZoneProviders.Tzdb[lean.Zone]);
        LocalDateTime? since = null;
        for (var local = sunday.AtMidnight(); local < sunday.PlusDays(7).AtMidnight(); local = local.PlusMinutes(1))
        {
            var (day, time, instant) = ((DayOfWeek)((int)local.DayOfWeek % 7), TimeSpan.FromTicks(local.TickOfDay), At(zone, local));
            var differ = ((string[])["premarket", "market", "postmarket"]).Any(kind => lean.IsOn(day, time, kind) != ours(instant, kind));
            if (differ)
            {
                since ??= local;
            }
            else if (since is { } from)
            {
                stretches.Add($"{from.DayOfWeek.ToString()[..3]} {from:HH:mm}-{local:HH:mm}");
                since = null;
            }
        }

        return string.Join(' ', stretches);
    }

    static bool IsOn(ISessionCalendar calendar, long time, string kind)
    {
        var session = calendar.NextSession(time);
        return session.Range.Contains(time) && session.Kind == (kind == "premarket" ? SessionKind.Pre : SessionKind.Post);
    }

    /// <summary>First opening and last close of the regular session of a date, local time; "closed" where there is none.</summary>
    static string Regular(string calendar, string zone, DateOnly date)
    {
        var where = DateTimeZoneProviders.Tzdb[zone];
        var session = SessionCalendars.Find(calendar).Session(At(where, new LocalDateTime(date.Year, date.Month, date.Day, 0, 1)));
        return new LocalDate(date.Year, date.Month, date.Day) == Local(session.To).Date ? $"{Local(session.From):HH:mm}-{Local(session.To):HH:mm}" : "closed";

        LocalDateTime Local(long time) => Instant.FromUnixTimeTicks(time / 100).InZone(where).LocalDateTime;
    }

    static long At(DateTimeZone zone, LocalDateTime local) => zone.AtLeniently(local).ToInstant().ToUnixTimeTicks() * 100;

    static IEnumerable<DateOnly> Dates(int from, int to)
    {
        for (var date = new DateOnly(from, 1, 1); date.Year <= to; date = date.AddDays(1))
        {
            yield return date;
        }
    }

    static string Text(IEnumerable<DateOnly> dates) => string.Join(' ', dates.Select(date => $"{date:yyyy-MM-dd}"));
}
