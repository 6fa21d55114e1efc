namespace Workbench.Data.Providers.Binance;

/// <summary>Binance's two markets with histories of their own: one source each, since the same symbol has other prices there.</summary>
public enum BinanceMarket
{
    /// <summary>Spot, source <c>binance</c>.</summary>
    Spot = 1,

    /// <summary>USD-M perpetuals, source <c>binance-futures</c>.</summary>
    Futures,
}
