namespace Workbench.Core;

/// <summary>What a limit of risk watches.</summary>
public enum RiskRule : byte
{
    /// <summary>Units of one order.</summary>
    OrderQty = 1,

    /// <summary>Value of one order, in account currency.</summary>
    OrderNotional,

    /// <summary>Units held.</summary>
    PositionQty,

    /// <summary>Value held, in account currency.</summary>
    PositionNotional,

    /// <summary>Sum of absolute position values over equity.</summary>
    GrossLeverage,

    /// <summary>Sum of signed position values, its sign left out, over equity.</summary>
    NetLeverage,

    /// <summary>Orders that work at one time.</summary>
    OpenOrders,

    /// <summary>Orders and amendments sent within a window of event time.</summary>
    OrderRate,

    /// <summary>How far an order's price lies from mid, as a share of it.</summary>
    PriceCollar,

    /// <summary>What is lost if every stop is hit, as a share of equity.</summary>
    Heat,

    /// <summary>What was lost since the trading day began, as a share of equity at its beginning.</summary>
    DailyLoss,

    /// <summary>How far equity fell from its peak, as a share of the peak.</summary>
    Drawdown,

    /// <summary>Exposure weighted by how the held instruments move together, over equity.</summary>
    CorrelatedExposure,

    /// <summary>Value at risk of the present portfolio, as a share of equity.</summary>
    ValueAtRisk,

    /// <summary>Expected shortfall (CVaR) of the present portfolio, as a share of equity.</summary>
    ExpectedShortfall,

    /// <summary>A command: pause, flatten, kill.</summary>
    Command,

    /// <summary>What a venue says, or does not say, of our orders and positions.</summary>
    Venue,
}
