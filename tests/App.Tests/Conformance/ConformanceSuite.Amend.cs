namespace Workbench.App.Tests.Conformance;

/// <summary>Amendments.</summary>
public abstract partial class ConformanceSuite
{
    [Fact]
    public void C40_The_price_of_a_resting_order_is_amended()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(4)));
        var price = Bench.Below(2);
        if (!Amends("a"))
        {
            return;
        }

        Seat.Do(self => self.Amend("a", price: price));
        Until(() => Told("a").Contains(ExecType.Replaced), "it is amended");
        Assert.Equal(price, Seat["a"].Price);

        Bench.Move(-3);
        Ends("a", OrdStatus.Filled);
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public void C41_The_quantity_of_a_resting_order_is_amended_upwards()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var qty = 2 * Qty;
        if (!Amends("a"))
        {
            return;
        }

        Seat.Do(self => self.Amend("a", qty: qty));
        Until(() => Told("a").Contains(ExecType.Replaced), "it is amended");
        Bench.Move(-4);

        Assert.Equal(qty, Ends("a", OrdStatus.Filled).CumQty);
        Assert.Equal(qty, Position);
    }

    [Fact]
    public void C42_The_quantity_of_a_resting_order_is_amended_downwards()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var qty = Qty / 2;
        if (!Amends("a"))
        {
            return;
        }

        Seat.Do(self => self.Amend("a", qty: qty));
        Until(() => Told("a").Contains(ExecType.Replaced), "it is amended");
        Bench.Move(-4);

        Assert.Equal(qty, Ends("a", OrdStatus.Filled).CumQty);
        Assert.Equal(qty, Position);
    }

    [Fact, Wants(Parts = true)]
    public void C43_A_quantity_below_what_is_filled_does_not_undo_the_fill()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        if (!Bench.FillsInParts || !Amends("a"))
        {
            return;
        }

        Bench.FillPart("a", Qty / 2);
        Until(() => Seat["a"].CumQty == Qty / 2, "half of it is filled");
        var qty = Qty / 4;

        Seat.Do(self => self.Amend("a", qty: qty));

        Until(() => Told("a").Contains(ExecType.ReplaceRejected) || Seat["a"].IsDone, "the amendment is refused, or ends it");
        Assert.Equal(Qty / 2, Seat["a"].CumQty);
        Assert.Equal(Qty / 2, Position);
    }

    [Fact]
    public void C44_An_order_that_was_filled_cannot_be_amended()
    {
        Place("a", NewOrder.Market(Side.Buy, Qty));
        Ends("a", OrdStatus.Filled);
        var qty = 2 * Qty;

        Seat.Do(self => self.Amend("a", qty: qty));

        Until(() => Was("a", ExecType.ReplaceRejected, RejectReason.OrderIsDone), "the amendment is refused");
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public void C45_An_amendment_to_a_marketable_price_trades()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var price = Bench.Above(2);
        if (!Amends("a"))
        {
            return;
        }

        Seat.Do(self => self.Amend("a", price: price));

        Assert.Equal(Bench.Ask, Ends("a", OrdStatus.Filled).AvgPx);
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Type = OrderType.Stop)]
    public void C46_The_trigger_of_a_stop_is_amended()
    {
        if (!Rest("a", NewOrder.Stop(Side.Buy, Qty, Bench.Above(6))) || Seat.Venue is { Replace: false })
        {
            return;
        }

        var stop = Bench.Above(2);
        Seat.Do(self => self.Amend("a", stopPx: stop));
        Until(() => Told("a").Any(what => what is ExecType.Replaced or ExecType.ReplaceRejected), "the wish is answered");
        Bench.Move(Told("a").Contains(ExecType.Replaced) ? 3 : 8);

        Ends("a", OrdStatus.Filled);
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public void C47_A_second_amendment_waits_for_the_answer_to_the_first()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        if (!Amends("a"))
        {
            return;
        }

        var (first, second) = (Bench.Below(3), Bench.Below(4));
        Seat.Do(self =>
        {
            self.Amend("a", price: first);
            self.Amend("a", price: second);
        });

        Until(() => Told("a").Contains(ExecType.Replaced), "the first one comes about");
        Assert.True(Was("a", ExecType.ReplaceRejected, RejectReason.BadCombination));
        Assert.Equal(first, Seat["a"].Price);
    }

    [Fact]
    public void C48_An_amendment_before_the_acknowledgement_comes_about_after_it()
    {
        var (order, price) = (NewOrder.Limit(Side.Buy, Qty, Bench.Below(4)), Bench.Below(2));
        Seat.Do(self =>
        {
            self.Place("a", order);
            self.Amend("a", price: price);
        });

        Until(() => Told("a").Any(what => what is ExecType.Replaced or ExecType.ReplaceRejected), "the wish is answered");
        Assert.Equal(ExecType.New, Told("a").Find(what => what is not ExecType.ReplaceRejected));
        Assert.Equal(Told("a").Contains(ExecType.Replaced) ? price : order.Price, Seat["a"].Price);
    }
}
