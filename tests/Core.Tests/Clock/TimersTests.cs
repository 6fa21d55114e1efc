namespace Workbench.Core.Tests.Clock;

public sealed class TimersTests
{
    [Fact]
    public void A_timer_rings_once_at_its_instant_even_where_nothing_trades()
    {
        var rings = Ring(self => self.SetTimer(Time(10), "ten"), [9, 12]);

        Assert.Equal([("ten", Given.At(10))], rings);
    }

    [Fact]
    public void A_timer_that_repeats_rings_at_each_multiple_through_the_gap()
    {
        var rings = Ring(self => self.SetTimer(TimeSpan.FromMinutes(30), "half"), [9, 11]);

        Assert.Equal([0, 30, 60, 90, 120], rings.Where(ring => ring.At >= Given.At(9) && ring.At <= Given.At(11)).Select(ring => (ring.At - Given.At(9)) / UtcNanos.Minute));
    }

    [Fact]
    public void A_timer_rings_before_the_events_of_its_instant()
    {
        decimal bid = -1m;
        var strategy = new Scripted { Started = self => self.SetTimer(Time(10), "ten"), Timed = (self, _) => bid = self.Market().Bid };
        Play.Run(strategy, new TickRow(Given.At(9), 100, 101), new TickRow(Given.At(10), 200, 201));

        Assert.Equal(0.00100m, bid);
    }

    [Fact]
    public void A_timer_for_the_past_rings_right_after_the_instant_at_hand()
    {
        var rings = new List<long>();
        var strategy = new TickScripted
        {
            Ticked = (self, tick) => { if (tick.BidRaw == 100) { self.SetTimer(self.Now.AddDays(-1), "late"); } },
            Timed = (self, _) => rings.Add(self.Nanos),
        };
        Play.Run(strategy, new TickRow(Given.At(9), 100, 101), new TickRow(Given.At(9), 102, 103), new TickRow(Given.At(10), 104, 105));

        Assert.Equal([Given.At(9) + 1], rings);
    }

    [Fact]
    public void A_timer_that_sets_itself_for_now_does_not_hang_the_run()
    {
        var rings = 0;
        var strategy = new Scripted
        {
            Started = self => self.SetTimer(Time(9), "again"),
            Timed = (self, _) => { if (++rings < 1_000) { self.SetTimer(self.Now, "again"); } },
        };
        Play.Run(strategy, new TickRow(Given.At(8), 100, 101), new TickRow(Given.At(10), 100, 101));

        Assert.Equal(1_000, rings);
    }

    [Fact]
    public void No_timer_rings_after_the_last_event_however_long_the_range()
    {
        var last = 0L;
        var strategy = new Scripted { Started = self => self.SetTimer(TimeSpan.FromSeconds(1), "second"), Timed = (self, _) => last = self.Nanos };
        Play.Run(Given.Usd with { Range = new TimeRange(Given.At(9), Given.At(9) + 30 * UtcNanos.Day) }, strategy,
            Tapes.Ticks(Given.EurUsd, [new TickRow(Given.At(9), 100, 101), new TickRow(Given.At(10), 100, 101)]));

        Assert.Equal(Given.At(10), last);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(4_000)]
    public void The_length_of_the_range_changes_no_decision(int days)
    {
        RunResult Of(long to) => Play.Run(
            Given.Usd with { Range = new TimeRange(Given.At(9), to) },
            new Scripted { Started = self => self.Subscribe(Bars.Minutes(1)), Barred = (self, _) => self.Buy(1000m), Stopped = self => self.Sell(1000m) },
            Tapes.Ticks(Given.EurUsd, [new TickRow(Given.At(9), 100, 101), new TickRow(Given.At(10), 100, 101)])).Result;

        Assert.Equal(Of(Given.At(10) + UtcNanos.Hour).EventLogHash, Of(Given.At(10) + days * UtcNanos.Day).EventLogHash);
    }

    [Fact]
    public void A_timer_that_never_ends_can_be_interrupted()
    {
        using var stop = new CancellationTokenSource();
        var strategy = new Scripted
        {
            Started = self => self.SetTimer(Time(9), "again"),
            Timed = (self, _) =>
            {
                self.SetTimer(self.Now, "again");
                stop.Cancel();
            },
        };
        var engine = new Engine(Given.Usd, strategy, [Tapes.Ticks(Given.EurUsd, [new(Given.At(8), 100, 101), new(Given.At(10), 100, 101)])], new RecordingSink());

        Assert.True(engine.Run(stop.Token).IsPartial);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_span_that_does_not_advance_is_refused(int seconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ring(self => self.SetTimer(TimeSpan.FromSeconds(seconds), "never"), [9, 10]));
    }

    [Fact]
    public void A_timer_set_within_a_stretch_of_ticks_cuts_it()
    {
        var seen = new List<string>();
        var strategy = new TickScripted
        {
            Ticked = (self, tick) =>
            {
                seen.Add($"tick {tick.BidRaw}");
                if (tick.BidRaw == 101)
                {
                    self.SetTimer(self.Now.AddSeconds(1.5), "t");
                }
            },
            Timed = (_, name) => seen.Add(name),
        };
        Play.Run(strategy, [.. Enumerable.Range(0, 5).Select(i => new TickRow(Given.At(9, 0, i), 100 + i, 106))]);

        Assert.Equal(["tick 100", "tick 101", "tick 102", "t", "tick 103", "tick 104"], seen);
    }

    [Fact]
    public void Due_timers_ring_by_time_and_then_as_they_were_set()
    {
        var rings = Ring(
            self =>
            {
                self.SetTimer(Time(10), "b");
                self.SetTimer(Time(9, 30), "a");
                self.SetTimer(Time(10), "c");
            },
            [9, 11]);

        Assert.Equal(["a", "b", "c"], rings.Select(ring => ring.Name));
    }

    [Fact]
    public void The_clock_never_runs_backwards()
    {
        var clock = new ReplayClock();
        clock.MoveTo(5);
        clock.MoveTo(5);

        Assert.Throws<InvalidOperationException>(() => clock.MoveTo(4));
        Assert.Throws<NotSupportedException>(() => clock.CreateTimer(_ => { }, null, default, default));
        Assert.Equal((5L, TimeZoneInfo.Utc), (clock.GetTimestamp(), clock.LocalTimeZone));
    }

    static List<(string Name, long At)> Ring(Action<Scripted> start, int[] hours)
    {
        var rings = new List<(string, long)>();
        Play.Run(
            new Scripted { Started = start, Timed = (self, name) => rings.Add((name, self.Nanos)) },
            [.. hours.Select(hour => new TickRow(Given.At(hour), 100, 101))]);
        return rings;
    }

    static DateTime Time(int hour, int minute = 0) => UtcNanos.ToDateTime(Given.At(hour, minute));
}
