using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Live;

/// <summary>What our side of a real venue makes of what it hears, and of what it does not.</summary>
public class LiveBrokerTests
{
    static LiveBench Limit(decimal qty = 5_000m) => new(self => self.BuyLimit(qty, 1.09m));

    [Fact]
    public void An_order_leaves_with_an_id_that_every_venue_takes()
    {
        var bench = Limit().Tick();
        var request = bench.Take(VenueCommandKind.Submit).Request!.Value;
        Assert.Matches("^[a-z0-9]{1,32}$", request.ClOrdId);
        Assert.Equal((Side.Buy, OrderType.Limit, 5_000m, 1.09m), (request.Side, request.Type, request.OrderQty, request.Price));
    }

    [Fact]
    public void What_never_left_is_rejected_at_once()
    {
        var bench = Limit().Tick();
        bench.Outcome(bench.Take(VenueCommandKind.Submit), SendResult.NotSent("the line was down"));
        Assert.Equal((OrdStatus.Rejected, RejectReason.NotSent), (bench.Order.Status, bench.Order.RejectReason));
    }

    [Fact]
    public void A_time_out_proves_nothing_and_the_venue_is_asked()
    {
        var bench = Limit().Tick();
        bench.Outcome(bench.Take(VenueCommandKind.Submit), SendResult.Unknown("no answer"));
        Assert.Equal(OrdStatus.PendingNew, bench.Order.Status);
        var query = bench.Wait(1.5).Take(VenueCommandKind.Query);
        bench.Finds(query, OrdStatus.New, 5_000m, 1.09m);
        Assert.Equal(OrdStatus.New, bench.Order.Status);
        Assert.DoesNotContain(bench.Sent, command => command.Kind == VenueCommandKind.Submit);
    }

    [Fact]
    public void One_reading_without_the_order_is_not_enough_and_two_are()
    {
        var bench = Limit().Tick();
        bench.Outcome(bench.Take(VenueCommandKind.Submit), SendResult.Unknown("no answer"));
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), null, 0m, 0m);
        Assert.Equal(OrdStatus.PendingNew, bench.Order.Status);
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), null, 0m, 0m);
        Assert.Equal(OrdStatus.Rejected, bench.Order.Status);
    }

    [Fact]
    public void What_may_still_be_on_its_way_is_not_given_up()
    {
        var bench = Limit().Tick();
        var submit = bench.Take(VenueCommandKind.Submit);
        bench.Finds(bench.Wait(6).Take(VenueCommandKind.Query), null, 0m, 0m);
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), null, 0m, 0m);
        Assert.Equal(OrdStatus.PendingNew, bench.Order.Status);
        bench.Outcome(submit, SendResult.Unknown("no answer"));
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), null, 0m, 0m);
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), null, 0m, 0m);
        Assert.Equal(OrdStatus.Rejected, bench.Order.Status);
    }

    [Fact]
    public void A_kill_that_was_refused_is_tried_again_though_no_price_comes()
    {
        var bench = Limit().Tick().Says(ExecType.New).Says(ExecType.Trade, qty: 5_000m, px: 1.09m, trade: "T1");
        bench.Hear(Input.Operator(OperatorCommand.Kill, "a test"));
        bench.Outcome(bench.Take(VenueCommandKind.Submit), SendResult.Answered);
        bench.Outcome(bench.Take(VenueCommandKind.Submit), SendResult.NotSent("the line was busy"));
        bench.Wait(1.5);
        Assert.True(bench.Take(VenueCommandKind.Submit).Request!.Value.ReduceOnly);
    }

    [Fact]
    public void A_question_without_an_answer_is_asked_again()
    {
        var bench = Limit().Tick();
        bench.Take(VenueCommandKind.Submit);
        bench.Wait(6).Take(VenueCommandKind.Query);
        bench.Wait(15).Take(VenueCommandKind.Query);
        Assert.Equal(OrdStatus.PendingNew, bench.Order.Status);
    }

    [Fact]
    public void A_fill_that_comes_again_is_booked_once()
    {
        var bench = Limit().Tick().Says(ExecType.New);
        bench.Says(ExecType.Trade, qty: 2_000m, px: 1.09m, trade: "T1").Says(ExecType.Trade, qty: 2_000m, px: 1.09m, trade: "T1");
        Assert.Equal(2_000m, bench.View.Positions[0].Qty);
        Assert.Equal(1, bench.View.Live!.RepeatedFills);
    }

    [Fact]
    public void A_fill_before_the_acknowledgement_is_taken()
    {
        var bench = Limit().Tick().Says(ExecType.Trade, qty: 5_000m, px: 1.09m, trade: "T1").Says(ExecType.New);
        Assert.Equal((OrdStatus.Filled, 5_000m), (bench.Order.Status, bench.View.Positions[0].Qty));
    }

    [Fact]
    public void An_end_that_is_heard_before_its_fills_waits_for_them()
    {
        var bench = Limit().Tick().Says(ExecType.New).Says(ExecType.Canceled, cumQty: 2_000m);
        Assert.Equal(OrdStatus.New, bench.Order.Status);
        bench.Says(ExecType.Trade, qty: 2_000m, px: 1.09m, trade: "T1");
        Assert.Equal((OrdStatus.Canceled, 2_000m), (bench.Order.Status, bench.Order.CumQty));
    }

    [Fact]
    public void An_end_whose_fills_never_come_is_asked_after()
    {
        var bench = Limit().Tick().Says(ExecType.New).Says(ExecType.Canceled, cumQty: 2_000m);
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), OrdStatus.Canceled, 5_000m, 1.09m, new VenueFill("T1", 0, 2_000m, 1.09m));
        Assert.Equal((OrdStatus.Canceled, 2_000m), (bench.Order.Status, bench.Order.CumQty));
        Assert.Equal(1, bench.View.Live!.FoundFills);
    }

    [Fact]
    public void A_fill_told_after_the_end_is_money_all_the_same()
    {
        var bench = Limit().Tick().Says(ExecType.New).Says(ExecType.Canceled).Says(ExecType.Trade, qty: 2_000m, px: 1.09m, trade: "T1");
        Assert.Equal((OrdStatus.Canceled, 2_000m), (bench.Order.Status, bench.Order.CumQty));
        Assert.Equal(2_000m, bench.View.Positions[0].Qty);
        Assert.Equal(1, bench.View.Live!.LateFills);
    }

    [Fact]
    public void A_cancellation_waits_until_the_venue_has_the_order()
    {
        var bench = new LiveBench(self => self.Cancel(self.BuyLimit(5_000m, 1.09m))).Tick();
        Assert.DoesNotContain(bench.Sent, command => command.Kind == VenueCommandKind.Cancel);
        bench.Says(ExecType.New).Take(VenueCommandKind.Cancel);
    }

    [Fact]
    public void A_cancellation_that_was_lost_is_sent_again()
    {
        var bench = new LiveBench(self => self.Cancel(self.BuyLimit(5_000m, 1.09m))).Tick().Says(ExecType.New);
        bench.Outcome(bench.Take(VenueCommandKind.Cancel), SendResult.Unknown("no answer"));
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), OrdStatus.New, 5_000m, 1.09m);
        bench.Take(VenueCommandKind.Cancel);
        bench.Says(ExecType.Canceled);
        Assert.Equal(OrdStatus.Canceled, bench.Order.Status);
    }

    [Fact]
    public void A_fill_that_hangs_on_an_unanswered_amendment_is_asked_after()
    {
        // The storm found it: taken as whole at the old quantity, the rest of the amended order was forgotten.
        var bench = Limit(3_000m).Tick().Says(ExecType.New);
        bench.Trader.Amend(bench.Order, qty: 5_000m);
        bench.Tick().Take(VenueCommandKind.Replace);
        bench.Says(ExecType.Trade, qty: 3_000m, px: 1.09m, trade: "T1");
        Assert.Equal(0m, bench.View.Positions[0].Qty);
        bench.Finds(bench.Take(VenueCommandKind.Query), OrdStatus.PartiallyFilled, 5_000m, 1.09m, new VenueFill("T1", 0, 3_000m, 1.09m));
        Assert.Equal((OrdStatus.PartiallyFilled, 5_000m, 3_000m), (bench.Order.Status, bench.Order.OrderQty, bench.View.Positions[0].Qty));
    }

    [Fact]
    public void An_amendment_that_did_not_come_about_is_refused_after_two_readings()
    {
        var bench = Limit().Tick().Says(ExecType.New);
        bench.Trader.Amend(bench.Order, price: 1.08m);
        bench.Tick();
        bench.Outcome(bench.Take(VenueCommandKind.Replace), SendResult.Unknown("no answer"));
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), OrdStatus.New, 5_000m, 1.09m);
        Assert.Equal(OrdStatus.PendingReplace, bench.Order.Status);
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), OrdStatus.New, 5_000m, 1.09m);
        Assert.Equal((OrdStatus.New, 1.09m), (bench.Order.Status, bench.Order.Price));
    }

    [Fact]
    public void An_amended_order_at_the_venue_is_taken_as_it_is_there()
    {
        var bench = Limit().Tick().Says(ExecType.New);
        bench.Trader.Amend(bench.Order, price: 1.08m);
        bench.Tick();
        bench.Outcome(bench.Take(VenueCommandKind.Replace), SendResult.Unknown("no answer"));
        bench.Finds(bench.Wait(1.5).Take(VenueCommandKind.Query), OrdStatus.New, 5_000m, 1.08m);
        Assert.Equal((OrdStatus.New, 1.08m), (bench.Order.Status, bench.Order.Price));
    }

    [Fact]
    public void While_the_connection_is_down_nothing_new_leaves()
    {
        var bench = Limit().Hear(Input.Link(LinkKind.Orders, LinkState.Down, "cut")).Tick();
        Assert.DoesNotContain(bench.Sent, command => command.Kind == VenueCommandKind.Submit);
        Assert.Equal(RejectReason.NotTrading, bench.Order.RejectReason);
    }

    [Fact]
    public void A_connection_that_is_there_again_asks_after_everything_first()
    {
        var bench = Limit().Tick().Says(ExecType.New);
        bench.Hear(Input.Link(LinkKind.Orders, LinkState.Down, "cut")).Hear(Input.Link(LinkKind.Orders, LinkState.Up, ""));
        Assert.Contains("recovering", bench.View.Reasons);
        var (query, audit) = (bench.Take(VenueCommandKind.Query), bench.Take(VenueCommandKind.Audit));
        bench.Finds(query, OrdStatus.Filled, 5_000m, 1.09m, new VenueFill("T1", 0, 5_000m, 1.09m));
        bench.Hear(Input.Audit(audit, new VenueState([], new VenueAccount("1", 0) { Positions = [new VenuePosition("EURUSD", 5_000m, 1.09m)] })));
        Assert.Equal((OrdStatus.Filled, 5_000m), (bench.Order.Status, bench.View.Positions[0].Qty));
        Assert.Empty(bench.View.Reasons);
    }

    [Fact]
    public void What_was_held_before_is_not_the_session_s()
    {
        var bench = Limit().Hear(Input.Operator(OperatorCommand.Recover, ""));
        bench.Hear(Input.Audit(bench.Take(VenueCommandKind.Audit), new VenueState([], new VenueAccount("1", 0) { Positions = [new VenuePosition("EURUSD", 7_000m, 1.1m)] })));
        Assert.Empty(bench.View.Reasons);
        Assert.Equal(0m, bench.View.Positions[0].Qty);
    }

    [Fact]
    public void A_position_that_differs_twice_stops_entries_until_it_is_equal_again()
    {
        var bench = Limit().Hear(Input.Operator(OperatorCommand.Recover, ""));
        void Audit(decimal held) => bench.Hear(Input.Audit(bench.Take(VenueCommandKind.Audit), new VenueState([], new VenueAccount("1", 0) { Positions = [new VenuePosition("EURUSD", held, 1.1m)] })));
        Audit(0m);
        bench.Hear(Input.Link(LinkKind.Orders, LinkState.Gap, "")).Wait(10);
        Audit(3_000m);
        bench.Wait(1.5);
        Audit(3_000m);
        Assert.Contains(bench.View.Reasons, reason => reason.StartsWith("EURUSD", StringComparison.Ordinal));
        bench.Wait(1.5);
        Audit(0m);
        Assert.Empty(bench.View.Reasons);
    }

    [Fact]
    public void An_order_of_others_is_seen_and_left_alone_until_everything_is_killed()
    {
        var bench = Limit().Hear(Input.Operator(OperatorCommand.Recover, ""));
        var other = new VenueOrder("", "V77", "EURUSD", OrdStatus.New) { Side = Side.Sell, Type = OrderType.Limit, Terms = new OrderTerms(1_000m, 1.2m, 0m) };
        bench.Hear(Input.Audit(bench.Take(VenueCommandKind.Audit), new VenueState([other], new VenueAccount("1", 0))));
        Assert.Single(bench.View.Strangers);
        Assert.DoesNotContain(bench.Sent, command => command.Kind == VenueCommandKind.Cancel);
        bench.Hear(Input.Operator(OperatorCommand.Kill, "test"));
        Assert.Equal("V77", bench.Take(VenueCommandKind.Cancel).Key.VenueOrderId);
    }

    [Fact]
    public void Exits_leave_when_their_entry_is_filled_and_one_takes_the_other_with_it()
    {
        var bench = new LiveBench(self => self.SendBracket(
            NewOrder.Market(Side.Buy, 5_000m), NewOrder.Limit(Side.Sell, 5_000m, 1.2m), NewOrder.Stop(Side.Sell, 5_000m, 1.0m))).Tick();
        var entry = bench.Take(VenueCommandKind.Submit);
        Assert.Empty(bench.Sent);
        bench.Says(ExecType.New, entry.ClientOrderId).Says(ExecType.Trade, entry.ClientOrderId, 5_000m, 1.1m, "T1");
        var (target, stop) = (bench.Take(VenueCommandKind.Submit), bench.Take(VenueCommandKind.Submit));
        Assert.True(target.Request!.Value.ReduceOnly && stop.Request!.Value.ReduceOnly);
        bench.Says(ExecType.New, target.ClientOrderId).Says(ExecType.New, stop.ClientOrderId);
        bench.Says(ExecType.Trade, target.ClientOrderId, 5_000m, 1.2m, "T2");
        Assert.Equal(stop.Key.ClOrdId, bench.Take(VenueCommandKind.Cancel).Key.ClOrdId);
    }

    [Fact]
    public void What_the_venue_does_not_offer_is_refused_here()
    {
        var bench = new LiveBench(self => self.Send(NewOrder.TrailingStop(Side.Sell, 1_000m, Trail.Percent(2)))).Tick();
        Assert.Equal(RejectReason.NotOffered, bench.Order.RejectReason);
        Assert.Empty(bench.Sent);
    }
}
