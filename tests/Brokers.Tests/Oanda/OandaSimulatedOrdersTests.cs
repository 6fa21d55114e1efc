using SimOptions = Workbench.Simulators.Oanda.OandaOptions;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>Orders at a venue that someone else wrote from the same documents.</summary>
public sealed class OandaSimulatedOrdersTests
{
    [Fact]
    public async Task The_account_its_clock_and_its_instruments_are_there()
    {
        await using var desk = await SimulatedDesk.Open();
        var account = await desk.Broker.Account([desk.EurUsd], default);

        Assert.Equal((0.00001m, 0.0001m, 1m), (desk.EurUsd.TickSize, desk.EurUsd.PipSize, desk.EurUsd.LotStep));
        Assert.True(Assert.Single(account.Balances).Amount > 0m);
        Assert.InRange((await desk.Broker.ClockOffset(default)).TotalSeconds, -2d, 2d);
        Assert.Equal("WB5003", (await Assert.ThrowsAsync<WorkbenchException>(() => desk.Broker.Instruments(["EURXXX"], default))).Code);
    }

    [Fact]
    public async Task A_market_order_is_new_filled_once_and_held()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Market(Side.Buy, 1_000m);

        Assert.Equal(SendResult.Answered, await desk.Send(order));
        await desk.Told(order, ExecType.Trade);
        Assert.Equal([ExecType.New, ExecType.Trade], desk.Inbox.Of(order.ClOrdId).Select(each => each.ExecType));
        var fill = desk.Inbox.Of(order.ClOrdId)[1];
        Assert.Equal((1_000m, 1.10010m, Side.Buy, "EURUSD"), (fill.LastQty, fill.LastPx, fill.Side, fill.Symbol));
        Assert.Equal(1_000m, await desk.Held());
        await Agrees(desk, order, OrdStatus.Filled);
    }

    [Fact]
    public async Task A_limit_order_rests_is_listed_and_is_cancelled()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 500m, 1.09000m);
        await desk.Send(order);
        var listed = Assert.Single(await desk.Broker.OpenOrders([desk.EurUsd], default));

        Assert.Equal((order.ClOrdId, OrdStatus.New, new OrderTerms(500m, 1.09m, 0m)), (listed.ClOrdId, listed.Status, listed.Terms));
        Assert.Equal(SendResult.Answered, await desk.Broker.Cancel(desk.Key(order), default));
        await desk.Told(order, ExecType.Canceled);
        Assert.Empty(await desk.Broker.OpenOrders([desk.EurUsd], default));
        await Agrees(desk, order, OrdStatus.Canceled);
    }

    [Fact]
    public async Task A_limit_order_is_filled_when_the_price_comes_to_it_and_only_the_stream_tells()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 500m, 1.09900m);
        await desk.Send(order);
        desk.Quote(1.09880m);

        var fill = await desk.Told(order, ExecType.Trade);
        Assert.Equal(500m, fill.LastQty);
        Assert.True(fill.LastPx <= 1.09900m);
        await Agrees(desk, order, OrdStatus.Filled);
    }

    [Theory]
    [InlineData(OrderType.Stop, Side.Buy, 1.10500, 1.10600)]
    [InlineData(OrderType.Stop, Side.Sell, 1.09500, 1.09400)]
    [InlineData(OrderType.MarketIfTouched, Side.Buy, 1.09500, 1.09400)]
    [InlineData(OrderType.MarketIfTouched, Side.Sell, 1.10500, 1.10600)]
    public async Task A_triggered_order_waits_for_its_price(OrderType type, Side side, double trigger, double then)
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Stop(side, 300m, (decimal)trigger) with { Type = type };
        await desk.Send(order);

        Assert.Equal(new OrderTerms(300m, 0m, (decimal)trigger), Assert.Single(await desk.Broker.OpenOrders([desk.EurUsd], default)).Terms);
        desk.Quote((decimal)then);
        Assert.Equal(300m, (await desk.Told(order, ExecType.Trade)).LastQty);
        await Agrees(desk, order, OrdStatus.Filled);
    }

    [Fact]
    public async Task An_amended_order_goes_on_under_a_new_id_and_ours_finds_it()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 500m, 1.09000m);
        await desk.Send(order);
        var before = (await desk.Told(order, ExecType.New)).VenueOrderId;

        Assert.Equal(SendResult.Answered, await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { OrderQty = 700m, Price = 1.08000m }), default));
        var replaced = await desk.Told(order, ExecType.Replaced);
        Assert.NotEqual(before, replaced.VenueOrderId);
        Assert.Equal(new OrderTerms(700m, 1.08m, 0m), replaced.Terms);
        Assert.Equal([ExecType.New, ExecType.Replaced], desk.Inbox.Of(order.ClOrdId).Select(each => each.ExecType));
        await Agrees(desk, order, OrdStatus.New);

        // The old id leads to the new one.
        Assert.Equal(replaced.VenueOrderId, (await desk.Broker.Query(new OrderKey(desk.EurUsd, "", before), default))!.VenueOrderId);
        Assert.Equal(SendResult.Answered, await desk.Broker.Cancel(desk.Key(order), default));
        await Agrees(desk, order, OrdStatus.Canceled);
    }

    [Fact]
    public async Task An_amendment_of_an_order_that_is_done_is_refused()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 500m, 1.09000m);
        await desk.Send(order);
        await desk.Broker.Cancel(desk.Key(order), default);

        Assert.Equal(SendOutcome.Answered, (await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { Price = 1.08000m }), default)).Outcome);
        Assert.Equal(RejectReason.OrderIsDone, (await desk.Told(order, ExecType.ReplaceRejected)).RejectReason);
    }

    [Fact]
    public async Task A_cancellation_that_comes_too_late_is_refused()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Market(Side.Buy, 100m);
        await desk.Send(order);
        await desk.Told(order, ExecType.Trade);

        Assert.Equal(SendOutcome.Answered, (await desk.Broker.Cancel(desk.Key(order), default)).Outcome);
        Assert.Equal(RejectReason.OrderIsDone, (await desk.Told(order, ExecType.CancelRejected)).RejectReason);
        await Agrees(desk, order, OrdStatus.Filled);
    }

    [Theory]
    [InlineData(TimeInForce.Fok)]
    [InlineData(TimeInForce.Ioc)]
    public async Task What_finds_nobody_at_once_is_new_and_then_gone(TimeInForce time)
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 500m, 1.09000m) with { TimeInForce = time };

        Assert.Equal(SendResult.Answered, await desk.Send(order));
        await desk.Inbox.Until(heard => heard.Of(order.ClOrdId).Count == 2);
        Assert.Equal(ExecType.New, desk.Inbox.Of(order.ClOrdId)[0].ExecType);
        Assert.Contains(desk.Inbox.Of(order.ClOrdId)[1].ExecType, (ExecType[])[ExecType.Expired, ExecType.Canceled]);
        var asked = (await desk.Query(order))!;
        Assert.Equal(desk.Inbox.Of(order.ClOrdId)[1].ExecType == ExecType.Expired ? OrdStatus.Expired : OrdStatus.Canceled, asked.Status);
        Assert.Equal(desk.Inbox.Of(order.ClOrdId)[1].Text, asked.Text);
    }

    [Fact]
    public async Task An_order_that_the_margin_does_not_carry_is_refused_and_a_query_says_so_too()
    {
        await using var desk = await SimulatedDesk.Listening();
        desk.Quote(1.10000m, size: 1_000_000_000m);
        var order = desk.Market(Side.Buy, 90_000_000m);

        Assert.Equal(SendOutcome.Answered, (await desk.Send(order)).Outcome);
        await desk.Inbox.Until(heard => heard.Of(order.ClOrdId).Any(each => each.RejectReason == RejectReason.InsufficientMargin));
        Assert.DoesNotContain(desk.Inbox.Of(order.ClOrdId), each => each.ExecType == ExecType.Trade);
        var asked = (await desk.Query(order))!;
        Assert.Equal((OrdStatus.Rejected, RejectReason.InsufficientMargin), (asked.Status, asked.RejectReason));
    }

    [Fact]
    public async Task Orders_that_break_the_instruments_rules_are_refused_with_the_reason()
    {
        await using var desk = await SimulatedDesk.Listening();
        var tooFine = desk.Limit(Side.Buy, 500m, 1.090001m);
        var tooSmall = desk.Limit(Side.Buy, 0.5m, 1.09000m);
        var tooLarge = desk.Limit(Side.Buy, desk.EurUsd.MaxQty + 1m, 1.09000m);
        foreach (var order in (OrderRequest[])[tooFine, tooSmall, tooLarge])
        {
            Assert.Equal(SendOutcome.Answered, (await desk.Send(order)).Outcome);
        }

        Assert.Equal(RejectReason.BadPrice, (await desk.Told(tooFine, ExecType.Rejected)).RejectReason);
        Assert.Equal(RejectReason.BadQuantity, (await desk.Told(tooSmall, ExecType.Rejected)).RejectReason);
        Assert.Equal(RejectReason.BadQuantity, (await desk.Told(tooLarge, ExecType.Rejected)).RejectReason);
        Assert.Equal((OrdStatus.Rejected, RejectReason.BadPrice), ((await desk.Query(tooFine))!.Status, (await desk.Query(tooFine))!.RejectReason));
    }

    [Theory]
    [InlineData(OrderType.Market)]
    [InlineData(OrderType.Limit)]
    public async Task Of_an_order_that_only_a_part_can_fill_at_once_the_rest_is_cancelled(OrderType type)
    {
        await using var desk = await SimulatedDesk.Listening();
        desk.Venue.Account.Transfer(1_000_000_000m);
        var order = desk.Limit(Side.Buy, desk.EurUsd.MaxQty, 1.20000m) with { Type = type, TimeInForce = TimeInForce.Ioc };
        await desk.Send(order);
        var end = await desk.Told(order, ExecType.Canceled);
        var filled = desk.Inbox.Of(order.ClOrdId).Sum(each => each.LastQty);

        Assert.InRange(filled, 1m, desk.EurUsd.MaxQty - 1m);
        Assert.Equal(filled, end.CumQty);
        await Agrees(desk, order, OrdStatus.Canceled);
    }

    [Fact]
    public async Task A_market_that_is_halted_takes_an_order_and_lets_it_go()
    {
        await using var desk = await SimulatedDesk.Listening();
        desk.Venue.Account.Halt("EUR_USD", true);
        var order = desk.Market(Side.Buy, 100m);

        Assert.Equal(SendOutcome.Answered, (await desk.Send(order)).Outcome);
        Assert.Equal("MARKET_HALTED", (await desk.Told(order, ExecType.Canceled)).Text);
        await Agrees(desk, order, OrdStatus.Canceled);
    }

    [Fact]
    public async Task One_fill_closes_two_trades_and_opens_a_third_and_its_parts_are_the_whole()
    {
        await using var desk = await SimulatedDesk.Listening();
        await desk.Send(desk.Market(Side.Buy, 100m));
        await desk.Send(desk.Market(Side.Buy, 50m));
        var order = desk.Market(Side.Sell, 350m);
        await desk.Send(order);
        await desk.Inbox.Until(heard => heard.Of(order.ClOrdId).Count(each => each.ExecType == ExecType.Trade) == 3);
        var parts = desk.Inbox.Of(order.ClOrdId).Where(each => each.ExecType == ExecType.Trade).ToList();

        Assert.Equal([50m, 100m, 200m], parts.Select(each => each.LastQty).Order());
        Assert.Equal(3, parts.Select(each => each.TradeId).Distinct().Count());
        Assert.Equal(-200m, await desk.Held());
        await Agrees(desk, order, OrdStatus.Filled);
    }

    [Fact]
    public async Task A_reduce_only_order_makes_a_position_smaller_and_never_turns_it()
    {
        await using var desk = await SimulatedDesk.Listening();
        await desk.Send(desk.Market(Side.Buy, 100m));
        var order = desk.Market(Side.Sell, 40m) with { ReduceOnly = true };
        await desk.Send(order);

        await desk.Told(order, ExecType.Trade);
        Assert.Equal(60m, await desk.Held());
        var larger = desk.Market(Side.Sell, 500m) with { ReduceOnly = true };
        await desk.Send(larger);
        await desk.Told(larger, ExecType.Canceled);
        Assert.Equal((60m, 0m), (desk.Inbox.Of(larger.ClOrdId).Sum(each => each.LastQty), await desk.Held()));
    }

    [Fact]
    public async Task On_a_hedging_account_both_sides_are_one_net_position_and_reduce_only_closes()
    {
        await using var desk = await SimulatedDesk.Listening(new SimOptions { HedgingEnabled = true });
        await desk.Send(desk.Market(Side.Buy, 100m));
        await desk.Send(desk.Market(Side.Sell, 30m));
        Assert.Equal(70m, await desk.Held());

        var order = desk.Market(Side.Sell, 100m) with { ReduceOnly = true };
        await desk.Send(order);
        await desk.Told(order, ExecType.Trade);
        Assert.Equal(-30m, await desk.Held());
    }

    [Fact]
    public async Task An_order_ends_with_its_date()
    {
        await using var desk = await SimulatedDesk.Listening();
        var order = desk.Limit(Side.Buy, 500m, 1.09000m) with { TimeInForce = TimeInForce.Gtd, ExpireNanos = UtcNanos.From(DateTime.UtcNow.AddSeconds(2)) };
        await desk.Send(order);
        await desk.Told(order, ExecType.New);

        await desk.Told(order, ExecType.Expired);
        await Agrees(desk, order, OrdStatus.Expired);
    }

    [Fact]
    public async Task A_transfer_of_money_is_told()
    {
        await using var desk = await SimulatedDesk.Listening();
        desk.Venue.Account.Transfer(250m);

        await desk.Inbox.Until(heard => heard.Moves.Count > 0);
        Assert.Equal((250m, "TRANSFER_FUNDS"), (desk.Inbox.Moves[0].Amount.Amount, desk.Inbox.Moves[0].Kind));
    }

    [Fact]
    public async Task Prices_flow_and_warm_up_minutes_are_there()
    {
        await using var desk = await SimulatedDesk.Open();
        await desk.Broker.Subscribe([desk.EurUsd], DataKind.Ticks, desk.Inbox, default);
        await desk.Inbox.Until(heard => heard.Ticks.Count > 0);
        desk.Quote(1.20000m);

        await desk.Inbox.Until(heard => heard.Ticks[^1].Bid == 1.20000m && heard.Ticks[^1].Ask == 1.20010m);
        var now = UtcNanos.From(DateTime.UtcNow);
        var bars = await desk.Broker.Minutes(desk.EurUsd, new TimeRange(UtcNanos.Floor(now, UtcNanos.Minute) - UtcNanos.Hour, now), default);
        Assert.NotEmpty(bars);
        Assert.Equal(bars.Select(bar => bar.OpenNanos).Order(), bars.Select(bar => bar.OpenNanos));
    }

    // What was heard and what a query answers are one story, whichever order of events led there.
    static async Task Agrees(SimulatedDesk desk, OrderRequest order, OrdStatus status)
    {
        var asked = (await desk.Query(order))!;
        var heard = desk.Inbox.Of(order.ClOrdId).Where(each => each.ExecType == ExecType.Trade).ToList();

        Assert.Equal((order.ClOrdId, "EURUSD", order.Side, order.Type, status), (asked.ClOrdId, asked.Symbol, asked.Side, asked.Type, asked.Status));
        Assert.Equal(heard.Select(each => (each.TradeId, each.LastQty, each.LastPx, each.TransactTime, each.Commission)), asked.Fills.Select(each => (each.TradeId, each.Qty, each.Px, each.Time, each.Commission)));
        Assert.Equal(heard.Sum(each => each.LastQty), asked.CumQty);
    }
}
