using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Notices;

/// <summary>News, calendar and sentiment reach scripts in the order in which they became known, and touch nothing else.</summary>
public sealed class NoticeTests
{
    [Fact]
    public void At_one_instant_tapes_come_in_their_order_and_what_the_clock_makes_due_before_them()
    {
        var script = new Listening { Started = self => self.SetTimer(UtcNanos.ToDateTime(Given.At(2)), "bell"), Timed = (self, name) => ((Listening)self).Heard.Add((self.Nanos, name)) };
        TickRow[] ticks = [new(Given.At(1), 110_000, 110_001), new(Given.At(2), 110_002, 110_003), new(Given.At(3), 110_004, 110_005)];

        Play.Run(Given.Usd, script, Tapes.Ticks(Given.EurUsd, ticks), NewsTape(At("weekend", 0), At("first", 2), At("second", 2)), CalendarOf(Given.At(2), Given.At(1, 30)));

        Assert.Equal(
            [
                (Given.At(0), "weekend"), (Given.At(1), "tick"), (Given.At(1, 30), "CalendarAnnouncement CPI"), (Given.At(2), "bell"),
                (Given.At(2), "tick"), (Given.At(2), "first"), (Given.At(2), "second"), (Given.At(2), "CalendarRelease CPI"), (Given.At(3), "tick"),
            ],
            script.Heard);
    }

    [Fact]
    public void A_tape_that_nobody_acts_on_changes_no_fill_no_trade_and_no_day()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var rows = RandomWalk.Ticks(seed, 2_000);
            var dice = new SeededRandom(seed);
            News[] news = [.. Enumerable.Range(0, 50).Select(i => At("n" + i, 0) with { TimeNanos = rows[0].Time + (long)(dice.NextDouble() * (rows[^1].Time - rows[0].Time)) }).OrderBy(item => item.TimeNanos)];

            var (alone, bare) = Play.Run(Given.Usd, Erratic.Unseeing(seed, Given.EurUsd), Tapes.Ticks(Given.EurUsd, rows));
            var (told, with) = Play.Run(Given.Usd, Erratic.Unseeing(seed, Given.EurUsd), Tapes.Ticks(Given.EurUsd, rows), NewsTape(news));

            Assert.Equal(alone.EventLogHash, told.EventLogHash);
            Assert.Equal((alone.Events + 50, alone.EndEquity, alone.FirstEvent), (told.Events, told.EndEquity, told.FirstEvent));
            Assert.Equal(bare.Fills.Count, with.Fills.Count);
        }
    }

    [Fact]
    public void The_average_of_sentiment_spans_five_minutes_and_leaves_out_what_is_as_old()
    {
        var script = new Listening();
        Sentiment[] measures = [Share(0, 0.40m), Share(2, 0.50m), Share(4, 0.60m), Share(5, 0.70m), Share(20, 0.30m)];

        Play.Run(Given.Usd, script, Tapes.Ticks(Given.EurUsd, [new(Given.At(0), 110_000, 110_001)]), Tape.OfSentiment(new NoticeTape<Sentiment>(Given.EurUsd, measures)));

        Assert.Equal(["0.40 0.4", "0.50 0.45", "0.60 0.5", "0.70 0.6", "0.30 0.3"], script.Heard.Where(each => each.What != "tick").Select(each => Trimmed(each.What)));
    }

    [Fact]
    public void A_currency_is_told_of_and_not_traded()
    {
        var script = new Listening();
        var (result, _) = Play.Run(Given.Usd, script, CalendarOf(Given.At(2), Given.At(1)), Tapes.Ticks(Given.EurUsd, [new(Given.At(3), 110_000, 110_001)]));

        Assert.Equal([Given.EurUsd], script.Instruments);
        Assert.Equal(Given.At(3), result.FirstEvent);
        Assert.Single(result.Benchmarks);
        Assert.Throws<WorkbenchException>(() => new Engine(Given.Usd, new Listening(), [CalendarOf(Given.At(2), Given.At(1))], new RecordingSink()));
    }

    static string Trimmed(string what) => string.Join(' ', what.Split(' ').Select((part, i) => i == 0 ? part : decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)));

    static News At(string headline, int hour) => new() { TimeNanos = Given.At(hour), Symbol = "EURUSD", Headline = headline };

    static Sentiment Share(int minute, decimal share) => new() { TimeNanos = Given.At(0, minute), Symbol = "EURUSD", LongShare = share, ShortShare = 1m - share };

    static Tape NewsTape(params News[] news) => Tape.OfNews(new NoticeTape<News>(Given.EurUsd, news));

    static Tape CalendarOf(long due, long announced) => Tape.OfCalendar(new CalendarTape(
        new NoticeTape<CalendarEntry>(Instrument.OfCurrency("USD"), [new() { TimeNanos = due, AnnouncedNanos = announced, Symbol = "USD", Name = "CPI", Actual = 0.3m }]), TimeRange.All));
}
