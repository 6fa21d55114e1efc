using Workbench.Brokers.Oanda;
using Workbench.Simulators;
using Workbench.Simulators.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>The same venue on its bad days.</summary>
public sealed class OandaSimulatedFaultsTests
{
    [Theory]
    [InlineData(FaultKind.DropAckAfterAccept)]
    [InlineData(FaultKind.ServerErrorWithOrderAccepted)]
    public async Task An_order_whose_answer_is_lost_is_unknown_and_the_stream_and_a_query_find_it(FaultKind fault)
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Market(Side.Buy, 100m);
        desk.Faults.Arm(fault, 1, 0);

        Assert.Equal(SendOutcome.Unknown, (await desk.Send(order)).Outcome);
        await desk.Told(order, ExecType.Trade);
        Assert.Equal([ExecType.New, ExecType.Trade], desk.Inbox.Of(order.ClOrdId).Select(each => each.ExecType));
        Assert.Equal((OrdStatus.Filled, 100m), ((await desk.Query(order))!.Status, (await desk.Query(order))!.CumQty));
    }

    [Fact]
    public async Task An_order_that_was_never_sent_is_not_there()
    {
        await using var desk = await SimulatedDesk.Listening();
        Assert.Null(await desk.Query(desk.Market(Side.Buy, 100m)));
    }

    [Fact]
    public async Task An_order_just_made_is_found_in_spite_of_the_lag()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 100m, 1.09000m);
        desk.Faults.Arm(new Fault(FaultKind.Venue, 1, 0, OandaFaults.ReadAfterWriteLag));
        await desk.Send(order);

        Assert.Equal(OrdStatus.New, (await desk.Query(order))!.Status);
    }

    [Fact]
    public async Task An_order_that_is_sent_twice_is_there_once()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 100m, 1.09000m);
        await desk.Send(order);

        Assert.Equal(SendOutcome.Unknown, (await desk.Send(order)).Outcome);
        Assert.Single(await desk.Broker.OpenOrders([desk.EurUsd], default));
        Assert.Equal([ExecType.New], desk.Inbox.Of(order.ClOrdId).Select(each => each.ExecType));
        Assert.Equal(OrdStatus.New, (await desk.Query(order))!.Status);
    }

    [Fact]
    public async Task A_cancellation_within_a_good_answer_is_a_dead_order()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Market(Side.Buy, 100m);
        desk.Faults.Arm(new Fault(FaultKind.Venue, 1, 0, OandaFaults.CancelInAnswer));

        Assert.Equal(SendOutcome.Answered, (await desk.Send(order)).Outcome);
        await desk.Inbox.Until(heard => heard.Of(order.ClOrdId).Any(each => each.ExecType is ExecType.Canceled or ExecType.Expired or ExecType.Rejected));
        Assert.DoesNotContain(desk.Inbox.Of(order.ClOrdId), each => each.ExecType == ExecType.Trade);
        Assert.Equal(0m, await desk.Held());
    }

    [Fact]
    public async Task A_line_that_the_stream_swallows_is_asked_for()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 100m, 1.09900m);
        await desk.Send(order);
        desk.Faults.Arm(new Fault(FaultKind.Venue, 1, 0, OandaFaults.LostTransaction));
        desk.Quote(1.09880m);

        Assert.Equal(100m, (await desk.Told(order, ExecType.Trade)).LastQty);
        Assert.Equal(1, desk.Inbox.Ups);
    }

    [Fact]
    public async Task A_fill_that_is_told_twice_is_heard_once()
    {
        await using var desk = await SimulatedDesk.Listening();
        desk.Faults.Arm(FaultKind.DuplicateFill, 1, 0);
        var order = desk.Market(Side.Buy, 100m);
        await desk.Send(order);
        var next = desk.Market(Side.Buy, 100m);
        await desk.Send(next);

        await desk.Told(next, ExecType.Trade);
        Assert.Single(desk.Inbox.Of(order.ClOrdId), each => each.ExecType == ExecType.Trade);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_opened_anew_and_what_was_missed_is_told()
    {
        await using var desk = await SimulatedDesk.Listening(options: new Workbench.Brokers.Oanda.OandaOptions { TransactionSilence = TimeSpan.FromSeconds(1) });
        var order = desk.Limit(Side.Buy, 100m, 1.09900m);
        await desk.Send(order);
        desk.Faults.Arm(FaultKind.HeartbeatStop, 1, 0);
        await desk.Inbox.Until(heard => heard.Links.Any(each => each.State == LinkState.Down));
        desk.Quote(1.09880m);

        await desk.Told(order, ExecType.Trade);
        await desk.Inbox.Until(heard => heard.Ups >= 2);
        Assert.Single(desk.Inbox.Of(order.ClOrdId), each => each.ExecType == ExecType.Trade);
    }

    [Fact]
    public async Task A_line_that_is_cut_in_the_middle_is_told_whole_after_the_next_connect()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 100m, 1.09900m);
        await desk.Send(order);
        desk.Faults.Arm(FaultKind.CloseMidFrame, 1, 0);
        desk.Quote(1.09880m);

        await desk.Told(order, ExecType.Trade);
        await desk.Inbox.Until(heard => heard.Ups >= 2);
        Assert.Single(desk.Inbox.Of(order.ClOrdId), each => each.ExecType == ExecType.Trade);
    }

    [Fact]
    public async Task A_venue_that_restarts_keeps_the_orders_and_is_found_again()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 100m, 1.09900m);
        await desk.Send(order);
        desk.Venue.Restart(TimeSpan.FromMilliseconds(500));
        await desk.Inbox.Until(heard => heard.Ups >= 2);
        desk.Quote(1.09880m);

        await desk.Told(order, ExecType.Trade);
        Assert.Equal(OrdStatus.Filled, (await desk.Query(order))!.Status);
    }

    [Fact]
    public async Task Too_many_requests_are_a_refusal_that_placed_nothing()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Market(Side.Buy, 100m);
        desk.Faults.Arm(FaultKind.TooManyRequests, 1, 0);

        Assert.Equal(SendOutcome.Answered, (await desk.Send(order)).Outcome);
        await desk.Told(order, ExecType.Rejected);
        Assert.Equal(0m, await desk.Held());
    }

    [Fact]
    public async Task A_venue_whose_clock_is_ahead_shows_it()
    {
        await using var desk = await SimulatedDesk.Open();
        desk.Venue.Clock.Ahead = TimeSpan.FromSeconds(90);

        Assert.InRange((await desk.Broker.ClockOffset(default)).TotalSeconds, 88d, 92d);
    }

    [Fact]
    public async Task A_token_that_is_wrong_is_said_so_without_being_shown()
    {
        await using var desk = await SimulatedDesk.Open();
        using var http = new HttpClient();
        var keys = new VenueKeys { Venue = "oanda", Name = "wrong", Key = "planted-secret", Account = "101-004-0000000-001" };
        await using var broker = new OandaBroker(keys, OandaHosts.At(desk.Venue.RestUri, desk.Venue.StreamUri), http, TimeProvider.System);
        var error = await Assert.ThrowsAsync<WorkbenchException>(() => broker.Listen([desk.EurUsd], desk.Inbox, default));

        Assert.Equal("WB5001", error.Code);
        Assert.DoesNotContain("planted-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.FillBeforeAck)]
    [InlineData(FaultKind.OutOfOrderStatus)]
    public async Task Whatever_comes_first_the_order_is_new_and_filled_once(FaultKind fault)
    {
        await using var desk = await SimulatedDesk.Listening();
        desk.Faults.Arm(fault, 1, 0);
        var order = desk.Market(Side.Buy, 100m);
        await desk.Send(order);

        await desk.Told(order, ExecType.Trade);
        Assert.Equal([ExecType.New, ExecType.Trade], desk.Inbox.Of(order.ClOrdId).Select(each => each.ExecType).Order());
    }

    [Theory]
    [InlineData(FaultKind.PartialFillThenCancelRace, ExecType.CancelRejected)]
    [InlineData(FaultKind.AmendFillRace, ExecType.ReplaceRejected)]
    public async Task A_fill_that_is_faster_than_we_are_is_booked_and_the_wish_refused(FaultKind fault, ExecType refusal)
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 100m, 1.09000m);
        await desk.Send(order);
        desk.Faults.Arm(fault, 1, 0);
        var result = refusal == ExecType.CancelRejected
            ? await desk.Broker.Cancel(desk.Key(order), default)
            : await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { Price = 1.08000m }), default);

        Assert.Equal(SendOutcome.Answered, result.Outcome);
        Assert.Equal(RejectReason.OrderIsDone, (await desk.Told(order, refusal)).RejectReason);
        Assert.Equal(100m, (await desk.Told(order, ExecType.Trade)).LastQty);
        Assert.Equal(OrdStatus.Filled, (await desk.Query(order))!.Status);
    }

    [Theory]
    [InlineData(FaultKind.Maintenance, SendOutcome.Unknown)]
    [InlineData(FaultKind.Banned, SendOutcome.Answered)]
    [InlineData(FaultKind.TokenExpired, SendOutcome.Answered)]
    public async Task A_venue_that_lets_nobody_in_leaves_an_order_as_it_is(FaultKind fault, SendOutcome outcome)
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 100m, 1.09000m);
        await desk.Send(order);
        desk.Faults.Arm(fault, 1, 0);

        Assert.Equal(outcome, (await desk.Broker.Cancel(desk.Key(order), default)).Outcome);
        desk.Faults.Clear();
        Assert.Equal(OrdStatus.New, (await desk.Query(order))!.Status);
        Assert.DoesNotContain(desk.Inbox.Of(order.ClOrdId), each => each.ExecType == ExecType.Canceled);
    }
}
