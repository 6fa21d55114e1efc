using Workbench.Brokers.Binance;
using Workbench.Simulators;
using Workbench.Simulators.Binance;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>What goes wrong at the simulated venue, and what is known of it here.</summary>
public class BinanceSimulatedFaultsTests
{
    public static TheoryData<BinanceMarket> Markets => [BinanceMarket.Spot, BinanceMarket.UsdFutures];

    [Theory, MemberData(nameof(Markets))]
    public async Task Own_events_are_subscribed_to_even_with_a_clock_that_is_off(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market, listens: false);
        desk.Venue.Faults.Arm(FaultKind.ClockAhead);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await desk.Broker.Listen([desk.Btc], desk.Heard, patience.Token);

        Assert.Equal(LinkState.Up, desk.Heard.Links.Last().State);
    }

    [Fact]
    public async Task A_connection_that_is_half_open_is_found_and_made_anew()
    {
        await using var desk = await SimDesk.Open(BinanceMarket.Spot);
        desk.Venue.Faults.Arm(FaultKind.HeartbeatStop);

        await Heard.Until(() => desk.Heard.Links.Select(link => link.State).SequenceEqual([LinkState.Up, LinkState.Down, LinkState.Up]), "the second connection");
        var order = desk.Resting();
        await desk.Send(order);
        desk.Hit((await desk.Hears(order, ExecType.New)).VenueOrderId, 0.02m);
        await desk.Hears(order, ExecType.Trade);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_fill_that_races_an_amendment_is_never_lost(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.Resting();
        await desk.Send(order);
        await desk.Hears(order, ExecType.New);
        desk.Venue.Faults.Arm(FaultKind.AmendFillRace);
        var result = await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { OrderQty = 0.015m }), default);
        await Heard.Until(() => desk.Filled(order) == 0.01m, "the fill of the race");
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal(SendOutcome.Answered, result.Outcome);
        Assert.Equal((0.01m, 0.015m), (found.CumQty, found.Terms.OrderQty));
    }

    [Fact]
    public async Task A_first_fill_that_races_a_replacement_refuses_it()
    {
        await using var desk = await SimDesk.Open(BinanceMarket.Spot);
        var order = desk.Resting();
        await desk.Send(order);
        await desk.Hears(order, ExecType.New);
        desk.Venue.Faults.Arm(FaultKind.PartialFillThenCancelRace);
        await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { Price = 59_500m }), default);
        await desk.Hears(order, ExecType.ReplaceRejected);
        await Heard.Until(() => desk.Filled(order) == 0.01m, "the fill of the race");
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal((OrdStatus.PartiallyFilled, 0.01m, new OrderTerms(0.02m, 59_000m, 0m)), (found.Status, found.CumQty, found.Terms));
    }

    [Fact]
    public async Task A_later_fill_that_races_a_replacement_is_told_as_what_it_is()
    {
        await using var desk = await SimDesk.Open(BinanceMarket.Spot);
        var order = desk.Resting();
        await desk.Send(order);
        desk.Hit((await desk.Hears(order, ExecType.New)).VenueOrderId, 0.004m);
        await desk.Hears(order, ExecType.Trade);
        desk.Venue.Faults.Arm(FaultKind.PartialFillThenCancelRace);
        await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { Price = 59_500m, CumQty = 0.004m }), default);
        await Heard.Until(() => desk.Filled(order) > 0.004m && desk.Of(order).Any(report => report.Terms is not null), "the race");
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal(desk.Filled(order), found.CumQty);
        Assert.Equal(desk.Of(order).Last(report => report.Terms is not null).Terms!.OrderQty, found.Terms.OrderQty);
        Assert.Equal(0.016m + desk.Filled(order), found.Terms.OrderQty);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task An_answer_that_is_lost_is_unknown_and_the_query_finds_the_order(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        foreach (var fault in (FaultKind[])[FaultKind.DropAckAfterAccept, FaultKind.ServerErrorWithOrderAccepted])
        {
            desk.Venue.Faults.Arm(fault);
            var order = desk.Resting();

            Assert.Equal(SendOutcome.Unknown, (await desk.Send(order)).Outcome);
            Assert.Equal(OrdStatus.New, (await desk.Broker.Query(desk.Key(order), default))!.Status);
            Assert.Equal(SendOutcome.Unknown, (await desk.Send(order)).Outcome);
            Assert.Single(await desk.Broker.OpenOrders([desk.Btc], default), open => open.ClOrdId == order.ClOrdId);
        }
    }

    [Fact]
    public async Task A_replacement_whose_answer_is_lost_is_found_by_our_id()
    {
        await using var desk = await SimDesk.Open(BinanceMarket.Spot);
        var order = desk.Resting();
        await desk.Send(order);
        await desk.Hears(order, ExecType.New);
        desk.Venue.Faults.Arm(FaultKind.DropAckAfterAccept);
        var result = await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { Price = 59_500m }), default);
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal(SendOutcome.Unknown, result.Outcome);
        Assert.Equal((OrdStatus.New, 59_500m), (found.Status, found.Terms.Price));
        await desk.Hears(order, ExecType.Replaced);
        Assert.DoesNotContain(desk.Of(order), report => report.ExecType == ExecType.Canceled);
    }

    [Fact]
    public async Task An_order_that_is_alive_after_a_throttle_is_found()
    {
        await using var desk = await SimDesk.Open(BinanceMarket.UsdFutures);
        desk.Venue.Faults.Arm(new Fault(FaultKind.Venue, Name: BinanceFaults.ThrottledButAlive));
        var order = desk.Resting();

        Assert.Equal(SendOutcome.Unknown, (await desk.Send(order)).Outcome);
        Assert.Equal(OrdStatus.New, (await desk.Broker.Query(desk.Key(order), default))!.Status);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_clock_that_is_off_refuses_one_order_and_no_more(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        desk.Venue.Faults.Arm(FaultKind.ClockAhead);
        var first = desk.Resting();
        var second = desk.Resting();
        await desk.Send(first);
        await desk.Send(second);

        await desk.Hears(first, ExecType.Rejected);
        await desk.Hears(second, ExecType.New);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_fill_told_twice_has_one_id(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        desk.Venue.Faults.Arm(FaultKind.DuplicateFill);
        var order = desk.AtMarket();
        await desk.Send(order);

        await Heard.Until(() => desk.Of(order).Count(report => report.ExecType == ExecType.Trade) >= 2, "both");
        Assert.Equal(0.02m, desk.Filled(order));
    }

    [Theory]
    [InlineData(BinanceMarket.Spot, BinanceFaults.ServerShutdown)]
    [InlineData(BinanceMarket.UsdFutures, BinanceFaults.ServerShutdown)]
    [InlineData(BinanceMarket.UsdFutures, BinanceFaults.ListenKeyExpired)]
    public async Task Own_events_go_on_after_a_farewell(BinanceMarket market, string fault)
    {
        await using var desk = await SimDesk.Open(market);
        desk.Venue.Faults.Arm(new Fault(FaultKind.Venue, Name: fault));
        await Heard.Until(() => desk.Heard.Links.Select(link => link.State).SequenceEqual([LinkState.Up, LinkState.Down, LinkState.Up]), "the second connection");
        var order = desk.Resting();
        await desk.Send(order);

        desk.Hit((await desk.Hears(order, ExecType.New)).VenueOrderId, 0.02m);
        await desk.Hears(order, ExecType.Trade);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Own_events_go_on_after_a_frame_breaks_off(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        desk.Venue.Faults.Arm(FaultKind.CloseMidFrame);
        await desk.Send(desk.Resting());
        await Heard.Until(() => desk.Heard.Links.Count(link => link.State == LinkState.Up) == 2, "the second connection");
        var order = desk.Resting();
        await desk.Send(order);

        desk.Hit((await desk.Hears(order, ExecType.New)).VenueOrderId, 0.02m);
        await desk.Hears(order, ExecType.Trade);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Too_many_requests_refuse_for_sure(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        desk.Venue.Faults.Arm(FaultKind.TooManyRequests);
        var order = desk.Resting();

        Assert.Equal(SendOutcome.Answered, (await desk.Send(order)).Outcome);
        await desk.Hears(order, ExecType.Rejected);
        Assert.Null(await desk.Broker.Query(desk.Key(order), default));
    }
}
