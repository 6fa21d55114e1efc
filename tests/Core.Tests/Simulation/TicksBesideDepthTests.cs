namespace Workbench.Core.Tests.Simulation;

/// <summary>Ticks, prints and the book of one instrument in one run: the book sets the price while it is valid, the ticks while it is void.</summary>
public sealed class TicksBesideDepthTests
{
    static readonly Instrument Coin = Given.EurUsd;

    static readonly DepthRow[] Snapshot =
    [
        new(At(1), Side.Buy, 100, 10, DepthFlags.Snapshot), new(At(1), Side.Buy, 99, 20),
        new(At(1), Side.Sell, 102, 5), new(At(1), Side.Sell, 103, 50, DepthFlags.End),
    ];

    [Fact]
    public void Beside_a_book_that_is_always_valid_ticks_change_no_decision()
    {
        var submitted = 0L;
        for (var seed = 1; seed <= 60; seed++)
        {
            var (depth, prints) = RandomBook.Of(seed, 500, gaps: false);
            TickRow[] ticks = [.. RandomWalk.Ticks(seed + 1_000, 400, start: 108_000).Where(row => row.Time < depth[^1].Time)];
            Tape[] Without() => [Tapes.Depth(Coin, depth), Tapes.Trades(Coin, prints)];
            var alone = Play.Run(Given.Usd, Erratic.Unseeing(seed, Coin), Without()).Result;
            var behind = Play.Run(Given.Usd, Erratic.Unseeing(seed, Coin), [.. Without(), Tapes.Ticks(Coin, ticks)]).Result;
            var before = Play.Run(Given.Usd, Erratic.Unseeing(seed, Coin), [Tapes.Ticks(Coin, ticks), .. Without()]).Result;

            Assert.True(alone.EventLogHash == behind.EventLogHash && alone.EventLogHash == before.EventLogHash, $"seed {seed}");
            Assert.Equal(alone.Events + ticks.Length, behind.Events);
            submitted += alone.Orders.Submitted;
        }

        Assert.True(submitted > 2_000, $"{submitted} orders prove little");
    }

    [Fact]
    public void Beside_a_book_that_is_never_valid_a_run_is_that_of_its_ticks_and_prints()
    {
        var submitted = 0L;
        for (var seed = 1; seed <= 60; seed++)
        {
            var ticks = RandomWalk.Ticks(seed, 800);
            var (depth, prints) = RandomBook.Of(seed, 500, gaps: false);
            DepthRow[] torn = [new(ticks[0].Time, Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End), .. depth.Where(row => (row.Flags & DepthFlags.Snapshot) == 0 && row.Time > ticks[0].Time && row.Time < ticks[^1].Time)];
            TradeRow[] printed = [.. prints.Where(row => row.Time > ticks[0].Time && row.Time < ticks[^1].Time)];
            Tape[] Without() => [Tapes.Ticks(Coin, ticks), Tapes.Trades(Coin, printed)];
            Strategy Made() => seed % 2 == 0 ? Erratic.Seeing(seed, null, Coin) : Erratic.Unseeing(seed, Coin);
            var config = Given.Usd with { Liquidity = seed % 3 == 0 ? new QuotedLiquidity() : Given.Usd.Liquidity };
            var alone = Play.Run(config, Made(), Without()).Result;
            var behind = Play.Run(config, Made(), [.. Without(), Tapes.Depth(Coin, torn)]).Result;
            var before = Play.Run(config, Made(), [Tapes.Depth(Coin, torn), .. Without()]).Result;

            Assert.True(alone.EventLogHash == behind.EventLogHash && alone.EventLogHash == before.EventLogHash, $"seed {seed}");
            submitted += alone.Orders.Submitted;
        }

        Assert.True(submitted > 3_000, $"{submitted} orders prove little");
    }

    [Fact]
    public void The_price_is_the_valid_book_s_else_the_last_tick_s_whatever_comes()
    {
        var (byBook, byTicks) = (0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var (depth, prints) = RandomBook.Of(seed, 400, gaps: true);
            var ticks = RandomWalk.Ticks(seed + 1_000, 400);
            var (isValid, price) = (false, (Bid: 0L, Ask: 0L));
            void Priced(Scripted self) => Assert.True(self.Market() == (Coin.FromRaw(price.Bid), Coin.FromRaw(price.Ask)), $"seed {seed} at {UtcNanos.ToIso(self.Nanos)}");
            var strategy = new TickScripted
            {
                Ticked = (self, tick) =>
                {
                    price = isValid ? price : (tick.BidRaw, tick.AskRaw);
                    byTicks += isValid ? 0 : 1;
                    Priced(self);
                },
                Booked = (self, book) =>
                {
                    isValid = book.IsValid;
                    if (isValid && book.Depth(Side.Buy) > 0 && book.Depth(Side.Sell) > 0)
                    {
                        price = (book.Level(Side.Buy, 0).PriceRaw, book.Level(Side.Sell, 0).PriceRaw);
                        byBook++;
                    }

                    Priced(self);
                },
                Printed = (self, _) => Priced(self),
            };
            Play.Run(Given.Usd, strategy, Tapes.Depth(Coin, depth), Tapes.Trades(Coin, prints), Tapes.Ticks(Coin, ticks));
        }

        Assert.True(byBook > 10_000 && byTicks > 1_000, $"{byBook} and {byTicks}");
    }

    [Fact]
    public void In_a_gap_the_ticks_fill_and_with_the_next_snapshot_the_book_does()
    {
        var sink = Run(
            (second, self) => _ = second is 2 or 6 or 8 ? self.Buy(7m) : null,
            [Gap(4), .. Snapshot.Select(row => row with { Time = At(7) }), Touch(9)],
            [new TickRow(At(3), 80, 90), new TickRow(At(5), 120, 130), new TickRow(At(8), 70, 71)]);

        // Sent at 2 and filled by the book's next word, which is the gap: there is none. The tick at 5 fills it.
        Assert.Equal(
            [(At(5), 130m, 7m), (At(7), 102m, 5m), (At(7), 103m, 2m), (At(9), 103m, 7m)],
            sink.Fills.Select(fill => (fill.Time, fill.Price * 100_000m, fill.Qty)));
    }

    [Fact]
    public void Ticks_are_told_as_they_are_and_the_book_s_own_prices_only_where_there_are_none()
    {
        TickRow[] ticks = [new(At(2), 80, 90), new(At(5), 120, 130)];

        Assert.Equal([(80, 90), (120, 130)], Heard(Tapes.Depth(Coin, [.. Snapshot, Touch(3)]), Tapes.Ticks(Coin, ticks)));
        Assert.Equal([(100, 102), (100, 102)], Heard(Tapes.Depth(Coin, [.. Snapshot, Touch(3)])));
    }

    [Fact]
    public void Bars_are_made_of_what_sets_the_price()
    {
        var bars = new List<string>();
        var strategy = new Scripted
        {
            Started = self => { self.Subscribe(Bars.Minutes(1).Of(PriceSource.Bid)); self.Subscribe(Bars.Ticks(2).Of(PriceSource.Bid)); },
            Barred = (_, bar) => bars.Add($"{bar.Spec} {bar.OpenRaw} {bar.HighRaw} {bar.LowRaw} {bar.CloseRaw}"),
        };
        Play.Run(
            Given.Usd with { Range = new TimeRange(Given.Monday, Given.At(9, 1)) }, strategy, Tapes.Depth(Coin, [.. Snapshot, Gap(4)]),
            Tapes.Ticks(Coin, [new TickRow(At(2), 200, 201), new TickRow(At(5), 120, 130), new TickRow(At(6), 90, 99), new TickRow(At(7), 91, 99)]));

        Assert.Equal(["2t@bid 100 120 100 120", "2t@bid 90 91 90 91", "1m@bid 100 120 90 91"], bars);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(12, 2)]
    public void Prints_of_a_gap_serve_who_stood_in_the_queue_before_it(long printed, int filled)
    {
        var sink = Run(
            (second, self) => _ = second == 2 ? self.BuyLimit(4m, 0.001m) : null,
            [Touch(3), Gap(4)], [new TickRow(At(2), 100, 102), new TickRow(At(9), 100, 102)], [new TradeRow(At(5), 100, printed, Side.Sell)]);

        Assert.Equal(filled, sink.Fills.Sum(fill => fill.Qty));
    }

    [Theory]
    [InlineData(100, 10, 0)]
    [InlineData(100, 12, 2)]
    [InlineData(99, 1, 4)]
    public void Who_came_in_a_gap_stands_behind_all_that_the_next_snapshot_shows(long price, long printed, int filled)
    {
        var sink = Run(
            (second, self) => _ = second == 5 ? self.BuyLimit(4m, 0.001m) : null,
            [Gap(4), .. Snapshot.Select(row => row with { Time = At(8) })],
            [new TickRow(At(5), 101, 102), new TickRow(At(6), 101, 102)],
            [new TradeRow(At(7), 100, 99, Side.Sell), new TradeRow(At(9), price, printed, Side.Sell)]);

        Assert.Equal(filled, sink.Fills.Sum(fill => fill.Qty));
    }

    [Fact]
    public void Ticks_beside_a_book_cost_no_memory_each()
    {
        var (depth, _) = RandomBook.Of(1, 50, gaps: true);
        long Allocated(int count)
        {
            TickRow[] ticks = [.. Enumerable.Range(0, count).Select(i => new TickRow(Given.Monday + i * UtcNanos.Millisecond, 110_000 + i % 7, 110_002 + i % 7))];
            var (sink, tapes) = (new RecordingSink(), new[] { Tapes.Depth(Coin, depth), Tapes.Ticks(Coin, ticks) });
            var engine = new Engine(Given.Usd, new TickScripted { Ticked = static (_, _) => { } }, tapes, sink);
            var before = GC.GetAllocatedBytesForCurrentThread();
            engine.Run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(1_000);
        var more = Allocated(150_000) - Allocated(50_000);

        Assert.True(more < 100_000, $"{more} bytes for 100,000 ticks");
    }

    static List<(long, long)> Heard(params Tape[] tapes)
    {
        var heard = new List<(long, long)>();
        Play.Run(Given.Usd, new TickScripted { Ticked = (_, tick) => heard.Add((tick.BidRaw, tick.AskRaw)) }, tapes);
        return heard;
    }

    /// <summary>Acts at each full second of the first minute, before what the tapes hold at it.</summary>
    static RecordingSink Run(Action<int, Scripted> act, DepthRow[] rows, TickRow[] ticks, TradeRow[]? prints = null)
    {
        var strategy = new Scripted
        {
            Started = self => self.SetTimer(TimeSpan.FromSeconds(1), "second"),
            Timed = (self, _) => act(self.Now.Second, self),
        };
        return Play.Run(
            Given.Usd with { Range = new TimeRange(At(0), At(20)) }, strategy,
            Tapes.Depth(Coin, [.. Snapshot, .. rows]), Tapes.Ticks(Coin, ticks), Tapes.Trades(Coin, prints ?? [])).Sink;
    }

    static DepthRow Gap(int second) => new(At(second), Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End);

    static DepthRow Touch(int second) => new(At(second), Side.Buy, 98, 1, DepthFlags.End);

    static long At(int second) => Given.At(9, 0, second);
}
