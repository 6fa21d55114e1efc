namespace Workbench.App.Tests.Conformance;

/// <summary>Limit orders, and how long they work.</summary>
public abstract partial class ConformanceSuite
{
    [Fact]
    public void C10_A_limit_away_from_the_market_rests()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        Assert.Equal(0m, Seat["a"].CumQty);
        Assert.Equal([ExecType.New], Told("a"));
    }

    [Fact]
    public void C11_A_limit_to_buy_is_filled_when_the_market_comes_down_to_it()
    {
        var price = Bench.Below(2);
        Rest("a", NewOrder.Limit(Side.Buy, Qty, price));

        Bench.Move(-4);

        Assert.True(Ends("a", OrdStatus.Filled).AvgPx <= price, "it was filled above its limit");
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public void C12_A_limit_to_sell_is_filled_when_the_market_comes_up_to_it()
    {
        Hold(Qty);
        var price = Bench.Above(2);
        Rest("a", NewOrder.Limit(Side.Sell, Qty, price));

        Bench.Move(4);

        Assert.True(Ends("a", OrdStatus.Filled).AvgPx >= price, "it was filled below its limit");
        Assert.Equal(0m, Position);
    }

    [Fact]
    public void C13_A_marketable_limit_is_filled_at_once_and_not_at_its_limit()
    {
        Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Above(1)));

        Assert.Equal(Bench.Ask, Ends("a", OrdStatus.Filled).AvgPx);
    }

    [Fact]
    public void C14_Two_limits_are_filled_each_at_its_own_time()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Rest("b", NewOrder.Limit(Side.Buy, Qty, Bench.Below(5)));

        Bench.Move(-3);
        Ends("a", OrdStatus.Filled);
        Assert.Equal(OrdStatus.New, Seat["b"].Status);

        Bench.Move(-4);
        Ends("b", OrdStatus.Filled);
        Assert.Equal(2 * Qty, Position);
    }

    [Fact, Wants(TimeInForce = TimeInForce.Ioc)]
    public void C15_An_immediate_limit_at_the_market_is_filled()
    {
        if (Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Ask) with { TimeInForce = TimeInForce.Ioc }))
        {
            Ends("a", OrdStatus.Filled);
        }
    }

    [Fact, Wants(TimeInForce = TimeInForce.Ioc)]
    public void C16_An_immediate_limit_away_from_the_market_ends_unfilled()
    {
        if (Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)) with { TimeInForce = TimeInForce.Ioc }))
        {
            EndsUnfilled("a");
        }
    }

    [Fact, Wants(TimeInForce = TimeInForce.Ioc)]
    public void C17_An_immediate_limit_takes_what_there_is_and_ends()
    {
        Bench.Quote(Bench.Bid, Bench.Ask, Qty / 20);

        if (Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Above(1)) with { TimeInForce = TimeInForce.Ioc }))
        {
            Until(() => Seat["a"].IsDone, "it ends");
            Assert.Contains(Seat["a"].Status, (OrdStatus[])[OrdStatus.Expired, OrdStatus.Canceled]);
            Assert.InRange(Seat["a"].CumQty, Qty / 20, Qty / 2);
            Assert.Equal(Seat["a"].CumQty, Position);
        }
    }

    [Fact, Wants(TimeInForce = TimeInForce.Fok)]
    public void C18_A_limit_that_is_fill_or_kill_is_filled_whole_at_the_market()
    {
        if (Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Ask) with { TimeInForce = TimeInForce.Fok }))
        {
            Assert.Equal(Qty, Ends("a", OrdStatus.Filled).CumQty);
        }
    }

    [Fact, Wants(TimeInForce = TimeInForce.Fok)]
    public void C19_A_limit_that_is_fill_or_kill_takes_nothing_where_there_is_too_little()
    {
        Bench.Quote(Bench.Bid, Bench.Ask, Qty / 20);

        if (Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Above(1)) with { TimeInForce = TimeInForce.Fok }))
        {
            EndsUnfilled("a");
        }
    }

    [Fact, Wants(TimeInForce = TimeInForce.Gtd)]
    public void C20_A_good_till_date_order_ends_at_its_time()
    {
        var soon = UtcNanos.ToDateTime(Seat.View.Time) + Bench.ShortestLife;
        if (!Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)) with { TimeInForce = TimeInForce.Gtd, ExpireTime = soon }))
        {
            return;
        }

        if (Bench.ShortestLife > TimeSpan.FromSeconds(10))
        {
            // Nobody waits that long here: that the venue has taken it is all that is seen.
            Seat.Do(self => self.Cancel("a"));
            Ends("a", OrdStatus.Canceled);
            return;
        }

        Ends("a", OrdStatus.Expired);
    }

    [Fact, Wants(TimeInForce = TimeInForce.Day)]
    public void C21_A_day_order_rests_and_can_be_cancelled()
    {
        if (Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)) with { TimeInForce = TimeInForce.Day }))
        {
            Seat.Do(self => self.Cancel("a"));
            Ends("a", OrdStatus.Canceled);
        }
    }

    [Fact, Wants(PostOnly = true)]
    public void C22_A_post_only_limit_away_from_the_market_rests()
    {
        if (Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)) with { PostOnly = true }))
        {
            Assert.Equal(0m, Position);
        }
    }

    [Fact, Wants(PostOnly = true)]
    public void C23_A_post_only_limit_that_would_trade_does_not()
    {
        if (Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Above(1)) with { PostOnly = true }))
        {
            EndsUnfilled("a");
            Assert.Equal(0m, Position);
        }
    }

    [Fact, Wants(Iceberg = true)]
    public void C24_An_iceberg_rests()
    {
        if (Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)) with { DisplayQty = Qty / 2 }))
        {
            Assert.Equal(Qty, Seat["a"].LeavesQty);
        }
    }

    [Fact, Wants(Parts = true)]
    public void C25_An_order_that_waits_is_filled_in_parts_and_the_parts_add_up()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        if (Bench.FillsInParts)
        {
            Bench.FillPart("a", Qty / 2);
            Until(() => Seat["a"].CumQty == Qty / 2, "half of it is filled");
            Assert.Equal(OrdStatus.PartiallyFilled, Seat["a"].Status);
        }

        Bench.Move(-4);

        Ends("a", OrdStatus.Filled);
        Assert.Equal(Qty, Position);
    }
}
