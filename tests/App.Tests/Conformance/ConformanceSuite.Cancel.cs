namespace Workbench.App.Tests.Conformance;

/// <summary>Cancellations.</summary>
public abstract partial class ConformanceSuite
{
    [Fact]
    public void C50_A_resting_order_is_cancelled()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        Seat.Do(self => self.Cancel("a"));

        Ends("a", OrdStatus.Canceled);
        Assert.False(Bench.Works("a"));
    }

    [Fact, Wants(Parts = true)]
    public void C51_Cancelling_what_is_filled_in_part_keeps_the_fill()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        if (Bench.FillsInParts)
        {
            Bench.FillPart("a", Qty / 2);
            Until(() => Seat["a"].CumQty == Qty / 2, "half of it is filled");
        }

        Seat.Do(self => self.Cancel("a"));

        var filled = Bench.FillsInParts ? Qty / 2 : 0m;
        Assert.Equal(filled, Ends("a", OrdStatus.Canceled).CumQty);
        Assert.Equal(filled, Position);
    }

    [Fact]
    public void C52_Cancelling_what_is_filled_changes_nothing()
    {
        Place("a", NewOrder.Market(Side.Buy, Qty));
        Ends("a", OrdStatus.Filled);
        var sent = Sent;

        Seat.Do(self => self.Cancel("a"));

        Assert.Equal(OrdStatus.Filled, Seat["a"].Status);
        Assert.Equal(sent, Sent);
    }

    [Fact]
    public void C53_Cancelling_twice_is_cancelling_once()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        Seat.Do(self =>
        {
            self.Cancel("a");
            self.Cancel("a");
        });

        Ends("a", OrdStatus.Canceled);
        Assert.Single(Told("a"), ExecType.Canceled);
        Assert.DoesNotContain(ExecType.CancelRejected, Told("a"));
    }

    [Fact]
    public void C54_A_cancellation_before_the_acknowledgement_comes_about_after_it()
    {
        var order = NewOrder.Limit(Side.Buy, Qty, Bench.Below(2));
        Seat.Do(self =>
        {
            self.Place("a", order);
            self.Cancel("a");
        });

        Ends("a", OrdStatus.Canceled);
        Assert.Equal([ExecType.New, ExecType.Canceled], Told("a"));
    }

    [Fact]
    public void C55_All_orders_are_cancelled_at_one_word()
    {
        for (var i = 1; i <= 5; i++)
        {
            Rest($"a{i}", NewOrder.Limit(Side.Buy, Qty, Bench.Below(i + 1)));
        }

        Seat.Do(self => self.CancelEverything());

        Until(() => Seat.View.Orders.Count == 0 && Bench.WorkingAtVenue == 0, "none works any more");
        Assert.Equal(5, Seat.View.Counts.Cancelled);
    }

    [Fact]
    public void C56_A_market_order_that_is_cancelled_at_once_is_filled_or_cancelled_and_not_both()
    {
        var order = NewOrder.Market(Side.Buy, Qty);
        Seat.Do(self =>
        {
            self.Place("a", order);
            self.Cancel("a");
        });

        Until(() => Seat["a"].IsDone, "it ends");
        Assert.Equal(Seat["a"].Status == OrdStatus.Filled ? Qty : 0m, Position);
    }

    [Fact]
    public void C57_Cancelling_and_amending_in_one_breath_ends_cancelled()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var price = Bench.Below(3);

        Seat.Do(self =>
        {
            self.Amend("a", price: price);
            self.Cancel("a");
        });

        Ends("a", OrdStatus.Canceled);
        Until(() => Bench.WorkingAtVenue == 0, "nothing works at the venue");
    }
}
