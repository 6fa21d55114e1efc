namespace Workbench.App.Tests.Conformance;

/// <summary>Market orders.</summary>
public abstract partial class ConformanceSuite
{
    [Fact]
    public void C01_A_market_buy_is_filled_at_the_ask()
    {
        Place("a", NewOrder.Market(Side.Buy, Qty));

        var order = Ends("a", OrdStatus.Filled);
        Assert.Equal((Qty, Bench.Ask), (order.CumQty, order.AvgPx));
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public void C02_A_market_sell_is_filled_at_the_bid()
    {
        Hold(Qty);

        Place("a", NewOrder.Market(Side.Sell, Qty));

        Assert.Equal(Bench.Bid, Ends("a", OrdStatus.Filled).AvgPx);
        Assert.Equal(0m, Position);
    }

    [Fact]
    public void C03_A_market_order_tells_its_acknowledgement_before_its_fill()
    {
        Place("a", NewOrder.Market(Side.Buy, Qty));

        Ends("a", OrdStatus.Filled);
        Assert.Equal([ExecType.New, ExecType.Trade], Told("a").Distinct());
    }

    [Fact]
    public void C04_A_market_order_that_is_immediate_or_cancel_is_filled()
    {
        if (Place("a", NewOrder.Market(Side.Buy, Qty) with { TimeInForce = TimeInForce.Ioc }))
        {
            Assert.Equal(Qty, Ends("a", OrdStatus.Filled).CumQty);
        }
    }

    [Fact]
    public void C05_A_market_order_that_is_fill_or_kill_is_filled_whole()
    {
        if (Place("a", NewOrder.Market(Side.Buy, Qty) with { TimeInForce = TimeInForce.Fok }))
        {
            Assert.Equal(Qty, Ends("a", OrdStatus.Filled).CumQty);
        }
    }

    [Fact]
    public void C06_Two_orders_of_one_handler_are_two_orders()
    {
        var order = NewOrder.Market(Side.Buy, Qty);
        Seat.Do(self =>
        {
            self.Place("a", order);
            self.Place("b", order);
        });

        Ends("a", OrdStatus.Filled);
        Ends("b", OrdStatus.Filled);
        Assert.Equal(2 * Qty, Position);
    }

    [Fact]
    public void C07_A_sale_of_more_than_is_held_turns_the_position()
    {
        Hold(Qty);

        Place("a", NewOrder.Market(Side.Sell, 2 * Qty));

        Ends("a", OrdStatus.Filled);
        Assert.Equal(-Qty, Position);
    }

    [Fact]
    public void C08_What_a_round_trip_earns_is_the_way_of_the_price()
    {
        Hold(Qty);
        var bought = Seat["held"].AvgPx;
        Bench.Move(3);

        Place("a", NewOrder.Market(Side.Sell, Qty));

        var sold = Ends("a", OrdStatus.Filled).AvgPx;
        var view = Seat.View;
        Assert.Equal(100_000m + (sold - bought) * Qty - view.Costs.Commission, view.Balance);
    }
}
