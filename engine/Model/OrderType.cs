namespace Workbench.Model;

/// <summary>How an order wants its price. FIX OrdType (40); zero is invalid on purpose.</summary>
public enum OrderType : byte
{
    /// <summary>At the best price there is.</summary>
    Market = 1,

    /// <summary>At <see cref="Order.Price"/> or better.</summary>
    Limit = 2,

    /// <summary>A market order from the moment the price reaches <see cref="Order.StopPx"/> against us.</summary>
    Stop = 3,

    /// <summary>A limit order from the moment the price reaches <see cref="Order.StopPx"/> against us.</summary>
    StopLimit = 4,

    /// <summary>A market order from the moment the price comes to <see cref="Order.StopPx"/> in our favour. FIX 'J'.</summary>
    MarketIfTouched = 5,

    /// <summary>A limit order from the moment the price comes to <see cref="Order.StopPx"/> in our favour.</summary>
    LimitIfTouched = 6,

    /// <summary>A stop that follows the best price seen at a distance of <see cref="Order.Trail"/> and never goes back.</summary>
    TrailingStop = 7,

    /// <summary>The same, becoming a limit order <see cref="Order.LimitOffset"/> beyond the stop when it is reached.</summary>
    TrailingStopLimit = 8,

    /// <summary>At the first price of the next session.</summary>
    MarketOnOpen = 9,

    /// <summary>At the last price of the session. FIX '5'.</summary>
    MarketOnClose = 10,
}
