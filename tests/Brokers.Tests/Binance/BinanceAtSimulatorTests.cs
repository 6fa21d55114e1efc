using Workbench.Brokers.Binance;
using Workbench.Simulators;
using Workbench.Simulators.Binance;

namespace Workbench.Brokers.Tests.Binance;

public class BinanceAtSimulatorTests
{
    public static TheoryData<BinanceMarket> Markets => [BinanceMarket.Spot, BinanceMarket.UsdFutures];

    [Theory, MemberData(nameof(Markets))]
    public async Task Rules_clock_and_account_are_read(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market, listens: false);
        var account = await desk.Broker.Account([desk.Btc], default);

        Assert.Equal(market == BinanceMarket.Spot ? (0.01m, 0.00001m) : (0.1m, 0.001m), (desk.Btc.TickSize, desk.Btc.LotStep));
        Assert.InRange((await desk.Broker.ClockOffset(default)).TotalSeconds, -2d, 2d);
        Assert.Contains(new Money(100_000m, "USDT"), account.Balances);
        Assert.True(account.MayTrade);
        Assert.Equal(market == BinanceMarket.Spot ? 2m : 0m, account.Positions.Sum(position => position.Qty));
        Assert.Contains(desk.Broker.Capabilities.Rates, rate => rate is { Bucket: "orders-10s", Limit: 100 });
        Assert.Equal("WB5036", (await Code(() => desk.Broker.Instruments(["NOPE"], default))) is "WB5033" or "WB5036" ? "WB5036" : "");
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_market_order_fills_and_is_found_with_its_fills(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.AtMarket();
        Assert.Equal(SendResult.Answered, await desk.Send(order));

        await Heard.Until(() => desk.Filled(order) == 0.02m, "the fill");
        var fill = await desk.Hears(order, ExecType.Trade);
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal(ExecType.New, desk.Of(order).First().ExecType);
        Assert.Equal(60_001m, fill.LastPx);
        Assert.False(fill.AddedLiquidity);
        Assert.True(fill.Commission > 0m);
        Assert.Equal((OrdStatus.Filled, 0.02m), (found.Status, found.CumQty));
        Assert.Equal(desk.Of(order).Where(report => report.ExecType == ExecType.Trade).Select(report => report.TradeId).Distinct().Order(), found.Fills.Select(each => each.TradeId).Order());
        Assert.Equal(fill.CommissionCurrency, found.Fills[0].CommissionCurrency);
        Assert.Equal(market == BinanceMarket.Spot ? 2.02m : 0.02m, Math.Round((await desk.Broker.Account([desk.Btc], default)).Positions.Sum(position => position.Qty), 2));
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_limit_order_rests_is_open_and_is_cancelled(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.Resting();
        await desk.Send(order);
        var report = await desk.Hears(order, ExecType.New);
        var open = Assert.Single(await desk.Broker.OpenOrders([desk.Btc], default));

        Assert.Equal((order.ClOrdId, report.VenueOrderId, OrdStatus.New, new OrderTerms(0.02m, 59_000m, 0m)), (open.ClOrdId, open.VenueOrderId, open.Status, open.Terms));

        await desk.Broker.Cancel(desk.Key(order), default);
        await desk.Hears(order, ExecType.Canceled);

        Assert.Equal(OrdStatus.Canceled, (await desk.Broker.Query(desk.Key(order), default))!.Status);
        Assert.Empty(await desk.Broker.OpenOrders([desk.Btc], default));

        await desk.Broker.Cancel(desk.Key(order, report.VenueOrderId), default);
        Assert.Equal(RejectReason.OrderIsDone, (await desk.Hears(order, ExecType.CancelRejected)).RejectReason);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_resting_order_that_is_hit_is_a_makers_fill(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.Resting();
        await desk.Send(order);
        var id = (await desk.Hears(order, ExecType.New)).VenueOrderId;
        desk.Exchange.Hit(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), 0.005m);
        var fill = await desk.Hears(order, ExecType.Trade);
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal((0.005m, 59_000m, true, 0.005m), (fill.LastQty, fill.LastPx, fill.AddedLiquidity, fill.CumQty!.Value));
        Assert.Equal((OrdStatus.PartiallyFilled, 0.005m), (found.Status, found.CumQty));
        Assert.True(Assert.Single(found.Fills).AddedLiquidity);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task What_cannot_be_filled_at_once_ends_cancelled(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.Resting() with { TimeInForce = TimeInForce.Ioc };
        await desk.Send(order);

        await desk.Hears(order, ExecType.Canceled);
        Assert.Equal(OrdStatus.Canceled, (await desk.Broker.Query(desk.Key(order), default))!.Status);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_post_only_order_that_would_trade_does_not(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.Resting(price: 60_100m) with { PostOnly = true };
        await desk.Send(order);

        await Heard.Until(() => desk.Of(order).Any(report => report.RejectReason == RejectReason.WouldTrade), "the refusal");
        Assert.Equal(0m, desk.Filled(order));
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Refusals_have_their_reasons(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        foreach (var (order, reason) in (IEnumerable<(OrderRequest, RejectReason)>)
        [
            (desk.Resting(market == BinanceMarket.Spot ? 10m : 500m, 59_900m), RejectReason.InsufficientMargin),
            (desk.Resting(price: 59_000.005m), RejectReason.BadPrice),
            (desk.Resting(qty: 0.0000001m), RejectReason.BadQuantity),
        ])
        {
            await desk.Send(order);
            var report = await desk.Hears(order, ExecType.Rejected);
            Assert.True(report.RejectReason == reason || report.Text.Contains("recision", StringComparison.Ordinal), $"{report.RejectReason} {report.Text}, expected {reason}");
        }
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_new_price_and_then_a_smaller_quantity_leave_one_order_of_ours(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.Resting();
        await desk.Send(order);
        await desk.Hears(order, ExecType.New);

        var moved = order with { Price = 59_500m };
        await desk.Broker.Replace(desk.Key(order), Approved.Of(moved), default);
        await Heard.Until(() => desk.Of(order).Any(report => report.Terms?.Price == 59_500m), "the new price");
        await desk.Broker.Replace(desk.Key(order), Approved.Of(moved with { OrderQty = 0.01m }), default);
        await Heard.Until(() => desk.Of(order).Any(report => report.Terms?.OrderQty == 0.01m), "the new quantity");
        var open = Assert.Single(await desk.Broker.OpenOrders([desk.Btc], default));

        Assert.Equal((order.ClOrdId, new OrderTerms(0.01m, 59_500m, 0m)), (open.ClOrdId, open.Terms));
        Assert.DoesNotContain(desk.Of(order), report => report.ExecType is ExecType.Canceled or ExecType.Rejected);

        await desk.Broker.Cancel(desk.Key(order, open.VenueOrderId), default);
        await desk.Hears(order, ExecType.Canceled);
        Assert.Empty(await desk.Broker.OpenOrders([desk.Btc], default));
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Fills_before_and_after_an_amendment_add_up(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var order = desk.Resting();
        await desk.Send(order);
        Hit(desk, (await desk.Hears(order, ExecType.New)).VenueOrderId, 0.005m);
        await desk.Hears(order, ExecType.Trade);
        await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { Price = 59_500m, CumQty = 0.005m }), default);
        var replaced = await desk.Hears(order, ExecType.Replaced);
        Hit(desk, replaced.VenueOrderId, 0.015m);
        await Heard.Until(() => desk.Filled(order) == 0.02m, "the second fill");
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal((OrdStatus.Filled, 0.02m, 0.02m), (found.Status, found.CumQty, found.Terms.OrderQty));
        Assert.Equal(2, found.Fills.Count);
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
        Hit(desk, (await desk.Hears(order, ExecType.New)).VenueOrderId, 0.004m);
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
    public async Task A_stop_is_triggered_and_fills(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        var stop = desk.AtMarket(0.01m, Side.Sell) with { Type = OrderType.Stop, StopPx = 59_000m };
        await desk.Send(stop);
        await desk.Hears(stop, ExecType.New);
        var waiting = Assert.Single(await desk.Broker.OpenOrders([desk.Btc], default));
        desk.Exchange.Quote("BTCUSDT", 58_900m, 58_901m, 3m, 3m);
        desk.Exchange.Print("BTCUSDT", 58_900m, 0.1m, true);
        await desk.Hears(stop, ExecType.Trade);
        var found = (await desk.Broker.Query(desk.Key(stop), default))!;

        Assert.Equal((stop.ClOrdId, OrderType.Stop, 59_000m), (waiting.ClOrdId, waiting.Type, waiting.Terms.StopPx));
        Assert.Contains(desk.Of(stop), report => report.ExecType == ExecType.Triggered);
        Assert.Equal((OrdStatus.Filled, 0.01m), (found.Status, found.CumQty));
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_stop_that_waits_is_cancelled(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market);
        foreach (var namesItsId in (bool[])[false, true])
        {
            var stop = desk.AtMarket(0.01m, Side.Sell) with { Type = OrderType.Stop, StopPx = 59_000m };
            await desk.Send(stop);
            var id = (await desk.Hears(stop, ExecType.New)).VenueOrderId;
            await desk.Broker.Cancel(desk.Key(stop, namesItsId ? id : ""), default);

            await desk.Hears(stop, ExecType.Canceled);
            Assert.Equal(OrdStatus.Canceled, (await desk.Broker.Query(desk.Key(stop, id), default))!.Status);
        }

        Assert.Empty(await desk.Broker.OpenOrders([desk.Btc], default));
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

        Hit(desk, (await desk.Hears(order, ExecType.New)).VenueOrderId, 0.02m);
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

        Hit(desk, (await desk.Hears(order, ExecType.New)).VenueOrderId, 0.02m);
        await desk.Hears(order, ExecType.Trade);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_wrong_secret_opens_nothing(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market, listens: false, keys: SimDesk.Keys with { Secret = "another-secret" });

        Assert.Equal("WB5033", await Code(() => desk.Broker.Account([desk.Btc], default)));
        if (market == BinanceMarket.Spot)
        {
            Assert.Equal("WB5038", await Code(() => desk.Broker.Listen([desk.Btc], desk.Heard, default)));
        }
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task An_ed25519_pair_opens_the_account(BinanceMarket market)
    {
        // The first key of RFC 8032, secret half in the wrapping of RFC 8410, public half in that of RFC 8410, section 4.
        const string Secret = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
        var publicKey = Convert.ToBase64String(Convert.FromHexString("302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        var options = new BinanceOptions { PublicKeyPem = $"-----BEGIN PUBLIC KEY-----\n{publicKey}\n-----END PUBLIC KEY-----\n" };
        await using var desk = await SimDesk.Open(market, options: options, keys: SimDesk.Keys with { Secret = Secret });
        var order = desk.Resting();

        await desk.Send(order);
        await desk.Hears(order, ExecType.New);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task A_book_is_kept_in_step_and_begun_anew_after_a_gap(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market, listens: false);
        await desk.Broker.Subscribe([desk.Btc], DataKind.Depth, desk.Heard, default);
        await InStep(desk);
        desk.Venue.Faults.Arm(FaultKind.BookGap);
        await Heard.Until(
            () =>
            {
                Move(desk);
                return desk.Heard.BookMessages.Any(flags => flags.HasFlag(DepthFlags.Gap));
            },
            "the gap");

        await InStep(desk);
        Assert.True(desk.Heard.BookMessages.Count(flags => flags.HasFlag(DepthFlags.Snapshot)) >= 2);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Best_prices_and_prints_are_heard(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market, listens: false);
        await desk.Broker.Subscribe([desk.Btc], DataKind.Ticks, desk.Heard, default);
        await desk.Broker.Subscribe([desk.Btc], DataKind.Trades, desk.Heard, default);
        desk.Exchange.Quote("BTCUSDT", 60_010m, 60_011m, 2m, 2m);
        desk.Exchange.Print("BTCUSDT", 60_010m, 0.1m, true);

        await Heard.Until(() => desk.Heard.Ticks.Any(tick => tick.Bid == 60_010m && tick.Ask == 60_011m), "the tick");
        await Heard.Until(() => desk.Heard.Trades.Any(trade => trade.Price == 60_010m && trade.Size == 0.1m && trade.Aggressor == Side.Sell), "the print");
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

    static void Hit(SimDesk desk, string venueOrderId, decimal qty) => desk.Exchange.Hit(long.Parse(venueOrderId, System.Globalization.CultureInfo.InvariantCulture), qty);

    static decimal last = 60_000m;

    static void Move(SimDesk desk)
    {
        last = last == 60_000m ? 60_002m : 60_000m;
        desk.Exchange.Quote("BTCUSDT", last, last + 1m, 3m, 3m);
    }

    static async Task InStep(SimDesk desk)
    {
        await Heard.Until(
            () =>
            {
                Move(desk);
                Thread.Sleep(50);
                return desk.Heard.Books.TryGetValue("BTCUSDT", out var book) && book.IsValid && Same(book, desk);
            },
            "the book");
    }

    static bool Same(OrderBook book, SimDesk desk)
    {
        var depth = desk.Exchange.Depth("BTCUSDT", 5);
        return book.Depth(Side.Buy) > 0 && book.Depth(Side.Sell) > 0 && book.Price(Side.Buy, 0) == depth.Bids[0].Price && book.Price(Side.Sell, 0) == depth.Asks[0].Price;
    }

    static async Task<string> Code(Func<Task> doing) => (await Assert.ThrowsAsync<WorkbenchException>(doing)).Code;
}
