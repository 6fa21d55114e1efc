namespace Workbench.Brokers.Binance;

/// <summary>Binance's markets: each has hosts, rules and error codes of its own.</summary>
public enum BinanceMarket
{
    /// <summary>Spot: what is bought is a balance.</summary>
    Spot = 1,

    /// <summary>Perpetuals margined in dollars: what is bought is a position.</summary>
    UsdFutures,
}
