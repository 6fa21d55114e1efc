using Workbench.Core;
using Workbench.Simulators;

namespace Workbench.App.Tests.Conformance;

/// <summary>What goes wrong between session and venue. Within the paper broker nothing of it can: there the same must simply come out.</summary>
public abstract partial class ConformanceSuite
{
    [Fact, Wants(Wire = true)]
    public void C84_A_fill_that_is_told_twice_is_booked_once()
    {
        Bench.Arm(FaultKind.DuplicateFill);

        Hold(Qty);

        Place("b", NewOrder.Market(Side.Buy, Qty));
        Ends("b", OrdStatus.Filled);
        Assert.Equal(2 * Qty, Position);
        Assert.Equal(2 * Qty, Seat.Sink.Fills.Sum(static fill => fill.Qty));
    }

    [Fact, Wants(Wire = true)]
    public void C85_A_fill_that_comes_before_its_acknowledgement_comes_after_it_for_the_trader()
    {
        Bench.Arm(FaultKind.FillBeforeAck);

        Place("a", NewOrder.Market(Side.Buy, Qty));

        Ends("a", OrdStatus.Filled);
        Assert.Equal([ExecType.New, ExecType.Trade], Told("a").Distinct());
    }

    [Fact, Wants(Wire = true)]
    public void C86_Events_out_of_order_come_to_the_same()
    {
        Bench.Arm(FaultKind.OutOfOrderStatus);

        Place("a", NewOrder.Limit(Side.Buy, Qty, Bench.Above(1)));

        Ends("a", OrdStatus.Filled);
        Assert.Equal(ExecType.New, Told("a")[0]);
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C87_A_market_order_whose_answer_is_lost_is_filled_once()
    {
        Bench.Arm(FaultKind.DropAckAfterAccept);

        Hold(Qty);

        Assert.Equal(1, Submitted("held"));
    }

    [Fact, Wants(Wire = true)]
    public void C88_A_limit_whose_answer_is_lost_rests_and_can_be_cancelled()
    {
        Bench.Arm(FaultKind.DropAckAfterAccept);

        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Seat.Do(self => self.Cancel("a"));

        Ends("a", OrdStatus.Canceled);
        Assert.InRange(Submitted("a"), 0, 1);
    }

    [Fact, Wants(Wire = true)]
    public void C89_An_order_that_is_answered_with_a_server_error_and_taken_is_filled_once()
    {
        Bench.Arm(FaultKind.ServerErrorWithOrderAccepted);

        Hold(Qty);

        Assert.Equal(1, Submitted("held"));
    }

    [Fact, Wants(Wire = true)]
    public void C90_An_order_whose_answer_takes_longer_than_one_waits_is_filled_once_and_not_given_up()
    {
        Bench.Arm(FaultKind.Delay, 1, 4_500);

        Place("a", NewOrder.Market(Side.Buy, Qty));

        Ends("a", OrdStatus.Filled);
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C91_A_cancellation_whose_answer_is_lost_cancels()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Bench.Arm(FaultKind.DropAckAfterAccept);

        Seat.Do(self => self.Cancel("a"));

        Ends("a", OrdStatus.Canceled);
        Assert.False(Bench.Works("a"));
    }

    [Fact, Wants(Wire = true)]
    public void C92_An_amendment_whose_answer_is_lost_amends()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var price = Bench.Below(3);
        Bench.Arm(FaultKind.DropAckAfterAccept);

        Seat.Do(self => self.Amend("a", price: price));

        Until(() => Seat["a"].Replacing is null, "the amendment is answered");
        Assert.Equal(price, Seat["a"].Price);
    }

    [Fact, Wants(Wire = true)]
    public void C93_An_order_over_the_rate_limit_is_filled_once_or_refused()
    {
        Bench.Arm(FaultKind.TooManyRequests);

        Place("a", NewOrder.Market(Side.Buy, Qty));

        Until(() => Seat["a"].IsDone, "it ends");
        Assert.Equal(Seat["a"].CumQty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C94_An_order_at_a_venue_that_is_closed_for_a_moment_is_filled_once_or_refused()
    {
        Bench.Arm(FaultKind.Maintenance);

        Place("a", NewOrder.Market(Side.Buy, Qty));

        Until(() => Seat["a"].IsDone, "it ends");
        Assert.Equal(Seat["a"].CumQty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C95_A_fill_of_which_a_silent_stream_tells_nothing_is_found()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Bench.Arm(FaultKind.HeartbeatStop);

        Bench.Move(-4);

        Ends("a", OrdStatus.Filled);
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C96_A_fill_while_the_connection_is_down_is_found_when_it_is_back()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Bench.Restart(TimeSpan.FromSeconds(1));

        Bench.Move(-4);

        Ends("a", OrdStatus.Filled);
        MayTrade();
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C97_Orders_work_on_when_the_venue_is_started_anew()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Rest("b", NewOrder.Limit(Side.Buy, Qty, Bench.Below(5)));
        Bench.Restart(TimeSpan.FromMilliseconds(500));
        WasCutOff();

        MayTrade();
        Assert.Equal((OrdStatus.New, OrdStatus.New), (Seat["a"].Status, Seat["b"].Status));
        Bench.Move(-3);
        Ends("a", OrdStatus.Filled);
        Seat.Do(self => self.Cancel("b"));

        Ends("b", OrdStatus.Canceled);
        Assert.Equal(Qty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C98_A_fill_that_overtakes_a_cancellation_is_booked()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Bench.Arm(FaultKind.PartialFillThenCancelRace);

        Seat.Do(self => self.Cancel("a"));

        Until(() => Seat["a"].IsDone, "it ends");
        Assert.Equal(Seat["a"].CumQty, Position);
        Assert.Equal(Seat.Venue is not null, Position > 0m);
    }

    [Fact, Wants(Wire = true)]
    public void C99_A_fill_that_overtakes_an_amendment_is_booked()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var qty = 2 * Qty;
        Bench.Arm(Bench.AmendRace);

        Seat.Do(self => self.Amend("a", qty: qty));

        Until(() => Seat["a"].Replacing is null, "the amendment is answered");
        Until(() => Seat.Venue is null || Seat["a"].CumQty > 0m, "the fill is heard of");
        Assert.Equal(Seat["a"].CumQty, Position);
    }

    [Fact, Wants(Wire = true)]
    public void C100_A_key_that_is_refused_for_a_moment_stops_nothing_for_good()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        Bench.Arm(FaultKind.TokenExpired);
        Until(() => Bench.IsSound, "a call is refused");

        MayTrade();

        Hold(Qty);
        Assert.Equal(OrdStatus.New, Seat["a"].Status);
    }

    [Fact, Wants(Wire = true)]
    public void C101_Nothing_new_is_sent_while_the_connection_is_down()
    {
        Bench.Restart(TimeSpan.FromSeconds(2));
        WasCutOff();
        if (Seat.Venue is not null)
        {
            Place("a", NewOrder.Market(Side.Buy, Qty));
            Assert.Equal(RejectReason.NotTrading, Ends("a", OrdStatus.Rejected).RejectReason);
            Assert.Equal(0, Submitted("a"));
        }

        MayTrade();
        Hold(Qty);
    }

    [Fact, Wants(Wire = true)]
    public void C102_Faults_that_only_this_venue_has_lose_and_double_nothing()
    {
        var filled = 0m;
        foreach (var fault in Bench.OwnFaults)
        {
            Bench.Arm(fault);
            MayTrade();
            Place(fault, NewOrder.Limit(Side.Buy, Qty, Bench.Above(1)));
            Until(() => Seat[fault].IsDone || Seat[fault].Status == OrdStatus.New, $"an order gets through {fault}");
            Until(() => Seat[fault].IsDone, $"an order ends after {fault}");
            filled += Seat[fault].CumQty;
            Assert.Equal(filled, Position);
        }

        MayTrade();
        Place("last", NewOrder.Market(Side.Buy, Qty));
        Ends("last", OrdStatus.Filled);
        Assert.Equal(filled + Qty, Position);
    }

    /// <summary>Waits until the session has noticed that its connection broke; a paper session has none.</summary>
    void WasCutOff()
    {
        if (Seat.Venue is not null)
        {
            Until(() => Seat.View.Reasons.Contains("cut off from the venue"), "it notices that the connection is down");
        }
    }

    int Submitted(string name) => Seat.Venue is null ? 1
        : Seat.Commands.Count(command => command.Kind == VenueCommandKind.Submit && command.ClientOrderId == Seat[name].ClientOrderId);
}
