namespace Workbench.Core.Tests.Simulation;

/// <summary>Orders that meet an order book: bids 10 at 100 and 20 at 99, asks 5 at 102 and 50 at 103.</summary>
public sealed class DepthTests
{
    static readonly Instrument Coin = new()
    {
        Symbol = "XYZUSD", BaseCurrency = "XYZ", QuoteCurrency = "USD", PriceScale = 0, AssetClass = AssetClass.Crypto,
    };

    static readonly DepthRow[] Snapshot =
    [
        new(At(1), Side.Buy, 100, 10, DepthFlags.Snapshot), new(At(1), Side.Buy, 99, 20),
        new(At(1), Side.Sell, 102, 5), new(At(1), Side.Sell, 103, 50, DepthFlags.End),
    ];

    [Fact]
    public void A_market_order_walks_the_ladder_level_by_level()
    {
        var sink = Run(self => self.Buy(8m), Touch(2));

        Assert.Equal([(5m, 102m, 0m), (3m, 103m, 3m)], sink.Fills.Select(fill => (fill.Qty, fill.Price, fill.SlippageCost)));
    }

    [Fact]
    public void What_was_taken_is_gone_until_the_level_changes()
    {
        var orders = new[] { 5m, 5m, 5m };
        var at = 0;
        var sink = Run(
            new Scripted { Booked = (self, _) => { if (at < 3) { self.Buy(orders[at++]); } } },
            [.. Snapshot, Row(2, Side.Buy, 98, 1), Row(3, Side.Buy, 98, 2), Row(4, Side.Sell, 102, 7)]);

        Assert.Equal([102m, 103m, 102m], sink.Fills.Select(fill => fill.Price));
    }

    [Fact]
    public void A_limit_takes_no_further_than_its_price_and_waits_with_the_rest()
    {
        var sink = Run(self => self.BuyLimit(8m, 102m), Touch(2));

        Assert.Equal([(5m, 102m)], sink.Fills.Select(fill => (fill.Qty, fill.Price)));
        Assert.Equal((OrdStatus.PartiallyFilled, 3m), (sink.Orders[^1].Status, sink.Orders[^1].LeavesQty));
    }

    [Fact]
    public void Fill_or_kill_looks_at_the_whole_ladder()
    {
        var killed = Run(self => self.Send(new NewOrder(Side.Buy, OrderType.Limit, 60m) { Price = 103m, TimeInForce = TimeInForce.Fok }), Touch(2));
        var filled = Run(self => self.Send(new NewOrder(Side.Buy, OrderType.Limit, 55m) { Price = 103m, TimeInForce = TimeInForce.Fok }), Touch(2));

        Assert.Empty(killed.Fills);
        Assert.Equal(OrdStatus.Expired, Assert.Single(killed.Orders).Status);
        Assert.Equal([5m, 50m], filled.Fills.Select(fill => fill.Qty));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(12, 2)]
    [InlineData(30, 4)]
    public void Prints_serve_the_queue_before_us(long printed, int filled)
    {
        var sink = Run(self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1)], [new TradeRow(At(3), 100, printed, Side.Sell)]);

        Assert.Equal(filled, sink.Fills.Sum(fill => fill.Qty));
    }

    [Fact]
    public void A_print_of_our_own_side_serves_nobody()
    {
        var sink = Run(self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1)], [new TradeRow(At(3), 100, 99, Side.Buy)]);

        Assert.Empty(sink.Fills);
    }

    [Fact]
    public void A_print_beyond_our_price_serves_us_whole()
    {
        var sink = Run(self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1)], [new TradeRow(At(3), 99, 1, Side.Sell)]);

        Assert.Equal((4m, 100m), (Assert.Single(sink.Fills).Qty, sink.Fills[0].Price));
    }

    [Theory]
    [InlineData("risk-averse", 0)]
    [InlineData("probability 1", 3)]
    public void Cancellations_shorten_the_queue_as_the_model_believes(string model, int filled)
    {
        // Ten are ahead, ten join behind us, ten cancel: a risk-averse trader thinks those were behind, another that half of them were ahead.
        var sink = Run(
            self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1), Row(3, Side.Buy, 100, 20), Row(4, Side.Buy, 100, 10)],
            [new TradeRow(At(5), 100, 8, Side.Sell)], Given.Usd with { Queue = ModelText.Queue(model) });

        Assert.Equal(filled, sink.Fills.Sum(fill => fill.Qty));
    }

    [Fact]
    public void A_print_and_the_level_that_follows_it_count_once()
    {
        var sink = Run(
            self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1), Row(4, Side.Buy, 100, 4)], [new TradeRow(At(3), 100, 6, Side.Sell), new TradeRow(At(5), 100, 4, Side.Sell)]);

        Assert.Empty(sink.Fills);
    }

    [Fact]
    public void The_other_side_at_our_price_serves_us()
    {
        var sink = Run(self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1), new DepthRow(At(3), Side.Buy, 100, 0), new DepthRow(At(3), Side.Sell, 100, 3, DepthFlags.End)]);

        Assert.Equal((4m, 100m), (Assert.Single(sink.Fills).Qty, sink.Fills[0].Price));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(12, 2)]
    public void A_post_only_limit_stands_in_the_queue_like_any_other(long printed, int filled)
    {
        var sink = Run(
            self => self.Send(NewOrder.Limit(Side.Buy, 4m, 100m) with { PostOnly = true }),
            [Row(2, Side.Buy, 98, 1)], [new TradeRow(At(3), 100, printed, Side.Sell)]);

        Assert.Equal(filled, sink.Fills.Sum(fill => fill.Qty));
    }

    [Fact]
    public void A_venue_that_believes_the_quoted_sizes_serves_a_queue_none_the_less()
    {
        var config = Given.Usd with { Liquidity = new QuotedLiquidity() };
        var reached = Run(self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1), new DepthRow(At(3), Side.Buy, 100, 0), new DepthRow(At(3), Side.Sell, 100, 3, DepthFlags.End)], null, config);
        var passed = Run(self => self.BuyLimit(4m, 100m), [Row(2, Side.Buy, 98, 1)], [new TradeRow(At(3), 99, 1, Side.Sell)], config);

        Assert.Equal((4m, 4m), (reached.Fills.Sum(fill => fill.Qty), passed.Fills.Sum(fill => fill.Qty)));
    }

    [Fact]
    public void An_iceberg_queues_again_with_each_slice()
    {
        var sink = Run(
            self => self.Send(NewOrder.Limit(Side.Buy, 6m, 100m) with { DisplayQty = 2m }), [Row(2, Side.Buy, 98, 1)],
            [new TradeRow(At(3), 100, 30, Side.Sell), new TradeRow(At(4), 100, 11, Side.Sell)]);

        Assert.Equal([2m, 1m], sink.Fills.Select(fill => fill.Qty));
    }

    [Fact]
    public void Nothing_is_matched_between_a_gap_and_the_next_snapshot()
    {
        var sink = Run(
            self => self.Buy(1m),
            [new DepthRow(At(2), Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End), Row(3, Side.Sell, 90, 5), .. Snapshot.Select(row => row with { Time = At(4) })]);

        Assert.Equal((At(4), 102m), (Assert.Single(sink.Fills).Time, sink.Fills[0].Price));
    }

    [Fact]
    public void The_rows_of_a_message_are_seen_as_one_however_the_tape_is_cut()
    {
        for (var size = 1; size < 6; size++)
        {
            var seen = new List<(int, int, bool)>();
            var cut = size;
            Play.Run(
                Given.Usd, new Scripted { Booked = (_, book) => seen.Add((book.Depth(Side.Buy), book.Depth(Side.Sell), book.IsValid)) },
                Tapes.Depth(Coin, [.. Snapshot, Row(2, Side.Buy, 99, 0)], () => cut));

            Assert.Equal([(2, 2, true), (1, 2, true)], seen);
        }
    }

    [Fact]
    public void Bars_and_ticks_are_made_of_the_best_prices()
    {
        var bars = new List<string>();
        var strategy = new TickScripted
        {
            Started = self => self.Subscribe(Bars.Minutes(1)),
            Ticked = (_, tick) => bars.Add($"{tick.Bid}/{tick.Ask}"),
            Barred = (_, bar) => bars.Add($"{bar.Open} {bar.High} {bar.Low} {bar.Close}"),
        };
        Play.Run(Given.Usd with { Range = new TimeRange(Given.Monday, Given.At(9, 1)) }, strategy, Tapes.Depth(Coin, [.. Snapshot, Row(2, Side.Sell, 102, 0)]));

        Assert.Equal(["100/102", "100/103", "101.0 101.5 101.0 101.5"], bars);
    }

    static RecordingSink Run(Action<Scripted> first, DepthRow[] rows, TradeRow[]? prints = null, RunConfig? config = null)
    {
        var sent = false;
        var strategy = new Scripted
        {
            Booked = (self, _) =>
            {
                if (!sent)
                {
                    first(self);
                }

                sent = true;
            },
        };
        return Run(strategy, [.. Snapshot, .. rows], prints, config);
    }

    static RecordingSink Run(Strategy strategy, DepthRow[] rows, TradeRow[]? prints = null, RunConfig? config = null)
    {
        Tape[] tapes = prints is null ? [Tapes.Depth(Coin, rows)] : [Tapes.Depth(Coin, rows), Tapes.Trades(Coin, prints)];
        return Play.Run(config ?? Given.Usd, strategy, tapes).Sink;
    }

    static DepthRow[] Touch(int second) => [Row(second, Side.Buy, 98, 1)];

    static DepthRow Row(int second, Side side, long price, long size) => new(At(second), side, price, size, DepthFlags.End);

    static long At(int second) => Given.At(9, 0, second);
}
