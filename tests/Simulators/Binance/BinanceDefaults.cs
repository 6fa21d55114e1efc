using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>What can be traded and what the account has, unless something else is asked for.</summary>
static class BinanceDefaults
{
    public static IReadOnlyList<SimInstrument> Spot { get; } =
    [
        SpotOf("BTCUSDT", "BTC", 0.01m, 0.00001m, 60_000m, 2m),
        SpotOf("ETHUSDT", "ETH", 0.01m, 0.0001m, 2_500m, 40m),
        SpotOf("BNBUSDT", "BNB", 0.01m, 0.001m, 600m, 100m),
        SpotOf("EURUSDT", "EUR", 0.0001m, 0.1m, 1.08m, 20_000m),
    ];

    public static IReadOnlyList<SimInstrument> Futures { get; } =
    [
        FuturesOf("BTCUSDT", "BTC", 0.1m, 0.001m, 60_000m, 5m, 100m),
        FuturesOf("ETHUSDT", "ETH", 0.01m, 0.001m, 2_500m, 100m, 20m),
        FuturesOf("BNBUSDT", "BNB", 0.01m, 0.01m, 600m, 200m, 5m),
    ];

    public static IReadOnlyDictionary<string, decimal> SpotFunds { get; } =
        new Dictionary<string, decimal> { ["BNB"] = 10m, ["BTC"] = 2m, ["ETH"] = 20m, ["EUR"] = 10_000m, ["USDT"] = 100_000m };

    public static IReadOnlyDictionary<string, decimal> FuturesFunds { get; } = new Dictionary<string, decimal> { ["USDT"] = 100_000m };

    static SimInstrument SpotOf(string symbol, string asset, decimal tick, decimal step, decimal price, decimal size) =>
        new(symbol, asset, "USDT", tick, step, step, price) { StartSize = size, MinNotional = 5m, MaxQty = 9_000m * (symbol == "EURUSDT" ? 1_000 : 1), MakerFee = 0.001m, TakerFee = 0.001m };

    static SimInstrument FuturesOf(string symbol, string asset, decimal tick, decimal step, decimal price, decimal size, decimal notional) =>
        new(symbol, asset, "USDT", tick, step, step, price) { StartSize = size, MinNotional = notional, MaxQty = 1_000m, MakerFee = 0.0002m, TakerFee = 0.0005m };
}
