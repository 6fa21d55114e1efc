namespace Workbench.App.Tests.Conformance;

/// <summary>Orders that wait for a price.</summary>
public abstract partial class ConformanceSuite
{
    [Fact, Wants(Type = OrderType.Stop)]
    public void C30_A_stop_to_buy_waits_and_is_filled_once_the_market_is_there()
    {
        var stop = Bench.Above(2);
        if (!Rest("a", NewOrder.Stop(Side.Buy, Qty, stop)))
        {
            return;
        }

        Bench.Move(1);
        Assert.Equal(0m, Seat["a"].CumQty);
        Bench.Move(3);

        Assert.True(Ends("a", OrdStatus.Filled).AvgPx >= stop, "it was filled before its price was reached");
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Type = OrderType.Stop)]
    public void C31_A_stop_to_sell_closes_what_is_held()
    {
        Hold(Qty);
        var stop = Bench.Below(2);
        if (!Rest("a", NewOrder.Stop(Side.Sell, Qty, stop)))
        {
            return;
        }

        Bench.Move(-4);

        Assert.True(Ends("a", OrdStatus.Filled).AvgPx <= stop, "it was filled before its price was reached");
        Assert.Equal(0m, Position);
    }

    [Fact, Wants(Type = OrderType.StopLimit)]
    public void C32_A_stop_limit_is_filled_within_its_limit()
    {
        var limit = Bench.Above(6);
        if (!Rest("a", NewOrder.StopLimit(Side.Buy, Qty, Bench.Above(2), limit)))
        {
            return;
        }

        Bench.Move(3);

        Assert.True(Ends("a", OrdStatus.Filled).AvgPx <= limit, "it was filled above its limit");
    }

    [Fact, Wants(Type = OrderType.StopLimit)]
    public void C33_A_stop_limit_that_the_market_leaps_over_waits_at_its_limit()
    {
        if (!Rest("a", NewOrder.StopLimit(Side.Buy, Qty, Bench.Above(2), Bench.Above(3))))
        {
            return;
        }

        Bench.Move(8);
        Until(() => Bench.Works("a"), "it works on");
        Assert.Equal(0m, Seat["a"].CumQty);
        Bench.Move(-7);

        Ends("a", OrdStatus.Filled);
    }

    [Fact, Wants(Type = OrderType.MarketIfTouched)]
    public void C34_An_order_at_market_if_touched_waits_for_a_better_price()
    {
        if (!Rest("a", NewOrder.MarketIfTouched(Side.Buy, Qty, Bench.Below(2))))
        {
            return;
        }

        Bench.Move(-4);

        Ends("a", OrdStatus.Filled);
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Type = OrderType.LimitIfTouched)]
    public void C35_A_limit_if_touched_is_filled_within_its_limit()
    {
        var limit = Bench.Below(1);
        if (!Rest("a", NewOrder.LimitIfTouched(Side.Buy, Qty, Bench.Below(2), limit)))
        {
            return;
        }

        Bench.Move(-4);

        Assert.True(Ends("a", OrdStatus.Filled).AvgPx <= limit, "it was filled above its limit");
    }

    [Fact, Wants(Type = OrderType.TrailingStop)]
    public void C36_A_trailing_stop_follows_and_closes_behind()
    {
        Hold(Qty);
        if (!Rest("a", NewOrder.TrailingStop(Side.Sell, Qty, Bench.SixSteps)))
        {
            return;
        }

        Bench.Move(8);
        Bench.Move(-3);
        Until(() => Bench.Works("a"), "it works on");
        Bench.Move(-6);

        Ends("a", OrdStatus.Filled);
        Assert.Equal(0m, Position);
    }

    [Fact, Wants(Type = OrderType.Stop)]
    public void C37_A_stop_that_was_cancelled_is_not_filled_when_its_price_comes()
    {
        if (!Rest("a", NewOrder.Stop(Side.Buy, Qty, Bench.Above(2))))
        {
            return;
        }

        Seat.Do(self => self.Cancel("a"));
        Ends("a", OrdStatus.Canceled);
        Bench.Move(4);

        Hold(Qty);
        Assert.Equal(0m, Seat["a"].CumQty);
    }
}
