using Workbench.Simulators.Market;

namespace Workbench.Simulators.Tests.Binance;

public sealed class SpotRulesTests : BinanceCase
{
    [Theory]
    [InlineData("BUY", "0.01", "50000.001", -1013, "Filter failure: PRICE_FILTER")]
    [InlineData("BUY", "0.000015", "50000", -1013, "Filter failure: LOT_SIZE")]
    [InlineData("BUY", "0.00001", "50000", -1013, "Filter failure: NOTIONAL")]
    [InlineData("BUY", "0.01", "500000", -1013, "Filter failure: PERCENT_PRICE_BY_SIDE")]
    [InlineData("BUY", "0.123456789", "50000", -1111, "Parameter 'quantity' has too much precision.")]
    [InlineData("BUY", "10", "50000", -2010, "Account has insufficient balance for requested action.")]
    [InlineData("UP", "0.01", "50000", -1117, "Invalid side.")]
    [InlineData("BUY", "-1", "50000", -1100, "Illegal characters found in parameter 'quantity'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.")]
    public async Task An_order_that_breaks_a_rule_is_told_which(string side, string qty, string price, int code, string text)
    {
        var answer = await Caller.Limit(side, qty, price);

        Assert.Equal((400, code, text), (answer.Status, answer.Code, answer.Text));
        Assert.Empty(Simulator.Spot.Orders("main"));
    }

    [Theory]
    [InlineData("type=LIMIT_MAKER&quantity=0.01&price=61000", "Order would immediately match and take.")]
    [InlineData("type=STOP_LOSS_LIMIT&timeInForce=GTC&quantity=0.01&price=50000&stopPrice=50000", "Order would trigger immediately.")]
    public async Task What_would_happen_at_once_is_told_in_words(string order, string text)
    {
        var answer = await Caller.Signed("POST", "/api/v3/order", $"symbol=BTCUSDT&side=BUY&{order}");

        Assert.Equal((-2010, text), (answer.Code, answer.Text));
    }

    [Fact]
    public async Task A_client_id_is_free_again_when_its_order_has_ended()
    {
        await Caller.Limit("BUY", "0.01", "50000", "&newClientOrderId=one");
        var second = await Caller.Limit("BUY", "0.01", "50000", "&newClientOrderId=one");
        await Caller.Signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=one");
        var third = await Caller.Limit("BUY", "0.01", "50000", "&newClientOrderId=one");

        Assert.Equal((-2010, "Duplicate order sent.", 200), (second.Code, second.Text, third.Status));
    }

    [Fact]
    public async Task The_answer_to_a_cancel_has_the_cancels_id_where_ours_was()
    {
        await Caller.Limit("BUY", "0.01", "50000", "&newClientOrderId=one");

        var answer = await Caller.Signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=one&newClientOrderId=two");

        Assert.Equal(("two", "one", "CANCELED"), (answer["clientOrderId"], answer["origClientOrderId"], answer["status"]));
    }

    [Fact]
    public async Task What_is_not_there_is_told_apart_by_asking_and_by_cancelling()
    {
        var order = await Caller.Limit("BUY", "0.01", "50000", "&newClientOrderId=one");

        Assert.Equal(-2013, (await Caller.Signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=none")).Code);
        Assert.Equal((-2011, "Unknown order sent."), await Caller.Signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&orderId=1") is var gone ? (gone.Code, gone.Text) : default);
        Assert.Equal(-2039, (await Caller.Signed("DELETE", "/api/v3/order", $"symbol=BTCUSDT&orderId={order["orderId"]}&origClientOrderId=two")).Code);
    }

    [Fact]
    public async Task Calls_that_are_done_are_free_and_those_that_fail_cost_their_weight()
    {
        var before = Weight(await Caller.Open("/api/v3/time"));
        var done = await Caller.Limit("BUY", "0.01", "50000");
        Assert.Equal((before, "1"), (Weight(done), done.Headers["X-MBX-ORDER-COUNT-10S"]));

        Assert.Equal(before + 1, Weight(await Caller.Limit("BUY", "0.00001", "50000")));
        Assert.Equal(before + 1 + 4, Weight(await Caller.Signed("GET", "/api/v3/order", $"symbol=BTCUSDT&orderId={done["orderId"]}")));
    }

    [Fact]
    public async Task A_market_order_tells_its_fills_and_the_fee_is_of_what_was_bought()
    {
        var answer = await Caller.Signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=3");

        Assert.Equal(("FILLED", "3.00000000"), (answer["status"], answer["executedQty"]));
        var fills = answer.Body.GetProperty("fills").EnumerateArray().Select(fill => (fill.GetProperty("qty").GetString(), fill.GetProperty("commissionAsset").GetString())).ToList();
        Assert.Equal([("2.00000000", "BTC"), ("1.00000000", "BTC")], fills);
    }

    private protected override Simulators.Binance.BinanceOptions Options => new()
    {
        Funds = new Dictionary<string, decimal> { ["USDT"] = 300_000m, ["BTC"] = 2m },
    };

    [Fact]
    public async Task Half_a_cancel_replace_is_a_conflict_with_both_halves_told()
    {
        var order = await Caller.Limit("BUY", "0.01", "50000");
        var answer = await Caller.Signed("POST", "/api/v3/order/cancelReplace",
            $"symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=20&price=50000&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId={order["orderId"]}");

        Assert.Equal((409, -2021), (answer.Status, answer.Code));
        var data = answer.Body.GetProperty("data");
        Assert.Equal(("SUCCESS", "FAILURE", -2010), (data.GetProperty("cancelResult").GetString(), data.GetProperty("newOrderResult").GetString(),
            data.GetProperty("newOrderResponse").GetProperty("code").GetInt32()));
        Assert.Equal(SimOrderState.Canceled, Simulator.Spot.Orders("main")[0].State);
    }

    [Fact]
    public async Task The_listen_key_of_spot_is_gone() =>
        Assert.Equal(410, (await Caller.Send("POST", "/api/v3/userDataStream")).Status);

    static int Weight(Caller.Answer answer) => int.Parse(answer.Headers["X-MBX-USED-WEIGHT-1M"], System.Globalization.CultureInfo.InvariantCulture);
}
