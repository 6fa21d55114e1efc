using System.Text.Json;
using Workbench.Simulators.Binance;

namespace Workbench.Simulators.Tests.Peers;

/// <summary>What ccxt understands of the Binance simulator, by REST and by its streams.</summary>
public sealed class BinanceCcxtTests
{
    const string Name = "ccxt";
    const string Version = "4.5.84";

    [NpmFact(Name, Version)]
    public async Task Ccxt_trades_on_both_markets()
    {
        await using var simulator = await BinanceSimulator.Start();

        var lines = await NpmPackage.Of(Name, Version).Run(
            Repository.Path("tests/Simulators.Tests/Peers/binance-ccxt.mjs"), $"127.0.0.1:{simulator.Port}", "sim-key", "sim-secret");
        var told = JsonDocument.Parse(lines[^1]).RootElement;

        Spot(told.GetProperty("spot"), simulator);
        Futures(told.GetProperty("futures"), simulator);
    }

    static void Spot(JsonElement told, BinanceSimulator simulator)
    {
        Same("""{"amount":0.00001,"price":0.01,"base":1e-8,"quote":1e-8}""", told, "precision");
        Same("""{"bid":[60000,2],"ask":[60000.01,2]}""", told, "book");

        // It rounds by our filters: 0.012345678 down, 50000.018 up.
        Words("0.01234 60000.01 closed", told.GetProperty("filled"), "filled", "average", "status");
        Words("50000.02 open abc123", told.GetProperty("resting"), "price", "status", "clientOrderId");
        Words("50001 0.02 open", told.GetProperty("edited"), "price", "amount", "status");
        Words("canceled", told.GetProperty("cancelled"), "status");
        Words("limit sell open", told.GetProperty("stop"), "type", "side", "status");
        Assert.Equal("InvalidOrder", told.GetProperty("duplicate").GetString());
        Heard(told, "closed", "canceled");
        Same("""[{"price":60000.01,"amount":0.01234,"fee":{"currency":"BTC","cost":0.00001234}}]""", told, "tradeEvents");
        Assert.Equal(simulator.Spot.Fills("main")[0].TradeId.ToString(System.Globalization.CultureInfo.InvariantCulture), told.GetProperty("trades")[0].GetProperty("id").GetString());
        Assert.Equal(100_000m - 0.01234m * 60_000.01m, told.GetProperty("balance").GetProperty("USDT").GetProperty("total").GetDecimal());

        var errors = told.GetProperty("errors");
        Words("InsufficientFunds OrderImmediatelyFillable OrderImmediatelyFillable OrderNotFound OrderNotFound", errors, "funds", "postOnly", "trigger", "cancel", "query");
        Words("BadSymbol AuthenticationError AuthenticationError DDoSProtection DDoSProtection", errors, "symbol", "secret", "key", "TooManyRequests", "Banned");
        Words("RequestTimeout NetworkError", errors, "ServerErrorWithOrderAccepted", "DropAckAfterAccept");
        Assert.Equal("InvalidNonce", told.GetProperty("clock").GetString());
        Assert.Equal(2, told.GetProperty("openAfterFaults").GetInt32());
    }

    static void Futures(JsonElement told, BinanceSimulator simulator)
    {
        Same("""{"bid":[60000,5],"ask":[60000.1,5]}""", told, "book");
        Words("closed 0.01 60000.1", told.GetProperty("filled"), "status", "filled", "average");
        Assert.Equal(told.GetProperty("resting").GetProperty("id").GetString(), told.GetProperty("edited").GetProperty("id").GetString());
        Words("59001 0.02 open", told.GetProperty("edited"), "price", "amount", "status");
        Words("canceled", told.GetProperty("cancelled"), "status");
        Words("open", told.GetProperty("stop"), "status");
        Assert.Equal(told.GetProperty("stop").GetProperty("id").GetString(), told.GetProperty("openStops")[0].GetProperty("id").GetString());
        Heard(told, "closed", "canceled");
        Same("""[{"contracts":0.01,"side":"long","entryPrice":60000.1}]""", told, "positions");
        Same("""[{"price":60000.1,"amount":0.01,"fee":{"currency":"USDT","cost":0.3000005}}]""", told, "trades");
        Assert.Equal(simulator.Futures.Margin("main").Equity, told.GetProperty("balance").GetProperty("total").GetDecimal());
        Words("InvalidOrder InvalidOrder OrderNotFound", told.GetProperty("errors"), "postOnly", "fok", "cancel");
        Assert.Equal(1, told.GetProperty("openAfterFaults").GetInt32());
    }

    // It shows an order as it is when one looks: who looks late misses what it was in between.
    static void Heard(JsonElement told, params string[] states) => Assert.Subset(
        told.GetProperty("events").EnumerateArray().Select(each => each.GetProperty("status").GetString()).ToHashSet(), states.ToHashSet<string?>());

    static void Same(string json, JsonElement told, string field) =>
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement), JsonSerializer.Serialize(told.GetProperty(field)));

    static void Words(string expected, JsonElement told, params string[] fields) =>
        Assert.Equal(expected, string.Join(' ', fields.Select(name => told.GetProperty(name).ToString())));
}
