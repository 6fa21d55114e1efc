namespace Workbench.Core.Tests.Door;

public sealed class MergeTests
{
    [Fact]
    public void Tapes_are_merged_by_time_and_then_by_their_order()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var dice = new SeededRandom(seed);
            Instrument[] markets = [.. Enumerable.Range(0, dice.Next(2, 6)).Select(i => Given.EurUsd with { Symbol = $"M{i}" })];
            var rows = markets.Select((_, i) => Crowded(seed * 10 + i)).ToArray();
            var seen = new List<(int, long)>();
            var strategy = new TickScripted { Ticked = (_, tick) => seen.Add((Array.IndexOf(markets, tick.Instrument), tick.BidRaw)) };
            Play.Run(Given.Usd, strategy, [.. markets.Select((market, i) => Tapes.Ticks(market, rows[i], () => dice.Next(1, 9)))]);

            var expected = rows.SelectMany((tape, i) => tape.Select(row => (row.Time, Tape: i, row.Bid))).OrderBy(each => each.Time).ThenBy(each => each.Tape);
            Assert.Equal(expected.Select(each => (each.Tape, each.Bid)), seen);
        }
    }

    [Fact]
    public void At_one_instant_stored_bars_close_then_bars_are_shown_then_timers_ring_then_new_things_come()
    {
        var (bars, ticks, prints) = (Given.EurUsd, Given.EurUsd with { Symbol = "T" }, Given.EurUsd with { Symbol = "P" });
        var seen = new List<string>();
        var strategy = new TickScripted
        {
            Started = self =>
            {
                self.Subscribe(Bars.Minutes(1), bars);
                self.Subscribe(Bars.Minutes(1), ticks);
                self.SetTimer(UtcNanos.ToDateTime(Given.At(9, 1)), "timer");
            },
            Barred = (self, bar) => seen.Add($"bar {bar.Instrument.Symbol} {self.Market(bars).Bid}"),
            Timed = (_, name) => seen.Add(name),
            Ticked = (_, tick) => seen.Add($"tick {tick.TimeNanos == Given.At(9, 1)}"),
            Printed = (self, _) => seen.Add($"print {self.Market(bars).Bid}"),
        };
        Play.Run(
            Given.Usd with { Range = new TimeRange(Given.At(9), Given.At(9, 1) + 1) }, strategy,
            Tapes.Trades(prints, [new(Given.At(9, 1), 5, 1)]),
            Tapes.Ticks(ticks, [new(Given.At(9, 0, 30), 100, 101), new(Given.At(9, 1), 100, 101)]),
            Tapes.Bars(bars, Bars.Minutes(1), [new(Given.At(9), Given.At(9, 1), 100, 100, 100, 200), new(Given.At(9, 1), Given.At(9, 2), 300, 300, 300, 300)]));

        Assert.Equal(["tick False", "bar EURUSD 0.00200", "bar T 0.00200", "timer", "print 0.00200", "tick True"], seen.Take(6));
    }

    [Fact]
    public void Tapes_are_disposed_of_however_the_run_ends()
    {
        var cursor = new ArrayCursor<TickBatch, TickRow>(Given.EurUsd, [new(1, 2, 3)], () => 9, batch => batch.Count = 0, (batch, row) => batch.Add(row.Time, row.Bid, row.Ask, 0, 0));
        var strategy = new TickScripted { Ticked = (_, _) => throw new NotImplementedException() };

        Assert.Throws<NotImplementedException>(() => Play.Run(Given.Usd, strategy, Tape.OfTicks(cursor)));
        Assert.True(cursor.IsDisposed);
    }

    [Fact]
    public void An_empty_tape_makes_an_empty_run()
    {
        var (result, sink) = Play.Run(new Scripted());

        Assert.Equal((0L, 0L, 0L, 100_000m), (result.Events, result.FirstEvent, result.LastEvent, result.EndEquity));
        Assert.Empty(sink.Days);
    }

    [Fact]
    public void Stored_bars_beside_another_tape_of_the_same_instrument_are_refused()
    {
        var bars = RandomWalk.Bars(1, 5, UtcNanos.Minute);
        Tape[] mixed = [Tapes.Bars(Given.EurUsd, Bars.Minutes(1), bars), Tapes.Ticks(Given.EurUsd, RandomWalk.Ticks(1, 5))];

        Assert.Equal("WB4015", Assert.Throws<WorkbenchException>(() => Play.Run(Given.Usd, new Scripted(), mixed)).Code);
        Assert.Equal("WB4015", Assert.Throws<WorkbenchException>(() => Play.Run(Given.Usd, new Scripted(), mixed[1], mixed[0])).Code);
    }

    [Theory]
    [InlineData(DataKind.Ticks)]
    [InlineData(DataKind.Trades)]
    [InlineData(DataKind.Depth)]
    public void Two_tapes_of_a_kind_of_the_same_instrument_are_refused(DataKind kind)
    {
        Tape Made() => kind switch
        {
            DataKind.Ticks => Tapes.Ticks(Given.EurUsd, RandomWalk.Ticks(1, 5)),
            DataKind.Trades => Tapes.Trades(Given.EurUsd, [new(Given.At(9), 100, 1)]),
            _ => Tapes.Depth(Given.EurUsd, RandomBook.Of(1, 5, gaps: false).Depth),
        };

        Assert.Equal("WB4015", Assert.Throws<WorkbenchException>(() => Play.Run(Given.Usd, new Scripted(), Made(), Made())).Code);
    }

    [Fact]
    public void The_last_point_of_equity_is_given_once()
    {
        // The last bar, the last sample and the run end at one instant.
        var config = Given.Usd with { Range = new TimeRange(Given.At(9), Given.At(10)) };
        var strategy = new Scripted { Started = self => self.Subscribe(Bars.Minutes(1)) };
        var (_, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, [new(Given.At(9), 100, 101), new(Given.At(9, 59, 59, 900), 100, 101)]));

        Assert.Equal(Given.At(10), sink.Points[^1].Time);
        Assert.All(sink.Points.Zip(sink.Points.Skip(1)), pair => Assert.True(pair.First.Time < pair.Second.Time));
    }

    [Fact]
    public void A_cancelled_run_is_partial_and_true_as_far_as_it_goes()
    {
        using var stop = new CancellationTokenSource();
        var strategy = new TickScripted { Ticked = (self, tick) => { if (tick.BidRaw == 105) { self.TargetPosition(1m); stop.Cancel(); } } };
        var ticks = Enumerable.Range(0, 50).Select(i => new TickRow(Given.At(9, i), 100 + i, 100 + i)).ToArray();
        var result = new Engine(Given.Usd, strategy, [Tapes.Ticks(Given.EurUsd, ticks, () => 1)], new RecordingSink()).Run(stop.Token);

        Assert.True(result.IsPartial);
        Assert.Equal((6L, 1L, 0L), (result.Events, result.Orders.Submitted, result.Fills));
    }

    [Fact]
    public void A_strategy_object_serves_one_run_and_has_no_market_before_it()
    {
        var strategy = new Scripted();
        Assert.Throws<InvalidOperationException>(() => strategy.Buy(1m));
        Play.Run(strategy, new TickRow(1, 2, 3));
        Assert.Throws<InvalidOperationException>(() => Play.Run(strategy, new TickRow(1, 2, 3)));
    }

    /// <summary>Few instants and many ticks, so that most times are shared between tapes.</summary>
    static TickRow[] Crowded(int seed)
    {
        var dice = new SeededRandom(seed);
        var time = Given.Monday;
        return [.. Enumerable.Range(0, dice.Next(1, 300)).Select(i => new TickRow(time += dice.Next(3) == 0 ? UtcNanos.Second : 0, 1_000 + i, 1_000 + i))];
    }
}
