namespace Workbench.Core.Tests.Clock;

public sealed class SessionsTests
{
    static readonly Instrument Share = Given.EurUsd with
    {
        Symbol = "SHARE", Calendar = new BellCalendar((8, 9, SessionKind.Pre), (9, 12, SessionKind.Regular), (13, 17, SessionKind.Regular), (17, 20, SessionKind.Post)),
    };

    [Fact]
    public void Every_bell_rings_at_its_instant_also_where_nothing_trades()
    {
        Assert.Equal(
            ["08 Pre opens", "09 Pre closes", "09 Regular opens", "12 Regular closes", "13 Regular opens", "17 Regular closes", "17 Post opens", "20 Post closes"],
            Bells(Given.At(7), Given.At(7), Given.At(23)));
    }

    [Fact]
    public void A_session_at_hand_when_the_run_begins_tells_only_its_close()
    {
        Assert.Equal(["12 Regular closes", "13 Regular opens", "17 Regular closes"], Bells(Given.At(10), Given.At(10), Given.At(13)));
        Assert.Equal(["09 Regular opens", "12 Regular closes"], Bells(Given.At(9), Given.At(9), Given.At(12, 30)));
    }

    [Fact]
    public void At_the_data_s_end_what_is_open_closes_within_the_run_s_time_and_nothing_opens()
    {
        Assert.Equal(["12 Regular closes"], Bells(Given.At(10), Given.At(10), Given.At(11)));

        var rung = 0;
        var strategy = new SessionScripted { Rung = (_, _) => rung++ };
        Play.Run(Given.Usd with { Range = new TimeRange(Given.At(10), Given.At(11, 30)) }, strategy, Tapes.Ticks(Share, [new(Given.At(10), 100, 101), new(Given.At(11), 100, 101)]));
        Assert.Equal(0, rung);
    }

    [Fact]
    public void At_one_instant_bars_close_then_sessions_then_timers_ring_and_then_the_tick_comes()
    {
        var order = new List<string>();
        var strategy = new SessionScripted
        {
            Started = self =>
            {
                self.Subscribe(Bars.Minutes(1));
                self.SetTimer(UtcNanos.ToDateTime(Given.At(17)), "timer");
            },
            Barred = (self, bar) => Note(self, $"bar {bar.Spec}"),
            Rung = (self, bell) => Note(self, $"{bell.Kind} {(bell.IsOpening ? "opens" : "closes")}"),
            Timed = (self, name) => Note(self, name),
            Ticked = (self, _) => Note(self, "tick"),
        };
        Play.Run(Given.Usd, strategy, Tapes.Ticks(Share, [new(Given.At(16, 59, 30), 100, 101), new(Given.At(17), 100, 101), new(Given.At(18), 100, 101)]));

        Assert.Equal(["bar 1m", "Regular closes", "Post opens", "timer", "tick"], order);

        void Note(Scripted self, string what)
        {
            if (self.Nanos == Given.At(17))
            {
                order.Add(what);
            }
        }
    }

    [Fact]
    public void Of_two_markets_what_closes_comes_before_what_opens()
    {
        var early = Given.EurUsd with { Symbol = "EARLY", Calendar = new BellCalendar((8, 13, SessionKind.Regular)) };
        var order = new List<string>();
        var strategy = new SessionScripted
        {
            Rung = (self, bell) => { if (self.Nanos == Given.At(13)) { order.Add($"{bell.Instrument.Symbol} {bell.IsOpening}"); } },
        };
        Play.Run(
            Given.Usd, strategy,
            Tapes.Ticks(Share, [new(Given.At(12), 100, 101), new(Given.At(14), 100, 101)]),
            Tapes.Ticks(early, [new(Given.At(12), 100, 101), new(Given.At(14), 100, 101)]));

        Assert.Equal(["EARLY False", "SHARE True"], order);
    }

    [Fact]
    public void An_order_sent_at_the_bell_meets_the_first_tick_of_its_instant()
    {
        var strategy = new SessionScripted { Rung = (self, bell) => { if (bell is { IsOpening: true, Kind: SessionKind.Regular }) { self.Buy(1000m); } } };
        var (_, sink) = Play.Run(Given.Usd with { Range = new TimeRange(Given.At(8), Given.At(10)) }, strategy, Tapes.Ticks(Share, [new(Given.At(9), 100, 101), new(Given.At(9), 200, 201)]));

        Assert.Equal((Given.At(9), 0.00101m), (sink.Fills[0].Time, sink.Fills[0].Price));
    }

    [Fact]
    public void A_market_that_never_closes_has_its_days()
    {
        var seen = new List<(long, bool)>();
        var strategy = new SessionScripted { Rung = (self, bell) => seen.Add((self.Nanos, bell.IsOpening)) };
        Play.Run(Given.Usd with { Range = new TimeRange(Given.At(1), Given.At(30)) }, strategy, Tapes.Ticks(Given.EurUsd, [new(Given.At(1), 100, 101), new(Given.At(30), 100, 101)]));

        Assert.Equal([(Given.At(24), false), (Given.At(24), true)], seen);
    }

    static List<string> Bells(long from, params long[] ticks)
    {
        var bells = new List<string>();
        var strategy = new SessionScripted
        {
            Rung = (self, bell) =>
            {
                Assert.Equal(self.Nanos, bell.TimeNanos);
                bells.Add($"{self.Now:HH} {bell.Kind} {(bell.IsOpening ? "opens" : "closes")}");
            },
        };
        var config = Given.Usd with { Range = new TimeRange(from, Given.At(24)) };
        Play.Run(config, strategy, Tapes.Ticks(Share, [.. ticks.Select(time => new TickRow(time, 100, 101))]));
        return bells;
    }
}
