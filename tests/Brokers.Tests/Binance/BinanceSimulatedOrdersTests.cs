using Workbench.Brokers.Binance;
using Workbench.Simulators.Binance;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>Orders at the simulated venue: two programs by two writers.</summary>
public class BinanceSimulatedOrdersTests
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
        desk.Hit(id, 0.005m);
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
        desk.Hit((await desk.Hears(order, ExecType.New)).VenueOrderId, 0.005m);
        await desk.Hears(order, ExecType.Trade);
        await desk.Broker.Replace(desk.Key(order), Approved.Of(order with { Price = 59_500m, CumQty = 0.005m }), default);
        var replaced = await desk.Hears(order, ExecType.Replaced);
        desk.Hit(replaced.VenueOrderId, 0.015m);
        await Heard.Until(() => desk.Filled(order) == 0.02m, "the second fill");
        var found = (await desk.Broker.Query(desk.Key(order), default))!;

        Assert.Equal((OrdStatus.Filled, 0.02m, 0.02m), (found.Status, found.CumQty, found.Terms.OrderQty));
        Assert.Equal(2, found.Fills.Count);
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

    static async Task<string> Code(Func<Task> doing) => (await Assert.ThrowsAsync<WorkbenchException>(doing)).Code;
}
