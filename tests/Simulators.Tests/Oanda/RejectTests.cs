using System.Text.Json;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>What is refused before there is an order: never 201, always with the documented reason, and in the log.</summary>
public sealed class RejectTests
{
    [Theory]
    [InlineData("""{"type":"MARKET","units":null}""", "UNITS_MISSING")]
    [InlineData("""{"type":"MARKET","units":"0"}""", "UNITS_INVALID")]
    [InlineData("""{"type":"MARKET","units":"10.5"}""", "UNITS_PRECISION_EXCEEDED")]
    [InlineData("""{"type":"MARKET","units":"100000001"}""", "UNITS_LIMIT_EXCEEDED")]
    [InlineData("""{"type":"MARKET","instrument":"DE30_EUR","units":"0.01"}""", "UNITS_PRECISION_EXCEEDED")]
    [InlineData("""{"type":"MARKET","instrument":null}""", "INSTRUMENT_MISSING")]
    [InlineData("""{"type":"MARKET","instrument":"EUR_XYZ"}""", "INSTRUMENT_NOT_TRADEABLE")]
    [InlineData("""{"type":"MARKET","timeInForce":"GTC"}""", "TIME_IN_FORCE_INVALID")]
    [InlineData("""{"type":"MARKET","priceBound":"1.100001"}""", "PRICE_BOUND_PRECISION_EXCEEDED")]
    [InlineData("""{"type":"MARKET","priceBound":"-1"}""", "PRICE_BOUND_INVALID")]
    [InlineData("""{"type":"MARKET_IF_TOUCHED","price":"1.2","timeInForce":"IOC"}""", "TIME_IN_FORCE_INVALID")]
    [InlineData("""{"type":"LIMIT"}""", "PRICE_MISSING")]
    [InlineData("""{"type":"LIMIT","price":"-1"}""", "PRICE_INVALID")]
    [InlineData("""{"type":"LIMIT","price":"1.050001"}""", "PRICE_PRECISION_EXCEEDED")]
    [InlineData("""{"type":"LIMIT","price":"1.05","timeInForce":"GTD"}""", "TIME_IN_FORCE_GTD_TIMESTAMP_MISSING")]
    [InlineData("""{"type":"LIMIT","price":"1.05","timeInForce":"GTD","gtdTime":"2016-01-01T00:00:00Z"}""", "TIME_IN_FORCE_GTD_TIMESTAMP_IN_PAST")]
    [InlineData("""{"type":"LIMIT","price":"1.05","clientExtensions":{"id":""}}""", "CLIENT_ORDER_ID_INVALID")]
    [InlineData("""{"type":"LIMIT","price":"1.05","takeProfitOnFill":{"price":"1.112479999"}}""", "TAKE_PROFIT_ON_FILL_PRICE_PRECISION_EXCEEDED")]
    [InlineData("""{"type":"LIMIT","price":"1.05","takeProfitOnFill":{}}""", "TAKE_PROFIT_ON_FILL_PRICE_MISSING")]
    [InlineData("""{"type":"LIMIT","price":"1.05","stopLossOnFill":{}}""", "STOP_LOSS_ON_FILL_PRICE_AND_DISTANCE_BOTH_MISSING")]
    [InlineData("""{"type":"LIMIT","price":"1.05","stopLossOnFill":{"price":"1","distance":"1"}}""", "STOP_LOSS_ON_FILL_PRICE_AND_DISTANCE_BOTH_SPECIFIED")]
    [InlineData("""{"type":"LIMIT","price":"1.05","trailingStopLossOnFill":{"distance":"0.0001"}}""", "TRAILING_STOP_LOSS_ON_FILL_PRICE_DISTANCE_MINIMUM_NOT_MET")]
    [InlineData("""{"type":"LIMIT","price":"1.05","trailingStopLossOnFill":{"distance":"2"}}""", "TRAILING_STOP_LOSS_ON_FILL_PRICE_DISTANCE_MAXIMUM_EXCEEDED")]
    [InlineData("""{"type":"TAKE_PROFIT","price":"1.05"}""", "TRADE_ID_UNSPECIFIED")]
    public async Task An_order_is_refused_for_the_documented_reason(string order, string reason)
    {
        await using var bench = await OandaBench.Open();

        var told = await bench.Order(JsonSerializer.Deserialize<JsonElement>(order));

        Assert.Equal((400, reason, reason), (told.Status, told["orderRejectTransaction.rejectReason"], told["errorCode"]));
        Assert.EndsWith("_REJECT", told["orderRejectTransaction.type"]);
        Assert.Equal("CLIENT_ORDER", told["orderRejectTransaction.reason"]);
        Assert.Equal(told["lastTransactionID"], told["orderRejectTransaction.id"]);
        Assert.False(string.IsNullOrEmpty(told["errorMessage"]));
    }

    [Fact]
    public async Task Minimum_and_least_units_are_told_apart()
    {
        await using var bench = await OandaBench.Open(new() { Tradeable = [Simulators.Oanda.OandaInstruments.EurUsd with { MinimumTradeSize = 100 }] });

        Assert.Equal("UNITS_MIMIMUM_NOT_MET", (await bench.Market(99))["errorCode"]);
    }

    [Fact]
    public async Task A_client_id_is_taken_while_an_order_of_that_name_waits_and_free_again_after()
    {
        await using var bench = await OandaBench.Open();
        var order = new { type = "LIMIT", price = "1.05", clientExtensions = new { id = "w1" } };
        await bench.Order(order);

        Assert.Equal((400, "CLIENT_ORDER_ID_ALREADY_EXISTS"), await Outcome(bench.Order(order)));

        await bench.Put("/orders/@w1/cancel");
        Assert.Equal(201, (await bench.Order(order)).Status);
    }

    [Fact]
    public async Task A_stop_loss_at_a_trade_that_is_not_there_is_404_and_a_second_one_400()
    {
        await using var bench = await OandaBench.Open();
        var trade = (await bench.Market(1000))["orderFillTransaction.id"];
        var other = (await bench.Market(5))["orderFillTransaction.id"];

        Assert.Equal((404, "TRADE_DOESNT_EXIST"), await Outcome(bench.Order(new { type = "STOP_LOSS", tradeID = "99", price = "1.05" })));
        Assert.Equal(201, (await bench.Order(new { type = "STOP_LOSS", tradeID = trade, price = "1.05" })).Status);
        Assert.Equal((400, "STOP_LOSS_ORDER_ALREADY_EXISTS"), await Outcome(bench.Order(new { type = "STOP_LOSS", tradeID = trade, price = "1.04" })));
        Assert.Equal((400, "STOP_LOSS_ORDER_PRICE_AND_DISTANCE_BOTH_SPECIFIED"),
            await Outcome(bench.Order(new { type = "STOP_LOSS", tradeID = other, price = "1.05", distance = "0.1" })));
    }

    [Fact]
    public async Task More_orders_than_may_wait_are_refused()
    {
        await using var bench = await OandaBench.Open(new() { MaxPendingOrders = 1 });
        await bench.Order(new { type = "LIMIT", price = "1.05" });

        Assert.Equal((400, "PENDING_ORDERS_ALLOWED_EXCEEDED"), await Outcome(bench.Order(new { type = "LIMIT", price = "1.05" })));
    }

    [Theory]
    [InlineData("""{"order":{"type":"LIMIT","units":"many","instrument":"EUR_USD"}}""", "Invalid value specified for 'order.units'")]
    [InlineData("""{"order":{"type":"ICEBERG","units":"1","instrument":"EUR_USD"}}""", "Invalid value specified for 'order.type'")]
    [InlineData("""{"order":{"type":"LIMIT","timeInForce":"DAY"}}""", "Invalid value specified for 'order.timeInForce'")]
    [InlineData("""{}""", "The request was missing required data")]
    public async Task What_cannot_be_read_is_400_without_a_transaction(string body, string message)
    {
        await using var bench = await OandaBench.Open();

        var told = await bench.Post("/orders", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal((400, message, false), (told.Status, told["errorMessage"], told.Has("orderRejectTransaction")));
        Assert.Equal(1, bench.Venue.Account.LastTransactionID);
    }

    static async Task<(int, string?)> Outcome(Task<Told> told) => ((await told).Status, (await told)["orderRejectTransaction.rejectReason"]);
}
