using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>Orders that only reduce, and orders that hang together.</summary>
public abstract partial class ConformanceSuite
{
    [Fact]
    public void C60_A_reduce_only_order_closes_what_is_held()
    {
        Hold(Qty);

        if (Place("a", NewOrder.Market(Side.Sell, Qty) with { ReduceOnly = true }))
        {
            Ends("a", OrdStatus.Filled);
            Assert.Equal(Bench.Dust, Position);
        }
    }

    [Fact]
    public void C61_A_reduce_only_order_with_nothing_to_reduce_trades_nothing()
    {
        if (Place("a", NewOrder.Market(Side.Sell, Qty) with { ReduceOnly = true }))
        {
            EndsUnfilled("a");
            Assert.Equal(0m, Position);
        }
    }

    [Fact]
    public void C62_A_reduce_only_order_never_turns_a_position()
    {
        Hold(Qty);

        if (Place("a", NewOrder.Market(Side.Sell, 2 * Qty) with { ReduceOnly = true }))
        {
            Until(() => Seat["a"].IsDone, "it ends");
            Assert.Equal(Qty - Seat["a"].CumQty, Position);
            Assert.True(Position >= 0m, "it sold more than was held");
        }
    }

    [Fact]
    public void C63_Exits_wait_until_their_entry_is_filled()
    {
        EnterWithExits();
        Assert.Equal(Seat.Venue is null ? 3 : 1, Bench.WorkingAtVenue);

        Bench.Move(-3);

        Ends("a", OrdStatus.Filled);
        Until(() => Bench.WorkingAtVenue == 2, "both exits work");
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public void C64_A_target_that_is_filled_cancels_the_stop()
    {
        Entered();

        Bench.Move(8);

        Ends("a.1", OrdStatus.Filled);
        Ends("a.2", OrdStatus.Canceled);
        Assert.Equal(0m, Position);
    }

    [Fact]
    public void C65_A_stop_that_is_filled_cancels_the_target()
    {
        Entered();

        Bench.Move(-8);

        Ends("a.2", OrdStatus.Filled);
        Ends("a.1", OrdStatus.Canceled);
        Assert.Equal(0m, Position);
    }

    [Fact]
    public void C66_An_entry_that_is_cancelled_ends_its_exits()
    {
        EnterWithExits();

        Seat.Do(self => self.Cancel("a"));

        Ends("a", OrdStatus.Canceled);
        Ends("a.1", OrdStatus.Canceled);
        Ends("a.2", OrdStatus.Canceled);
        Until(() => Bench.WorkingAtVenue == 0, "nothing works at the venue");
    }

    [Fact]
    public void C67_An_entry_at_market_gets_its_exits_at_once()
    {
        var (entry, target, stop) = (NewOrder.Market(Side.Buy, Qty), NewOrder.Limit(Side.Sell, Qty, Bench.Above(3)), NewOrder.Stop(Side.Sell, Qty, Bench.Below(3)));

        Seat.Do(self => self.Bracket("a", entry, target, stop));

        Ends("a", OrdStatus.Filled);
        Until(() => Bench.WorkingAtVenue == 2, "both exits work");
        Bench.Move(5);
        Ends("a.1", OrdStatus.Filled);
        Ends("a.2", OrdStatus.Canceled);
    }

    [Fact]
    public void C68_An_exit_that_cannot_be_lets_none_of_its_list_out()
    {
        var (entry, target) = (NewOrder.Market(Side.Buy, Qty), NewOrder.Limit(Side.Sell, Qty, Bench.Above(3) + Bench.Instrument.TickSize / 2));
        var sent = Sent;

        Seat.Do(self => self.Bracket("a", entry, target));

        Assert.Equal(RejectReason.BadPrice, Ends("a.1", OrdStatus.Rejected).RejectReason);
        Ends("a", OrdStatus.Rejected);
        Assert.Equal(sent, Sent);
    }

    [Fact]
    public void C69_Of_alternatives_the_first_fill_cancels_the_other()
    {
        Alternatives();

        Bench.Move(4);

        Ends("a.2", OrdStatus.Filled);
        Ends("a.1", OrdStatus.Canceled);
        Assert.Equal(-Qty, Position);
    }

    [Fact]
    public void C70_Alternatives_can_be_cancelled_one_by_one()
    {
        Alternatives();

        Seat.Do(self => self.Cancel("a.1"));
        Ends("a.1", OrdStatus.Canceled);
        Assert.Equal(OrdStatus.New, Seat["a.2"].Status);
        Seat.Do(self => self.Cancel("a.2"));

        Ends("a.2", OrdStatus.Canceled);
        Assert.Equal(0m, Position);
    }

    void Alternatives()
    {
        var (low, high) = (NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)), NewOrder.Limit(Side.Sell, Qty, Bench.Above(2)));
        Seat.Do(self => self.OneCancelsOther("a", low, high));
        Until(() => Seat["a.1"].Status == OrdStatus.New && Seat["a.2"].Status == OrdStatus.New && Bench.WorkingAtVenue == 2, "both work");
    }

    void EnterWithExits()
    {
        var (entry, target, stop) = (NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)), NewOrder.Limit(Side.Sell, Qty, Bench.Above(1)), NewOrder.Stop(Side.Sell, Qty, Bench.Below(8)));
        Seat.Do(self => self.Bracket("a", entry, target, stop));
        Until(() => Bench.Works("a") && Seat["a"].Status == OrdStatus.New, "the entry works");
        Assert.Equal((OrdStatus.New, OrdStatus.New), (Seat["a.1"].Status, Seat["a.2"].Status));
    }

    void Entered()
    {
        EnterWithExits();
        Bench.Move(-3);
        Ends("a", OrdStatus.Filled);
        Until(() => Bench.WorkingAtVenue == 2, "both exits work");
    }
}
