using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>The process dies and another one goes on.</summary>
public abstract partial class ConformanceSuite
{
    [Fact]
    public async Task C120_An_order_that_worked_works_on_and_can_be_cancelled()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        await Bench.Crash();

        MayTrade();
        Assert.Equal(OrdStatus.New, Seat["a"].Status);
        Seat.Do(self => self.Cancel("a"));
        Ends("a", OrdStatus.Canceled);
    }

    [Fact]
    public async Task C121_An_order_of_whose_fate_the_process_never_heard_is_filled_once()
    {
        await Bench.CrashBeforeHearing(() => Place("a", NewOrder.Market(Side.Buy, Qty)));

        Ends("a", OrdStatus.Filled);
        MayTrade();
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public async Task C122_An_order_that_never_left_the_process_is_told_so()
    {
        await Bench.CrashBeforeSending(() => Place("a", NewOrder.Market(Side.Buy, Qty)));

        Until(() => Seat["a"].IsDone, "its fate is told");
        Assert.Equal(Seat.Venue is null ? OrdStatus.Filled : OrdStatus.Rejected, Seat["a"].Status);
        Assert.Equal(Seat["a"].CumQty, Position);
        Assert.Equal(Seat.Venue is null ? RejectReason.None : RejectReason.NotSent, Seat["a"].RejectReason);
    }

    [Fact]
    public async Task C123_A_fill_while_no_process_ran_is_found()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        await Bench.Crash(meanwhile: () => Bench.Move(-4));

        Ends("a", OrdStatus.Filled);
        MayTrade();
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public async Task C124_Exits_outlive_the_process_that_kept_them()
    {
        EnterWithExits();

        await Bench.Crash();
        MayTrade();
        Bench.Move(-3);

        Ends("a", OrdStatus.Filled);
        Until(() => Bench.WorkingAtVenue == 2, "both exits work");
        Bench.Move(8);
        Ends("a.1", OrdStatus.Filled);
        Ends("a.2", OrdStatus.Canceled);
        Assert.Equal(0m, Position);
    }

    [Fact]
    public async Task C125_An_entry_that_is_filled_while_no_process_ran_gets_its_exits()
    {
        EnterWithExits();

        await Bench.Crash(meanwhile: () => Bench.Move(-3));

        Ends("a", OrdStatus.Filled);
        Until(() => Bench.WorkingAtVenue == 2, "both exits work");
    }

    [Fact]
    public async Task C126_A_cancellation_of_which_the_process_never_heard_has_cancelled()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        await Bench.CrashBeforeHearing(() => Seat.Do(self => self.Cancel("a")));

        Ends("a", OrdStatus.Canceled);
        Assert.False(Bench.Works("a"));
    }

    [Fact]
    public async Task C127_An_amendment_of_which_the_process_never_heard_has_amended()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var price = Bench.Below(3);

        await Bench.CrashBeforeHearing(() => Seat.Do(self => self.Amend("a", price: price)));

        Until(() => Seat["a"].Replacing is null, "the amendment is answered");
        Assert.Equal(price, Seat["a"].Price);
    }

    [Fact]
    public async Task C128_A_cancellation_that_never_left_the_process_is_sent_again()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        await Bench.CrashBeforeSending(() => Seat.Do(self => self.Cancel("a")));

        Ends("a", OrdStatus.Canceled);
        Until(() => !Bench.Works("a"), "it is gone from the venue");
    }

    [Fact]
    public async Task C129_What_was_killed_stays_killed()
    {
        Hold(Qty);
        Seat.Command(OperatorCommand.Kill, "a test");

        await Bench.Crash();

        Until(() => Position == Bench.Dust && Seat.View.Orders.Count == 0, "it is flat");
        Place("a", NewOrder.Market(Side.Buy, Qty));
        Assert.Equal(OrdStatus.Rejected, Ends("a", OrdStatus.Rejected).Status);
        Assert.Contains("killed: a test", Seat.View.Reasons);
    }

    [Fact]
    public async Task C130_Ids_are_letters_and_digits_and_go_on_after_a_crash()
    {
        for (var i = 1; i <= 3; i++)
        {
            Rest($"a{i}", NewOrder.Limit(Side.Buy, Qty, Bench.Below(i + 1)));
        }

        await Bench.Crash();
        MayTrade();
        Rest("b", NewOrder.Limit(Side.Buy, Qty, Bench.Below(6)));
        await Bench.Crash();
        MayTrade();
        Rest("c", NewOrder.Limit(Side.Buy, Qty, Bench.Below(7)));

        Assert.Equal(5, Bench.WorkingAtVenue);
        Assert.Equal([1L, 2L, 3L, 4L, 5L], Seat.View.Orders.Select(static order => order.ClientOrderId));
    }
}
