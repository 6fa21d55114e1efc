using Workbench.Core;
using Workbench.Simulators;

namespace Workbench.App.Tests.Conformance;

/// <summary>Others in the same account, and the people who watch.</summary>
public abstract partial class ConformanceSuite
{
    [Fact, Wants(Others = true)]
    public void C105_An_order_of_others_is_seen_and_left_alone()
    {
        if (!Bench.HasOthers)
        {
            NobodyElse();
            return;
        }

        RestsElsewhere(Bench.Other());
        Until(() => Seat.View.Strangers.Count == 1, "it is seen");

        Seat.Do(self => self.CancelEverything());
        Hold(Qty);

        Assert.Equal(1, Bench.WorkingAtVenue);
    }

    [Fact, Wants(Others = true)]
    public void C106_A_kill_cancels_the_orders_of_others_too()
    {
        if (!Bench.HasOthers)
        {
            NobodyElse();
            return;
        }

        var other = Bench.Other();
        RestsElsewhere(other);
        Until(() => Seat.View.Strangers.Count == 1, "it is seen");

        Seat.Command(OperatorCommand.Kill, "a test");

        Until(() => Bench.WorkingAtVenue == 0, "nothing works at the venue");
        other.Until(() => other["a"].Status == OrdStatus.Canceled, "its owner hears of it");
    }

    [Fact, Wants(Others = true)]
    public void C107_What_was_held_before_is_not_the_session_s()
    {
        Hold(Qty);
        if (!Bench.HasOthers)
        {
            NobodyElse();
            return;
        }

        var other = Bench.Other();
        Assert.Equal(0m, other.Position);
        other.Command(OperatorCommand.Flatten);
        other.Until(() => !other.View.Reasons.Contains("flattening"), "it is flat");

        Assert.Equal((Qty, 0m), (Position, other.Position));
    }

    [Fact, Wants(Others = true)]
    public void C108_A_position_that_nobody_can_explain_keeps_entries_out()
    {
        Hold(Qty);
        if (!Bench.HasOthers)
        {
            NobodyElse();
            return;
        }

        var other = Bench.Other();
        Bench.Arm(FaultKind.HeartbeatStop);
        other.Do(self => self.Place("a", NewOrder.Market(Side.Buy, Bench.Qty)));
        other.Until(() => other["a"].IsDone, "others buy while nothing is heard");

        Until(() => Seat.View.Reasons.Any(static reason => reason.Contains("position is not the venue's", StringComparison.Ordinal)), "it is noticed");
        Place("a", NewOrder.Market(Side.Buy, Qty));
        Assert.Equal(RejectReason.NotTrading, Ends("a", OrdStatus.Rejected).RejectReason);
    }

    [Fact]
    public void C109_A_pause_keeps_entries_out_and_lets_exits_go()
    {
        Hold(Qty);
        Seat.Command(OperatorCommand.Pause);

        Place("a", NewOrder.Market(Side.Buy, Qty));
        Assert.Equal(RejectReason.EntriesBlocked, Ends("a", OrdStatus.Rejected).RejectReason);
        Place("b", NewOrder.Market(Side.Sell, Qty));

        Ends("b", OrdStatus.Filled);
        Assert.Equal(0m, Position);
    }

    [Fact]
    public void C110_After_a_pause_it_trades_again()
    {
        Seat.Command(OperatorCommand.Pause);
        Place("a", NewOrder.Market(Side.Buy, Qty));
        Ends("a", OrdStatus.Rejected);

        Seat.Command(OperatorCommand.Resume);

        Hold(Qty);
    }

    [Fact]
    public void C111_Flattening_cancels_all_and_closes_all()
    {
        Hold(Qty);
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        Seat.Command(OperatorCommand.Flatten);

        Ends("a", OrdStatus.Canceled);
        Until(() => Position == Bench.Dust && Seat.View.Orders.Count == 0 && Bench.WorkingAtVenue == 0, "it is flat");
        Assert.Contains("paused", Seat.View.Reasons);
    }

    [Fact]
    public void C112_A_kill_cancels_all_closes_all_and_is_for_good()
    {
        Hold(Qty);
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        Seat.Command(OperatorCommand.Kill, "a test");

        Ends("a", OrdStatus.Canceled);
        Until(() => Position == Bench.Dust && Seat.View.Orders.Count == 0 && Bench.WorkingAtVenue == 0, "it is flat");
        Seat.Command(OperatorCommand.Resume);
        Place("b", NewOrder.Market(Side.Buy, Qty));
        Assert.Equal(RejectReason.Killed, Ends("b", OrdStatus.Rejected).RejectReason);
    }

    [Fact]
    public void C113_A_stop_cancels_what_works_and_keeps_what_is_held()
    {
        Hold(Qty);
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));

        Seat.Command(OperatorCommand.Stop);

        Ends("a", OrdStatus.Canceled);
        Until(() => Bench.WorkingAtVenue == 0, "nothing works at the venue");
        Place("b", NewOrder.Market(Side.Buy, Qty));
        Assert.Equal(RejectReason.NotTrading, Ends("b", OrdStatus.Rejected).RejectReason);
        Assert.Equal(Qty, Position);
    }

    [Fact]
    public void C114_Without_a_journal_nothing_new_is_sent_and_cancellations_go()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Seat.Command(OperatorCommand.JournalLost);

        Place("b", NewOrder.Market(Side.Buy, Qty));
        Assert.Equal(RejectReason.NotTrading, Ends("b", OrdStatus.Rejected).RejectReason);
        Seat.Do(self => self.Cancel("a"));
        Ends("a", OrdStatus.Canceled);
        Seat.Command(OperatorCommand.JournalBack);

        Hold(Qty);
    }

    [Fact]
    public void C115_Money_that_comes_in_is_counted_once()
    {
        var equity = Seat.View.Equity;
        if (!Bench.Deposit(1_000m))
        {
            return;
        }

        Until(() => Seat.View.Equity == equity + 1_000m, "it is counted");
        Bench.Restart(TimeSpan.FromMilliseconds(200));
        WasCutOff();
        MayTrade();

        Assert.Equal(equity + 1_000m, Seat.View.Equity);
    }

    void RestsElsewhere(Seat other)
    {
        var order = NewOrder.Limit(Side.Buy, Qty, Bench.Below(3));
        other.Do(self => self.Place("a", order));
        other.Until(() => other["a"].Status == OrdStatus.New, "an order of others works");
    }

    /// <summary>All that is at the paper broker is the session's own.</summary>
    void NobodyElse()
    {
        Assert.Empty(Seat.View.Strangers);
        Assert.Null(Seat.View.Live);
    }
}
