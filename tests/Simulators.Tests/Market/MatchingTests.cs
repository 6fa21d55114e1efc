using Workbench.Simulators.Market;

namespace Workbench.Simulators.Tests.Market;

public sealed class MatchingTests
{
    readonly Bench bench = new();

    [Fact]
    public void A_market_order_takes_the_touch_and_is_told_in_order()
    {
        var order = bench.Market(SimSide.Buy, 2);

        Assert.Equal((SimOrderState.Filled, 100.1m), (order.State, order.AvgPrice));
        Assert.Equal("Accepted Filled", bench.Told);
    }

    [Fact]
    public void A_market_order_larger_than_the_book_is_filled_in_part_and_expires()
    {
        var order = bench.Market(SimSide.Buy, 8);

        Assert.Equal((SimOrderState.Expired, SimEnd.NoLiquidity, 5m), (order.State, order.End, order.CumQty));
    }

    [Fact]
    public void A_deeper_book_is_walked_level_by_level()
    {
        var deep = new Bench(depth: 3);

        var order = deep.Market(SimSide.Buy, 8);

        Assert.Equal((5 * 100.1m + 3 * 100.2m) / 8, order.AvgPrice);
    }

    [Fact]
    public void A_limit_order_larger_than_the_touch_waits_with_its_rest_and_the_next_quote_fills_it()
    {
        var order = bench.Limit(SimSide.Buy, 8, 100.1m);
        Assert.Equal((SimOrderState.PartiallyFilled, 3m), (order.State, order.LeavesQty));

        bench.Quote(99.9m, 100.0m, askSize: 2);
        Assert.Equal(1m, bench.Now(order).LeavesQty);
        bench.Quote(99.9m, 100.1m);

        Assert.Equal((SimOrderState.Filled, 100.1m), (bench.Now(order).State, bench.Now(order).AvgPrice));
    }

    [Fact]
    public void At_one_price_the_older_order_is_filled_first_and_a_better_price_before_both()
    {
        var first = bench.Limit(SimSide.Buy, 1, 99.5m);
        var second = bench.Limit(SimSide.Buy, 1, 99.5m);
        var better = bench.Limit(SimSide.Buy, 1, 99.6m);

        bench.Quote(99.3m, 99.4m, askSize: 2);

        Assert.Equal([SimOrderState.Filled, SimOrderState.New, SimOrderState.Filled], new[] { first, second, better }.Select(each => bench.Now(each).State));
    }

    [Fact]
    public void Two_accounts_meet_at_the_price_of_who_waited()
    {
        var waiting = bench.Limit(SimSide.Sell, 1, 100.0m, "other");
        var taking = bench.Limit(SimSide.Buy, 1, 100.1m);

        Assert.Equal((SimOrderState.Filled, 100.0m), (bench.Now(waiting).State, taking.AvgPrice));
        Assert.Equal(bench.Exchange.Fills("other")[0].TradeId, bench.Exchange.Fills("spot")[0].TradeId);
        Assert.True(bench.Exchange.Fills("other")[0].IsMaker);
    }

    [Fact]
    public void Nobody_trades_with_himself()
    {
        var waiting = bench.Limit(SimSide.Sell, 1, 100.0m);

        bench.Limit(SimSide.Buy, 1, 100.0m);

        Assert.Equal((SimOrderState.Expired, SimEnd.SelfTrade), (bench.Now(waiting).State, bench.Now(waiting).End));
        Assert.Empty(bench.Exchange.Fills("spot"));
    }

    [Fact]
    public void A_trade_at_ones_price_first_serves_those_who_were_there_before()
    {
        var order = bench.Limit(SimSide.Buy, 2, 99.9m);

        bench.Exchange.Print(Bench.Symbol, 99.9m, 4, buyerIsMaker: true);
        Assert.Equal(0m, bench.Now(order).CumQty);
        bench.Exchange.Print(Bench.Symbol, 99.9m, 2, buyerIsMaker: true);

        Assert.Equal(1m, bench.Now(order).CumQty);
    }

    [Fact]
    public void A_trade_beyond_ones_price_reaches_it()
    {
        var order = bench.Limit(SimSide.Buy, 2, 99.9m);

        bench.Exchange.Print(Bench.Symbol, 99.8m, 1, buyerIsMaker: true);

        Assert.Equal(1m, bench.Now(order).CumQty);
    }

    [Theory]
    [InlineData(SimTif.Ioc, 8, SimOrderState.Expired, 5)]
    [InlineData(SimTif.Fok, 8, SimOrderState.Expired, 0)]
    [InlineData(SimTif.Fok, 5, SimOrderState.Filled, 5)]
    [InlineData(SimTif.Gtc, 8, SimOrderState.PartiallyFilled, 5)]
    public void A_time_in_force_decides_on_the_rest(SimTif tif, int qty, SimOrderState state, int filled)
    {
        var order = bench.Place(bench.Ticket(SimSide.Buy, SimOrderKind.Limit, qty, 100.1m) with { Tif = tif });

        Assert.Equal((state, (decimal)filled), (order.State, order.CumQty));
    }

    [Fact]
    public void Post_only_is_refused_where_it_would_take()
    {
        var result = bench.Exchange.Place(bench.Ticket(SimSide.Buy, SimOrderKind.Limit, 1, 100.1m) with { Tif = SimTif.Gtx });

        Assert.Equal((SimRefusal.WouldTake, null), (result.Refusal, result.Order));
        Assert.Empty(bench.Events);
    }

    [Fact]
    public void An_amount_to_trade_for_becomes_whole_steps()
    {
        var order = bench.Place(bench.Ticket(SimSide.Buy, SimOrderKind.Market, 0) with { QuoteQty = 250m });

        Assert.Equal((2.4m, SimOrderState.Filled), (order.CumQty, order.State));
    }

    [Fact]
    public void Good_till_date_ends_at_its_date()
    {
        var order = bench.Place(bench.Ticket(SimSide.Buy, SimOrderKind.Limit, 1, 99m) with { Tif = SimTif.Gtd, ExpireAt = bench.Time.Now.AddMinutes(5) });

        bench.Time.Now = bench.Time.Now.AddMinutes(5);
        bench.Exchange.ExpireDue();

        Assert.Equal((SimOrderState.Expired, SimEnd.Time), (bench.Now(order).State, bench.Now(order).End));
    }

    [Fact]
    public void A_subscriber_that_asks_for_changes_is_told_off()
    {
        using var _ = bench.Exchange.Subscribe(each => bench.Quote(1, 2));

        Assert.Throws<InvalidOperationException>(() => bench.Market(SimSide.Buy, 1));
    }

    [Fact]
    public void The_book_shows_our_orders_among_the_others()
    {
        bench.Limit(SimSide.Buy, 2, 99.9m);
        bench.Limit(SimSide.Buy, 1, 100.0m);

        Assert.Equal([new SimLevel(100.0m, 1), new SimLevel(99.9m, 7)], bench.Exchange.Depth(Bench.Symbol).Bids);
    }

    [Fact]
    public void A_fill_can_be_had_at_a_moment_of_ones_own_choosing()
    {
        var order = bench.Limit(SimSide.Buy, 2, 99m);

        Assert.True(bench.Exchange.Hit(order.Id, 0.5m).IsDone);

        Assert.Equal((0.5m, 99m), (bench.Now(order).CumQty, bench.Now(order).AvgPrice));
    }
}
