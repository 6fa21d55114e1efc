namespace Workbench.Simulators.Market;

/// <summary>What an order does at first and what it turns into. Those that wait for a trigger are neither in the book nor seen in it.</summary>
public enum SimOrderKind
{
    /// <summary>Takes what is there; <see cref="SimTicket.Price"/>, where given, bounds it. What the book cannot fill expires.</summary>
    Market,
    Limit,

    /// <summary>Waits for the market to move against it (buy: up), then is a market order.</summary>
    Stop,

    /// <summary>As <see cref="Stop"/>, then a limit order.</summary>
    StopLimit,

    /// <summary>Waits for the market to move its way (buy: down), then is a market order. Market-if-touched is the same thing.</summary>
    TakeProfit,

    /// <summary>As <see cref="TakeProfit"/>, then a limit order.</summary>
    TakeProfitLimit,

    /// <summary>A stop that follows the best price seen since it became active, then a market order, or a limit order where a price is given.</summary>
    TrailingStop,
}
