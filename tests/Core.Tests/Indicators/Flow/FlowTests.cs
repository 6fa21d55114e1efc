namespace Workbench.Core.Tests.Indicators.Flow;

/// <summary>Figures of the order book's flow: by hand, and against a naive reckoning over drawn books.</summary>
public sealed class FlowTests
{
    static readonly Instrument Coin = new() { Symbol = "BTCUSDT", BaseCurrency = "BTC", QuoteCurrency = "USDT", PriceScale = 2, SizeScale = 1 };

    [Fact]
    public void A_book_by_hand()
    {
        var book = Book((Side.Buy, 10_000, 30), (Side.Buy, 9_999, 50), (Side.Buy, 9_990, 100), (Side.Sell, 10_004, 10), (Side.Sell, 10_005, 70));
        var (mid, spread, micro) = (new BookMid(), new BookSpread(), new Microprice());
        var (one, two, many) = (new BookImbalance(), new BookImbalance(2), new BookImbalance(9));
        var (near, at) = (new DepthWithin(1), new DepthWithin(0));
        foreach (FlowStudy study in new FlowStudy[] { mid, spread, micro, one, two, many, near, at })
        {
            Assert.False(study.IsReady);
            Assert.Equal(double.NaN, study.Value);
            study.Update(book);
            Assert.True(study.IsReady);
        }

        Assert.Equal(100.02, mid.Value, 12);
        Assert.Equal(0.04, spread.Value, 12);
        Assert.Equal(100.03, micro.Value, 12);
        Assert.Equal(0.5, one.Value, 12);
        Assert.Equal(0d, two.Value, 12);
        Assert.Equal((180d - 80d) / 260d, many.Value, 12);
        Assert.Equal((16d, 8d, 8d), (near.Value, near.Bids, near.Asks));
        Assert.Equal((4d, 3d, 1d), (at.Value, at.Bids, at.Asks));
    }

    [Fact]
    public void An_invalid_or_one_sided_book_has_no_figures()
    {
        var book = Book((Side.Buy, 10_000, 30), (Side.Sell, 10_004, 10));
        FlowStudy[] studies = [new BookMid(), new BookSpread(), new Microprice(), new BookImbalance(3), new DepthWithin(2)];
        foreach (var study in studies)
        {
            study.Update(book);
            Assert.True(study.IsReady);
        }

        book.Apply(Side.Sell, 10_004, 0, DepthFlags.End);
        Assert.All(studies, study => { study.Update(book); Assert.True(double.IsNaN(study.Value) && !study.IsReady); });
        Assert.Equal(double.NaN, ((DepthWithin)studies[^1]).Bids);
        book.Apply(Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End);
        Assert.All(studies, study => { study.Update(book); Assert.False(study.IsReady); });
    }

    [Fact]
    public void Order_flow_by_hand()
    {
        // Each message and what it contributes, in raw units: added to the bid or taken from the ask is above 0.
        var book = Book((Side.Buy, 100, 10), (Side.Sell, 102, 20));
        var flow = new OrderFlowImbalance(1);
        flow.Update(book);
        Assert.False(flow.IsReady);
        (Side Side, long Price, long Size, double Expected)[] steps =
        [
            (Side.Buy, 100, 15, 5), (Side.Sell, 102, 12, 8), (Side.Buy, 101, 4, 4), (Side.Buy, 101, 0, -4), (Side.Sell, 102, 0, double.NaN),
        ];
        foreach (var (side, price, size, expected) in steps)
        {
            book.Apply(side, price, size, DepthFlags.End);
            flow.Update(book);
            Assert.Equal(expected / 10d, flow.Value, 12);
        }

        book.Apply(Side.Sell, 103, 9, DepthFlags.End);
        flow.Update(book);
        Assert.False(flow.IsReady);
        book.Apply(Side.Sell, 103, 0, DepthFlags.None);
        book.Apply(Side.Sell, 105, 7, DepthFlags.End);
        flow.Update(book);

        // The best ask rose: what stood there is taken away.
        Assert.Equal(0.9, flow.Value, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Drawn_books_give_what_a_naive_reckoning_gives(int seed)
    {
        var dice = new Random(seed);
        var book = Book((Side.Buy, 990, 30), (Side.Sell, 1_010, 10));
        var (ofi, imbalance, depth, micro) = (new OrderFlowImbalance(7), new BookImbalance(3), new DepthWithin(5), new Microprice());
        var (bids, asks) = (new SortedDictionary<long, long> { [990] = 30 }, new SortedDictionary<long, long> { [1_010] = 10 });
        (long Bid, long BidSize, long Ask, long AskSize)? before = null;
        var contributions = new List<double>();
        for (var i = 0; i < 2_000; i++)
        {
            var isBid = dice.Next(2) == 0;
            var (side, price, size) = (isBid ? bids : asks, isBid ? 1_000L - dice.Next(1, 20) : 1_000L + dice.Next(1, 20), dice.Next(3) == 0 ? 0L : dice.Next(1, 90));
            book.Apply(isBid ? Side.Buy : Side.Sell, price, size, DepthFlags.End);
            side.Remove(price);
            if (size > 0)
            {
                side[price] = size;
            }

            FlowStudy[] studies = [ofi, imbalance, depth, micro];
            foreach (var study in studies)
            {
                study.Update(book);
            }

            if (bids.Count == 0 || asks.Count == 0)
            {
                (before, contributions) = (null, []);
                Assert.All(studies, study => Assert.True(double.IsNaN(study.Value), $"{study} at {i} of seed {seed}"));
                continue;
            }

            var now = (Bid: bids.Last().Key, BidSize: bids.Last().Value, Ask: asks.First().Key, AskSize: asks.First().Value);
            if (before is { } was)
            {
                contributions.Add(Indicator(now.Bid >= was.Bid) * now.BidSize - Indicator(now.Bid <= was.Bid) * was.BidSize
                    - Indicator(now.Ask <= was.Ask) * now.AskSize + Indicator(now.Ask >= was.Ask) * was.AskSize);
            }

            before = now;
            Assert.Equal(contributions.Count < 7 ? double.NaN : contributions.TakeLast(7).Sum() / 10d, ofi.Value, 9);
            double topBids = bids.Reverse().Take(3).Sum(level => level.Value), topAsks = asks.Take(3).Sum(level => level.Value);
            Assert.Equal((topBids - topAsks) / (topBids + topAsks), imbalance.Value, 12);
            Assert.Equal((bids.Where(level => level.Key >= now.Bid - 5).Sum(level => level.Value) + asks.Where(level => level.Key <= now.Ask + 5).Sum(level => level.Value)) / 10d, depth.Value, 9);
            Assert.Equal((now.Bid * (double)now.AskSize + now.Ask * (double)now.BidSize) / (now.BidSize + now.AskSize) / 100d, micro.Value, 9);
        }
    }

    [Fact]
    public void A_print_costs_its_distance_from_the_mid_twice_on_the_side_that_took()
    {
        var spread = new EffectiveSpread(2);
        spread.Update(Print(1, 101, Side.Buy));
        Assert.Equal(default, spread.Taker);

        spread.Update(Quote(2, 100, 104));
        spread.Update(Print(3, 104, Side.Buy));
        spread.Update(Print(4, 101, Side.Sell));

        // Mid 102: 4 and 2 points.
        Assert.Equal(0.03, spread.Value, 12);
        Assert.Equal(Side.Sell, spread.Taker);
    }

    [Fact]
    public void A_print_without_a_side_is_signed_by_the_mid_and_at_the_mid_by_the_move_before()
    {
        var spread = new EffectiveSpread(1);
        spread.Update(Quote(1, 100, 104));
        (long Price, Side Taker, double Spread)[] prints = [(102, default, double.NaN), (103, Side.Buy, 0.02), (102, Side.Sell, 0d), (101, Side.Sell, 0.02), (102, Side.Buy, 0d), (102, Side.Buy, 0d)];
        foreach (var (price, taker, expected) in prints)
        {
            spread.Update(Print(2, price, default));
            Assert.Equal((taker, expected), (spread.Taker, Math.Round(spread.Value, 12)));
        }
    }

    [Fact]
    public void Volumes_are_those_of_the_last_stretch_of_time()
    {
        var (real, ticks) = (new RealVolume(TimeSpan.FromSeconds(10)), new TickVolume(TimeSpan.FromSeconds(10)));
        foreach (var second in new[] { 0, 3, 6 })
        {
            real.Update(Print(second * UtcNanos.Second, 100, Side.Buy, second + 1));
            ticks.Update(Quote(second * UtcNanos.Second, 100 + second, 110));
            Assert.False(real.IsReady || ticks.IsReady);
        }

        real.Update(Print(10 * UtcNanos.Second, 100, Side.Buy, 20));
        ticks.Update(Quote(10 * UtcNanos.Second, 106, 110));
        Assert.Equal((4 + 7 + 20) / 10d, real.Value, 12);
        Assert.Equal(2d, ticks.Value);
        Assert.Equal("RealVolume(0:00:10)", real.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_length_below_one_is_refused(int length)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrderFlowImbalance(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EffectiveSpread(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookImbalance(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RealVolume(TimeSpan.FromSeconds(length)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DepthWithin(length - 1));
    }

    [Fact]
    public void Updates_allocate_nothing()
    {
        var book = Book((Side.Buy, 10_000, 30), (Side.Buy, 9_999, 50), (Side.Sell, 10_004, 10), (Side.Sell, 10_005, 70));
        FlowStudy[] studies = [new BookMid(), new BookSpread(), new Microprice(), new BookImbalance(2), new DepthWithin(3), new OrderFlowImbalance(50), new EffectiveSpread(50)];
        var print = Print(1, 10_004, Side.Buy);
        void Round()
        {
            foreach (var study in studies)
            {
                study.Update(book);
                study.Update(in print);
            }
        }

        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            Round();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static double Indicator(bool holds) => holds ? 1d : 0d;

    static OrderBook Book(params (Side Side, long Price, long Size)[] levels)
    {
        var book = new OrderBook(Coin);
        for (var i = 0; i < levels.Length; i++)
        {
            book.Apply(levels[i].Side, levels[i].Price, levels[i].Size, i == 0 ? DepthFlags.Snapshot : DepthFlags.None);
        }

        return book;
    }

    static Trade Print(long time, long price, Side taker, long size = 10) => new(Coin, time, price, size, taker);

    static Tick Quote(long time, long bid, long ask) => new(Coin, time, bid, ask, 0, 0);
}
