namespace Workbench.Model;

/// <summary>An order as a strategy writes it, before it is numbered and sent. FIX message D.</summary>
/// <param name="Side">Buy or sell. FIX 54.</param>
/// <param name="Type">How it wants its price. FIX 40.</param>
/// <param name="OrderQty">Units or contracts, positive. FIX 38.</param>
public sealed record NewOrder(Side Side, OrderType Type, decimal OrderQty)
{
    /// <summary>What is to be traded. Default: the strategy's first instrument.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>Limit price, in quote currency. FIX 44.</summary>
    public decimal Price { get; init; }

    /// <summary>Price at which it is triggered, in quote currency. FIX 99.</summary>
    public decimal StopPx { get; init; }

    /// <summary>How far a trailing stop stays behind. FIX 211.</summary>
    public Trail Trail { get; init; }

    /// <summary>How far beyond its stop a trailing stop-limit may be filled, in quote currency; 0 or more.</summary>
    public decimal LimitOffset { get; init; }

    /// <summary>How long it works. Default until cancelled. FIX 59.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.Gtc;

    /// <summary>When a <see cref="TimeInForce.Gtd"/> order ends, UTC. FIX ExpireTime (126).</summary>
    public DateTime ExpireTime { get; init; }

    /// <summary>Refused where it would trade at once: it only adds liquidity. FIX ExecInst (18) '6'.</summary>
    public bool PostOnly { get; init; }

    /// <summary>May make a position smaller and never turn or open one. FIX ExecInst (18) 'E'.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>How much of a limit order others see at a time; 0 (default) for all of it. Each refill queues at the end. FIX DisplayQty (1138).</summary>
    public decimal DisplayQty { get; init; }

    /// <summary>The script's own word for why; carried into trades and report.</summary>
    public string Tag { get; init; } = "";

    /// <summary>At the best price there is.</summary>
    public static NewOrder Market(Side side, decimal qty) => new(side, OrderType.Market, qty);

    /// <summary>At the price or better.</summary>
    public static NewOrder Limit(Side side, decimal qty, decimal price) => new(side, OrderType.Limit, qty) { Price = price };

    /// <summary>At market once the price went against us to the stop.</summary>
    public static NewOrder Stop(Side side, decimal qty, decimal stopPx) => new(side, OrderType.Stop, qty) { StopPx = stopPx };

    /// <summary>At the limit or better once the price went against us to the stop.</summary>
    public static NewOrder StopLimit(Side side, decimal qty, decimal stopPx, decimal price) =>
        new(side, OrderType.StopLimit, qty) { StopPx = stopPx, Price = price };

    /// <summary>At market once the price came to us.</summary>
    public static NewOrder MarketIfTouched(Side side, decimal qty, decimal touchPx) => new(side, OrderType.MarketIfTouched, qty) { StopPx = touchPx };

    /// <summary>At the limit or better once the price came to us.</summary>
    public static NewOrder LimitIfTouched(Side side, decimal qty, decimal touchPx, decimal price) =>
        new(side, OrderType.LimitIfTouched, qty) { StopPx = touchPx, Price = price };

    /// <summary>At market once the price fell back from its best by the trail.</summary>
    public static NewOrder TrailingStop(Side side, decimal qty, Trail trail) => new(side, OrderType.TrailingStop, qty) { Trail = trail };

    /// <summary>At the stop's price and <paramref name="limitOffset"/> beyond it at the worst, once the price fell back from its best by the trail.</summary>
    public static NewOrder TrailingStopLimit(Side side, decimal qty, Trail trail, decimal limitOffset) =>
        new(side, OrderType.TrailingStopLimit, qty) { Trail = trail, LimitOffset = limitOffset };

    /// <summary>At the first price of the next session.</summary>
    public static NewOrder MarketOnOpen(Side side, decimal qty) => new(side, OrderType.MarketOnOpen, qty);

    /// <summary>At the last price of the session.</summary>
    public static NewOrder MarketOnClose(Side side, decimal qty) => new(side, OrderType.MarketOnClose, qty);
}
