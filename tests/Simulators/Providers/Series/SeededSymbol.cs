namespace Workbench.Simulators.Providers.Series;

/// <summary>An instrument of the drawn market.</summary>
/// <param name="Name">Letters and digits alone, such as EURUSD.</param>
/// <param name="Start">Price about which it moves.</param>
/// <param name="Point">Smallest step of its prices.</param>
/// <param name="Hours">When it trades.</param>
public sealed record SeededSymbol(string Name, decimal Start, decimal Point, TradingHours Hours)
{
    /// <summary>The instruments there are.</summary>
    public static IReadOnlyList<SeededSymbol> All { get; } =
    [
        new("EURUSD", 1.0853m, 0.00001m, TradingHours.Forex),
        new("GBPUSD", 1.2704m, 0.00001m, TradingHours.Forex),
        new("AUDUSD", 0.6587m, 0.00001m, TradingHours.Forex),
        new("USDCHF", 0.8832m, 0.00001m, TradingHours.Forex),
        new("USDJPY", 149.82m, 0.001m, TradingHours.Forex),
        new("GBPJPY", 190.31m, 0.001m, TradingHours.Forex),
        new("XAUUSD", 2_318.5m, 0.001m, TradingHours.Metals),
        new("USA30IDXUSD", 38_910m, 0.001m, TradingHours.Metals),
        new("BTCUSD", 61_800m, 0.1m, TradingHours.Always),
        new("ETHUSD", 3_120m, 0.1m, TradingHours.Always),
        new("BTCUSDT", 61_800m, 0.01m, TradingHours.Always),
        new("ETHUSDT", 3_120m, 0.01m, TradingHours.Always),
        new("SPY", 512.4m, 0.01m, TradingHours.Shares),
        new("QQQ", 438.2m, 0.01m, TradingHours.Shares),
        new("AAPL", 182.6m, 0.01m, TradingHours.Shares),
        new("MSFT", 411.3m, 0.01m, TradingHours.Shares),
        new("TSLA", 176.9m, 0.01m, TradingHours.Shares),
        new("GOOGL", 155.1m, 0.01m, TradingHours.Shares),
    ];

    /// <summary>Finds one by any spelling: <c>EUR-USD</c>, <c>eur_usd</c>, <c>EURUSD=X</c>.</summary>
    public static SeededSymbol? Find(string spelt)
    {
        var name = spelt.Replace("=X", "", StringComparison.OrdinalIgnoreCase).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
        return All.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
