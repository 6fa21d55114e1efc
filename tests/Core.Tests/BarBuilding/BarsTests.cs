namespace Workbench.Core.Tests.BarBuilding;

public sealed class BarsTests
{
    static readonly BarSpec[] Lengths = [Bars.Minutes(1), Bars.Minutes(5).Of(PriceSource.Bid), Bars.Seconds(30).Of(PriceSource.Ask), Bars.Hours(1), Bars.Days()];

    [Fact]
    public void Bars_of_ticks_are_those_of_naive_grouping_and_come_at_their_close()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var ticks = RandomWalk.Ticks(seed, 3_000);
            var seen = Collect(out var strategy, Lengths);
            Play.Run(Given.Usd, strategy, Tapes.Ticks(Given.EurUsd, ticks));

            foreach (var spec in Lengths)
            {
                Assert.Equal(Naive(ticks, spec), seen.Where(bar => bar.Spec == spec).Select(Text));
            }
        }
    }

    [Fact]
    public void Longer_bars_of_stored_minutes_are_those_of_naive_grouping()
    {
        BarSpec[] longer = [Bars.Minutes(1), Bars.Minutes(5), Bars.Hours(1), Bars.Days()];
        for (var seed = 1; seed <= 20; seed++)
        {
            var minutes = RandomWalk.Bars(seed, 4_000, UtcNanos.Minute);
            var seen = Collect(out var strategy, longer);
            Play.Run(Given.Usd, strategy, Tapes.Bars(Given.EurUsd, Bars.Minutes(1), minutes));

            foreach (var spec in longer)
            {
                var expected = minutes.GroupBy(bar => bar.Open / spec.NominalNanos).Select(group => (
                    group.Key * spec.NominalNanos, (group.Key + 1) * spec.NominalNanos, group.First().O, group.Max(bar => bar.H), group.Min(bar => bar.L),
                    group.Last().C, group.Sum(bar => bar.Volume)));
                var actual = seen.Where(bar => bar.Spec == spec).Select(bar => (bar.OpenNanos, bar.CloseNanos, bar.OpenRaw, bar.HighRaw, bar.LowRaw, bar.CloseRaw, bar.VolumeRaw));
                Assert.Equal(expected.Where(bar => bar.Item2 <= Given.Usd.Range.To), actual);
            }
        }
    }

    [Fact]
    public void Bars_of_prints_carry_volume_and_count()
    {
        TradeRow[] prints = [new(Given.At(9, 0, 1), 100, 5), new(Given.At(9, 0, 2), 104, 2), new(Given.At(9, 0, 59), 99, 1), new(Given.At(9, 7), 101, 9)];
        var seen = Collect(out var strategy, Bars.Minutes(1));
        Play.Run(Given.Usd, strategy, Tapes.Trades(Given.EurUsd, prints));

        Assert.Equal([(100, 104, 99, 99, 8, 3), (101, 101, 101, 101, 9, 1)], seen.Select(bar => (bar.OpenRaw, bar.HighRaw, bar.LowRaw, bar.CloseRaw, bar.VolumeRaw, bar.Count)));
    }

    [Fact]
    public void Prints_beside_quotes_make_no_bar_where_nothing_was_quoted()
    {
        TickRow[] quotes = [new(Given.At(9, 0, 1), 100, 102), new(Given.At(9, 9), 200, 202)];
        TradeRow[] prints = [new(Given.At(9, 0, 30), 101, 5), new(Given.At(9, 5), 150, 1)];
        var seen = Collect(out var strategy, Bars.Minutes(1));
        Play.Run(Given.Usd, strategy, Tapes.Ticks(Given.EurUsd, quotes), Tapes.Trades(Given.EurUsd, prints));

        Assert.Equal([Given.At(9, 0), Given.At(9, 9)], seen.Select(bar => bar.OpenNanos));
    }

    [Fact]
    public void A_stored_bar_across_the_end_of_a_longer_one_belongs_to_the_next_and_none_is_empty()
    {
        // Hours of a stock exchange that opens at 9:30.
        var hours = Enumerable.Range(0, 6).Select(i => new BarRow(Given.At(9 + i, 30), Given.At(10 + i, 30), 100 + i, 110 + i, 90 + i, 105 + i, 1)).ToArray();
        var seen = Collect(out var strategy, Bars.Hours(2));
        Play.Run(Given.Usd, strategy, Tapes.Bars(Given.EurUsd, Bars.Hours(1), hours));

        Assert.Equal([(Given.At(10), 100, 2), (Given.At(12), 102, 2), (Given.At(14), 104, 2)], seen.Select(bar => (bar.OpenNanos, bar.OpenRaw, bar.VolumeRaw)));
    }

    [Fact]
    public void At_one_instant_the_longest_bar_comes_first_and_every_indicator_knows_it_already()
    {
        var order = new List<string>();
        Sma minute = new(1), hour = new(1);
        var strategy = new Scripted
        {
            Started = self =>
            {
                self.Add(minute, Bars.Minutes(1));
                self.Add(hour, Bars.Hours(1));
                self.Subscribe(Bars.Minutes(5));
            },
            Barred = (self, bar) =>
            {
                if (self.Nanos == Given.At(10))
                {
                    order.Add($"{bar.Spec} {minute.IsReady} {hour.IsReady}");
                }
            },
        };
        Play.Run(strategy, new TickRow(Given.At(9, 59, 30), 100, 102), new TickRow(Given.At(10, 0), 104, 106));

        Assert.Equal(["1h True True", "5m True True", "1m True True"], order);
    }

    [Fact]
    public void A_bar_whose_end_lies_beyond_the_run_is_not_shown()
    {
        var seen = Collect(out var strategy, Bars.Minutes(1), Bars.Hours(1));
        var config = Given.Usd with { Range = new TimeRange(Given.At(9), Given.At(9, 2)) };
        Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, [new(Given.At(9, 1, 1), 100, 102)]));

        Assert.Equal(["1m"], seen.Select(bar => bar.Spec.ToString()));
    }

    [Fact]
    public void Bars_by_ticks_close_with_their_last_tick()
    {
        var seen = Collect(out var strategy, Bars.Ticks(3), Bars.Tick.Of(PriceSource.Ask));
        Play.Run(strategy, [.. Enumerable.Range(1, 7).Select(i => new TickRow(Given.At(9, 0, i), 100 + i * (i % 2 == 0 ? 1 : -1), 110))]);

        Assert.Equal([(Given.At(9, 0, 1), Given.At(9, 0, 3)), (Given.At(9, 0, 4), Given.At(9, 0, 6))], seen.Where(bar => bar.Spec.Length == 3).Select(bar => (bar.OpenNanos, bar.CloseNanos)));
        Assert.Equal((1045, 1060, 1035, 1035), seen.Where(bar => bar.Spec.Length == 3).Select(bar => (bar.OpenRaw, bar.HighRaw, bar.LowRaw, bar.CloseRaw)).First());
        Assert.Equal(7, seen.Count(bar => bar.Spec.IsTick && bar.CloseRaw == 110));
    }

    [Fact]
    public void Shorter_bars_than_the_stored_ones_are_refused()
    {
        Collect(out var finer, Bars.Seconds(30));
        Collect(out var odd, Bars.Tick);
        Collect(out var other, Bars.Minutes(5).Of(PriceSource.Ask));

        foreach (var strategy in (Strategy[])[finer, odd, other])
        {
            Assert.Equal("WB4004", Assert.Throws<WorkbenchException>(() => Play.RunBars(strategy, RandomWalk.Bars(1, 10, UtcNanos.Minute))).Code);
        }
    }

    /// <summary>Bars as they are shown, each seen at its close and not a nanosecond off.</summary>
    static List<Bar> Collect(out Scripted strategy, params BarSpec[] specs)
    {
        var seen = new List<Bar>();
        strategy = new Scripted
        {
            Started = self => Array.ForEach(specs, spec => self.Subscribe(spec)),
            Barred = (self, bar) =>
            {
                Assert.Equal(bar.CloseNanos, self.Nanos);
                Assert.Equal(bar.CloseTime, self.Now);
                seen.Add(bar);
            },
        };
        return seen;
    }

    static IEnumerable<string> Naive(TickRow[] ticks, BarSpec spec)
    {
        long Price(TickRow tick) => spec.Price switch { PriceSource.Bid => tick.Bid, PriceSource.Ask => tick.Ask, _ => (tick.Bid + tick.Ask) * 5 };
        return ticks.GroupBy(tick => tick.Time / spec.NominalNanos)
            .Select(group => $"{group.Key * spec.NominalNanos} {Price(group.First())} {group.Max(Price)} {group.Min(Price)} {Price(group.Last())} {group.Count()}");
    }

    static string Text(Bar bar) => $"{bar.OpenNanos} {bar.OpenRaw} {bar.HighRaw} {bar.LowRaw} {bar.CloseRaw} {bar.Count}";
}
