namespace Workbench.Model.Tests;

/// <summary>A calendar is told as it became known: no actual before its release, whatever is asked for.</summary>
public sealed class CalendarTapeTests
{
    const long Day = UtcNanos.Day;

    [Fact]
    public void A_release_is_announced_without_its_actual_and_told_with_it_at_its_time()
    {
        var entry = Entry("CPI m/m", due: 10 * Day, announced: 9 * Day) with { Forecast = 0.3m, Previous = 0.1m, Actual = 0.4m, RevisedPrevious = 0.2m, Impact = CalendarImpact.High, Unit = "%" };

        var events = Told([entry], TimeRange.All);

        var announced = Assert.IsType<CalendarAnnouncement>(events[0]);
        var released = Assert.IsType<CalendarRelease>(events[1]);
        Assert.Equal((9 * Day, 10 * Day, 0.3m, 0.1m, CalendarImpact.High, "%"), (announced.TimeNanos, announced.DueNanos, announced.Forecast, announced.Previous, announced.Impact, announced.Unit));
        Assert.Equal((10 * Day, 0.4m, 0.3m, 0.1m, 0.2m), (released.TimeNanos, released.Actual, released.Forecast, released.Previous, released.RevisedPrevious));
        Assert.Equal(0.1m, released.Surprise);
        Assert.DoesNotContain(typeof(CalendarAnnouncement).GetProperties(), property => property.Name.Contains("Actual", StringComparison.Ordinal) || property.Name.Contains("Revised", StringComparison.Ordinal));
    }

    [Fact]
    public void A_revision_is_an_event_of_its_own_and_the_release_stays_what_it_was()
    {
        CalendarEntry[] entries =
        [
            Entry("GDP q/q", due: 10 * Day, announced: 9 * Day) with { Actual = 1.1m },
            Entry("GDP q/q", due: 12 * Day, announced: 12 * Day) with { RevisesNanos = 10 * Day, Previous = 1.1m, Actual = 0.9m },
        ];

        var events = Told(entries, TimeRange.All);

        Assert.Equal(1.1m, Assert.IsType<CalendarRelease>(events[1]).Actual);
        var revised = Assert.IsType<CalendarRevision>(events[2]);
        Assert.Equal((12 * Day, 10 * Day, 1.1m, 0.9m), (revised.TimeNanos, revised.DueNanos, revised.Was, revised.Actual));
        Assert.Equal(3, events.Count);
    }

    [Fact]
    public void What_was_announced_before_a_range_and_is_due_in_it_is_told_at_its_beginning()
    {
        CalendarEntry[] entries = [Entry("past", due: 4 * Day, announced: 3 * Day), Entry("next", due: 6 * Day, announced: 4 * Day), Entry("later", due: 9 * Day, announced: 6 * Day), Entry("far", due: 15 * Day, announced: 14 * Day)];

        var events = Told(entries, new TimeRange(5 * Day, 8 * Day));

        Assert.Equal([("next", 5 * Day), ("later", 6 * Day), ("next", 6 * Day)], events.OrderBy(each => each.TimeNanos).ThenBy(each => each.Name).Select(each => (each.Name, each.TimeNanos)));
        Assert.Equal(["next", "next", "later"], events.Select(each => each.Name));
    }

    [Fact]
    public void At_one_instant_a_release_comes_before_what_is_announced_and_else_the_calendar_s_order_counts()
    {
        CalendarEntry[] entries = [Entry("b", due: 5 * Day, announced: 4 * Day), Entry("a", due: 5 * Day, announced: 4 * Day), Entry("c", due: 6 * Day, announced: 5 * Day)];

        Assert.Equal(
            ["announced b", "announced a", "released b", "released a", "announced c", "released c"],
            Told(entries, TimeRange.All).Select(each => (each is CalendarAnnouncement ? "announced " : "released ") + each.Name));
    }

    [Fact]
    public void No_calendar_tells_an_actual_before_its_release_nor_anything_twice_or_out_of_order()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new SeededRandom(seed);
            var due = 100 * Day;
            List<CalendarEntry> entries = [];
            for (var i = 0; i < dice.Next(1, 1_500); i++)
            {
                due += dice.Next(3) * UtcNanos.Hour;
                entries.Add(Entry("r" + i, due, due - dice.Next(0, 169) * UtcNanos.Hour) with { Actual = i });
            }

            var range = new TimeRange(100 * Day + dice.Next(0, 40) * Day, 150 * Day + dice.Next(0, 40) * Day);
            var events = Told([.. entries.Where(entry => CalendarTape.Reach(range).Contains(entry.TimeNanos))], range);

            Assert.True(events.Zip(events.Skip(1)).All(pair => pair.First.TimeNanos <= pair.Second.TimeNanos), $"seed {seed}: out of order");
            Assert.True(events.All(each => range.Contains(each.TimeNanos)), $"seed {seed}: outside of the range");
            Assert.True(events.OfType<CalendarRelease>().All(each => each.TimeNanos == each.DueNanos), $"seed {seed}: an actual at another time");
            Assert.Equal(entries.Where(entry => range.Contains(entry.TimeNanos)).Select(entry => entry.Name).Order(), events.OfType<CalendarRelease>().Select(each => each.Name).Order());
            Assert.Equal(
                entries.Where(entry => entry.AnnouncedNanos < entry.TimeNanos && entry.TimeNanos >= range.From && entry.AnnouncedNanos < range.To).Select(entry => entry.Name).Order(),
                events.OfType<CalendarAnnouncement>().Select(each => each.Name).Order());
        }
    }

    static CalendarEntry Entry(string name, long due, long announced) => new() { TimeNanos = due, AnnouncedNanos = announced, Symbol = "USD", Name = name };

    static List<CalendarEvent> Told(CalendarEntry[] entries, TimeRange range)
    {
        var (batch, events) = (new NoticeBatch<CalendarEvent>(), new List<CalendarEvent>());
        using var tape = new CalendarTape(new Stored(entries), range);
        while (tape.Read(batch))
        {
            events.AddRange(batch.Notice.Take(batch.Count));
            Assert.Equal(batch.Notice.Take(batch.Count).Select(each => each.TimeNanos), batch.Times.Take(batch.Count));
        }

        return events;
    }

    sealed class Stored(CalendarEntry[] entries) : ICursor<NoticeBatch<CalendarEntry>>
    {
        int at;

        public Instrument Instrument { get; } = Instrument.OfCurrency("USD");

        public bool Read(NoticeBatch<CalendarEntry> into)
        {
            into.Count = 0;
            for (; at < entries.Length && !into.IsFull; at++)
            {
                into.Add(entries[at]);
            }

            return into.Count > 0;
        }

        public void Dispose()
        {
        }
    }
}
