namespace Workbench.Simulators.Tests.Binance;

public sealed class FuturesRulesTests : BinanceCase
{
    [Theory]
    [InlineData("0.01", "59000.05", "&timeInForce=GTC", -1111)]
    [InlineData("0.0101", "59000", "&timeInForce=GTC", -1111)]
    [InlineData("0", "59000", "&timeInForce=GTC", -4003)]
    [InlineData("0.001", "59000", "&timeInForce=GTC", -4164)]
    [InlineData("0.01", "70000", "&timeInForce=GTC", -4016)]
    [InlineData("100", "59000", "&timeInForce=GTC", -2019)]
    [InlineData("0.01", "60500", "&timeInForce=GTX", -5022)]
    [InlineData("0.01", "59000", "&timeInForce=FOK", -5021)]
    [InlineData("0.01", "59000", "&timeInForce=GTC&reduceOnly=true", -2022)]
    [InlineData("0.01", "59000", "&timeInForce=GTC&positionSide=LONG", -4061)]
    [InlineData("0.01", "59000", "&timeInForce=GTD&goodTillDate=1000", -1130)]
    public async Task An_order_that_breaks_a_rule_is_told_which(string qty, string price, string more, int code)
    {
        Assert.Equal(code, (await Caller.FuturesLimit("BUY", qty, price, more)).Code);
        Assert.Empty(Simulator.Futures.Orders("main"));
    }

    [Fact]
    public async Task One_number_means_two_things_in_two_markets()
    {
        var triggered = await Caller.Signed("POST", "/fapi/v1/algoOrder", "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&quantity=0.01&triggerPrice=61000");
        var replaced = await Caller.Signed("POST", "/api/v3/order/cancelReplace",
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000&cancelReplaceMode=ALLOW_FAILURE&cancelOrderId=1");

        Assert.Equal((-2021, "Order would immediately trigger."), (triggered.Code, triggered.Text));
        Assert.Equal((-2021, "Order cancel-replace partially failed."), (replaced.Code, replaced.Text));
    }

    [Fact]
    public async Task Conditional_orders_are_turned_away_from_the_old_path()
    {
        var answer = await Caller.Signed("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=SELL&type=STOP_MARKET&quantity=0.01&stopPrice=55000");

        Assert.Equal((400, -4120), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task What_waits_with_the_algo_service_is_no_order_until_it_is_triggered()
    {
        await Caller.Signed("POST", "/fapi/v1/algoOrder", "algoType=CONDITIONAL&symbol=BTCUSDT&side=BUY&type=STOP_MARKET&quantity=0.01&triggerPrice=61000&clientAlgoId=stop1");
        Assert.Equal(-2013, (await Caller.Signed("GET", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=stop1")).Code);
        Assert.Equal("NEW", (await Caller.Signed("GET", "/fapi/v1/algoOrder", "clientAlgoId=stop1"))["algoStatus"]);

        Simulator.Futures.Quote("BTCUSDT", 61_000m, 61_000.1m, 5, 5);

        var algo = await Caller.Signed("GET", "/fapi/v1/algoOrder", "clientAlgoId=stop1");
        var order = await Caller.Signed("GET", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=stop1");
        Assert.Equal(("FINISHED", algo["actualOrderId"], "FILLED", "MARKET"), (algo["algoStatus"], order["orderId"], order["status"], order["type"]));
    }

    [Fact]
    public async Task An_acknowledgement_shows_the_order_as_it_was_taken_in()
    {
        var answer = await Caller.Signed("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01");

        Assert.Equal(("NEW", "0"), (answer["status"], answer["executedQty"]));
        Assert.Equal("FILLED", (await Caller.Signed("GET", "/fapi/v1/order", $"symbol=BTCUSDT&orderId={answer["orderId"]}"))["status"]);
    }

    [Fact]
    public async Task A_change_to_what_is_filled_cancels_and_one_that_breaks_a_filter_changes_nothing()
    {
        var id = (await Caller.FuturesLimit("BUY", "0.1", "59000"))["orderId"];
        Simulator.Futures.Hit(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), 0.05m);

        Assert.Equal(-1111, (await Change(id, "0.1", "59000.05")).Code);
        Assert.Equal("PARTIALLY_FILLED", (await Caller.Signed("GET", "/fapi/v1/order", $"symbol=BTCUSDT&orderId={id}"))["status"]);
        Assert.Equal("CANCELED", (await Change(id, "0.05", "59000"))["status"]);
    }

    [Fact]
    public async Task The_dead_mans_switch_cancels_unless_it_is_wound_up()
    {
        await Caller.FuturesLimit("BUY", "0.01", "59000");
        await Caller.Signed("POST", "/fapi/v1/countdownCancelAll", "symbol=BTCUSDT&countdownTime=100");

        await Ear.Until(() => Simulator.Futures.OpenOrders("main").Count == 0, "cancel");
    }

    [Fact]
    public async Task Profit_and_fees_add_up_to_the_balance()
    {
        await Caller.Signed("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1");
        Simulator.Futures.Quote("BTCUSDT", 60_100m, 60_100.1m, 5, 5);
        await Caller.Signed("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.1&reduceOnly=true");

        var trades = (await Caller.Signed("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT")).Body.EnumerateArray().ToList();
        var sum = trades.Sum(trade => Number(trade.GetProperty("realizedPnl").GetString()!) - Number(trade.GetProperty("commission").GetString()!));
        var balance = (await Caller.Signed("GET", "/fapi/v3/balance")).Body[0];
        Assert.Equal(100_000m + sum, Number(balance.GetProperty("balance").GetString()!));
        Assert.Equal(9.99m, Number(trades[1].GetProperty("realizedPnl").GetString()!));
    }

    [Fact]
    public async Task A_listen_key_is_extended_by_asking_again_and_gone_when_closed()
    {
        var first = (await Caller.Send("POST", "/fapi/v1/listenKey"))["listenKey"];
        Assert.Equal(first, (await Caller.Send("POST", "/fapi/v1/listenKey"))["listenKey"]);
        Assert.Equal(200, (await Caller.Send("PUT", "/fapi/v1/listenKey")).Status);

        await Caller.Send("DELETE", "/fapi/v1/listenKey");

        Assert.Equal(-1125, (await Caller.Send("PUT", "/fapi/v1/listenKey")).Code);
        Assert.NotEqual(first, (await Caller.Send("POST", "/fapi/v1/listenKey"))["listenKey"]);
    }

    Task<Caller.Answer> Change(string id, string qty, string price) =>
        Caller.Signed("PUT", "/fapi/v1/order", $"symbol=BTCUSDT&side=BUY&orderId={id}&quantity={qty}&price={price}");

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
