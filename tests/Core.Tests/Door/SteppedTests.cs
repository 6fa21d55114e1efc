namespace Workbench.Core.Tests.Door;

/// <summary>An engine that is stepped over tapes it shares comes to what one comes to that runs alone over its own.</summary>
public sealed class SteppedTests
{
    [Fact]
    public void Engines_stepped_over_shared_tapes_come_to_the_same_runs()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var eur = RandomWalk.Ticks(seed, 3_000);
            var pounds = RandomWalk.Bars(seed + 500, 400, UtcNanos.Minute, start: 180_000);
            var rates = RandomWalk.Ticks(seed + 900, 1_500, start: 145_000, from: Given.Monday - UtcNanos.Day);

            Same(seed, cut =>
            [
                Tapes.Ticks(Given.UsdJpy, rates, cut, ratesOnly: true),
                Tapes.Ticks(Given.EurUsd, eur, cut),
                Tapes.Bars(Given.GbpJpy, Bars.Minutes(1).Of(PriceSource.Bid), pounds, cut),
            ]);
        }
    }

    [Fact]
    public void Prints_and_depth_are_shared_like_quotes()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var dice = new SeededRandom(seed);
            var quotes = RandomWalk.Ticks(seed, 800);
            var prints = quotes.Select(row => new TradeRow(row.Time + dice.Next(3) * UtcNanos.Second, row.Bid, dice.Next(1, 9))).OrderBy(row => row.Time).ToArray();

            Same(seed, cut => [Tapes.Ticks(Given.EurUsd, quotes, cut), Tapes.Trades(Given.EurUsd, prints, cut)], Given.EurUsd);

            var (book, sold) = RandomBook.Of(seed, 500, gaps: true);
            Same(seed, cut => [Tapes.Depth(Given.EurUsd, book, cut), Tapes.Ticks(Given.EurUsd, quotes, cut), Tapes.Trades(Given.EurUsd, sold, cut)], Given.EurUsd);
        }
    }

    [Fact]
    public void A_step_ends_with_what_closes_at_its_instant_and_before_what_is_new_at_it()
    {
        var bars = new BarRow[] { new(Given.At(1), Given.At(2), 10, 12, 9, 11), new(Given.At(2), Given.At(3), 20, 20, 20, 20) };
        List<(long Close, long Time)> seen = [];
        var strategy = new Scripted { Started = self => self.Subscribe(Bars.Hours(1)), Barred = (self, bar) => seen.Add((bar.CloseRaw, self.Nanos)) };
        var engine = new Engine(Given.Usd, strategy, [Tapes.Bars(Given.EurUsd, Bars.Hours(1), bars)], new ForgetfulSink());

        engine.Begin();
        Assert.True(engine.Advance(Given.At(2)));
        Assert.Equal([(11, Given.At(2))], seen);
        Assert.False(engine.Advance(Given.At(3)));
        Assert.False(engine.End().IsPartial);
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void A_run_that_ends_between_two_steps_is_partial()
    {
        var engine = new Engine(Given.Usd, Erratic.Unseeing(1, Given.EurUsd), [Tapes.Ticks(Given.EurUsd, RandomWalk.Ticks(1, 500))], new ForgetfulSink());

        engine.Begin();
        engine.Advance(Given.At(1));

        Assert.True(engine.End().IsPartial);
    }

    [Fact]
    public void Cells_know_of_every_stretch_what_its_ticks_say()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var dice = new SeededRandom(seed);
            var batch = new TickBatch();
            var (time, pause) = (Given.Monday, (long)dice.Next(1, 40) * (seed % 5 == 0 ? UtcNanos.Hour : UtcNanos.Millisecond * 50));
            for (var count = dice.Next(1, TickBatch.Capacity + 1); batch.Count < count;)
            {
                batch.Add(time, dice.Next(1, 1_000), dice.Next(1, 1_000), 1, 1);
                time += dice.Next(4) == 0 ? 0 : dice.Next(2) * pause + dice.Next(1_000);
            }

            var cells = new TickCells();
            cells.Take(batch);
            TickPage known = new(batch, cells), plain = new(batch, null);
            for (var i = 0; i < 200; i++)
            {
                var from = dice.Next(batch.Count);
                var limit = batch.Time[from] + 1 + (long)dice.Next(1, 4_000) * dice.Next(1, 4_000) * UtcNanos.Millisecond / 100;
                limit = dice.Next(2) == 0 ? limit : UtcNanos.Floor(limit, UtcNanos.Minute) + UtcNanos.Minute;
                var expected = plain.Until(from, 0, limit);
                var run = known.Until(from, known.CellOf(from, 0), limit);
                var message = $"seed {seed}: from {from} before {limit} of {batch.Count}";
                Assert.True((expected.From, expected.To) == (run.From, run.To), message);
                Assert.True((plain.Bids(expected), plain.Asks(expected), plain.Sums(expected)) == (known.Bids(run), known.Asks(run), known.Sums(run)), message);
                Assert.True(plain.Last(expected) == known.Last(run), message);
                Assert.True(run.To == batch.Count || plain.TimeBehind(expected) == known.TimeBehind(run), message);
                Assert.True(run.First < 0 || run.Last == known.CellOf(run.To, 0), message);
            }
        }
    }

    static void Same(int seed, Func<Func<int>?, Tape[]> open, params Instrument[] traded)
    {
        Instrument[] of = traded.Length > 0 ? traded : [Given.EurUsd, Given.GbpJpy];
        var config = Given.Usd with { Commission = new CommissionSchedule { Rate = 0.00002m, Minimum = 0.1m } };
        var alone = Enumerable.Range(0, 3).Select(i => Play.Run(config, Erratic.Unseeing(seed + i, of), open(null))).ToList();
        var dice = new SeededRandom(seed);
        SharedTape[] shared = [.. open(() => dice.Next(1, 400)).Select(SharedTape.Of)];
        foreach (var tape in shared)
        {
            tape.Decode();
        }

        var sinks = alone.ConvertAll(_ => new RecordingSink());
        var engines = sinks.Select((sink, i) => new Engine(config, Erratic.Unseeing(seed + i, of), [.. shared.Select(tape => tape.Open())], sink)).ToList();
        engines.ForEach(engine => engine.Begin());
        while (shared.MinBy(tape => tape.DecodedTo) is { DecodedTo: < long.MaxValue } behind)
        {
            behind.Decode();
            var to = shared.Min(tape => tape.DecodedTo);
            engines.ForEach(engine => engine.Advance(to));
            foreach (var tape in shared)
            {
                tape.Forget(to);
            }
        }

        for (var i = 0; i < engines.Count; i++)
        {
            var (result, sink) = alone[i];
            engines[i].Advance(long.MaxValue);
            var stepped = engines[i].End();
            Assert.True(result.Fills > 0, $"seed {seed}: nothing was traded");
            Assert.True(result.EventLogHash == stepped.EventLogHash, $"seed {seed}: another hash");
            Assert.True(sink.Points.SequenceEqual(sinks[i].Points) && sink.Days.SequenceEqual(sinks[i].Days), $"seed {seed}: other equity");
            Assert.True(sink.Candles.Select(candle => candle.Bar).SequenceEqual(sinks[i].Candles.Select(candle => candle.Bar)), $"seed {seed}: other candles");
            Assert.True(
                (result.MinEquity, result.MaxEquity, result.MaxDrawdown, result.Events, result.LastEvent) ==
                (stepped.MinEquity, stepped.MaxEquity, stepped.MaxDrawdown, stepped.Events, stepped.LastEvent), $"seed {seed}: other extremes");
        }
    }
}
