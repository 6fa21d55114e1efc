using System.Text.Json;

namespace Workbench.Simulators.Tests.Binance;

/// <summary>Our events against those that were recorded at the venue: the same fields in the same order, of the same kind.</summary>
public sealed class RecordedWireTests : BinanceCase
{
    [SharedDataTheory]
    [InlineData("WebSocketGlobalSpotLimitSubmittedFilled")]
    [InlineData("WebSocketGlobalSpotMarketSubmittedFilled")]
    public async Task A_spot_order_that_is_filled_at_once(string recorded)
    {
        await using var ear = await OwnSpotEvents();
        await Caller.Limit("BUY", "0.01", "60001");

        await Same(recorded, ear, "executionReport");
    }

    [SharedDataFact]
    public async Task A_spot_stop_that_waits_goes_off_and_is_filled()
    {
        await using var ear = await OwnSpotEvents();
        await Caller.Signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=STOP_LOSS_LIMIT&timeInForce=GTC&quantity=0.01&price=60500&stopPrice=61000");
        Simulator.Spot.Quote("BTCUSDT", 61_000m, 61_000.01m, 1, 1);
        Simulator.Spot.Quote("BTCUSDT", 60_400m, 60_400.01m, 1, 1);

        await Same("WebSocketGlobalSpotStopLimitSubmittedTriggerFilled", ear, "executionReport");
    }

    [SharedDataFact]
    public async Task A_futures_limit_order_that_is_filled_at_once()
    {
        await using var ear = await OwnFuturesEvents();
        await Caller.FuturesLimit("BUY", "0.01", "60100");

        await Same("WebSocketFutureLimitSubmittedFilled", ear, "ORDER_TRADE_UPDATE");
    }

    [SharedDataFact]
    public async Task A_futures_market_order()
    {
        await using var ear = await OwnFuturesEvents();
        await Caller.Signed("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01");

        await Same("WebSocketFutureMarketSubmittedFilled", ear, "ORDER_TRADE_UPDATE");
    }

    [SharedDataFact]
    public async Task A_conditional_order_that_goes_off_and_is_filled_in_two_parts()
    {
        await using var ear = await OwnFuturesEvents();
        await Caller.Signed("POST", "/fapi/v1/algoOrder", "algoType=CONDITIONAL&symbol=BTCUSDT&side=BUY&type=STOP_MARKET&quantity=0.02&triggerPrice=61000");
        Simulator.Futures.Quote("BTCUSDT", 61_000m, 61_000.1m, 0.01m, 0.01m);

        await Same("WebSocketFutureStopMarketSubmitPartiallyFilledFilled", ear, "ORDER_TRADE_UPDATE", "ALGO_UPDATE");
    }

    [SharedDataFact]
    public async Task A_conditional_order_that_is_cancelled()
    {
        await using var ear = await OwnFuturesEvents();
        await Caller.Signed("POST", "/fapi/v1/algoOrder", "algoType=CONDITIONAL&symbol=BTCUSDT&side=BUY&type=STOP_MARKET&quantity=0.02&triggerPrice=61000&clientAlgoId=one");
        await Caller.Signed("DELETE", "/fapi/v1/algoOrder", "clientAlgoId=one");

        await Same("WebSocketFutureStopMarketSubmittedCanceled", ear, "ALGO_UPDATE");
    }

    static async Task Same(string name, Ear ear, params string[] types)
    {
        var recorded = Recorded(name).Select(Shape).ToList();
        List<JsonElement> ours = [];
        await Ear.Until(() => (ours = [.. ear.Heard.Select(Unwrap).Where(each => each.TryGetProperty("e", out var type) && types.Contains(type.GetString()))]).Count >= recorded.Count, "events");
        Assert.Equal(recorded, ours.Select(Shape));
    }

    // The files hold one event after the other.
    static IEnumerable<JsonElement> Recorded(string name)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(SharedData.Path($"brokers/binance/lean-order-lifecycles/{name}.json")), new JsonReaderOptions { AllowMultipleValues = true });
        List<JsonElement> events = [];
        while (reader.Read())
        {
            events.Add(Unwrap(JsonElement.ParseValue(ref reader)));
        }

        return events;
    }

    static JsonElement Unwrap(JsonElement told) => told.TryGetProperty("event", out var inner) ? inner : told;

    // What happened, and name and kind of each field: the figures themselves differ.
    static string Shape(JsonElement told)
    {
        var inner = told.TryGetProperty("o", out var order) && order.ValueKind == JsonValueKind.Object ? order : told;
        var what = (inner.TryGetProperty("x", out var type) ? type.GetString() : "") + "/" + inner.GetProperty("X").GetString();
        return $"{told.GetProperty("e")} {what}: {Fields(told)} {(inner.Equals(told) ? "" : Fields(inner))}";
    }

    static string Fields(JsonElement of) => string.Join(' ', of.EnumerateObject().Select(field => $"{field.Name}:{Kind(field.Value)}"));

    static string Kind(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "bool" : value.ValueKind.ToString();
}
