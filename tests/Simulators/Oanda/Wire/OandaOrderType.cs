namespace Workbench.Simulators.Oanda;

/// <summary>What an order is.</summary>
public enum OandaOrderType
{
    Market,
    Limit,
    Stop,
    MarketIfTouched,

    /// <summary>Closes its trade at this price or better.</summary>
    TakeProfit,

    /// <summary>Closes its trade once the market is at this price or worse.</summary>
    StopLoss,

    /// <summary>A stop loss that follows the market at a distance.</summary>
    TrailingStopLoss,
}
