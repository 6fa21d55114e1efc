namespace Workbench.Core;

/// <summary>Limits on orders and positions: of one instrument, or of all together. Those that are null limit nothing.</summary>
public sealed record RiskLimits
{
    /// <summary>Nothing is limited.</summary>
    public static RiskLimits None { get; } = new();

    /// <summary>Units of one order.</summary>
    public RiskLimit? OrderQty { get; init; }

    /// <summary>Value of one order, in account currency.</summary>
    public RiskLimit? OrderNotional { get; init; }

    /// <summary>Units held: for all together the sum of units, which means something where all count alike.</summary>
    public RiskLimit? PositionQty { get; init; }

    /// <summary>Value held, in account currency: for all together the sum of absolute values.</summary>
    public RiskLimit? PositionNotional { get; init; }

    /// <summary>Absolute position values over equity.</summary>
    public RiskLimit? GrossLeverage { get; init; }

    /// <summary>Signed position values, their sum's sign left out, over equity.</summary>
    public RiskLimit? NetLeverage { get; init; }

    /// <summary>Orders that work at one time, the one at hand included.</summary>
    public RiskLimit? OpenOrders { get; init; }

    /// <summary>Orders and amendments sent within <see cref="OrderRateNanos"/>, the one at hand included.</summary>
    public RiskLimit? OrderRate { get; init; }

    /// <summary>Window of <see cref="OrderRate"/> in nanoseconds of event time, above 0. Default one minute.</summary>
    public long OrderRateNanos { get; init; } = UtcNanos.Minute;

    /// <summary>Distance of an order's limit, trigger or expected price from mid, as a share of mid: 0.02 allows 2 %.</summary>
    public RiskLimit? PriceCollar { get; init; }

    /// <summary>Whether anything is limited.</summary>
    public bool IsNone => this == None with { OrderRateNanos = OrderRateNanos };

    /// <summary>These limits, and where they say nothing the others.</summary>
    public RiskLimits Or(RiskLimits others) => new()
    {
        OrderQty = OrderQty ?? others.OrderQty,
        OrderNotional = OrderNotional ?? others.OrderNotional,
        PositionQty = PositionQty ?? others.PositionQty,
        PositionNotional = PositionNotional ?? others.PositionNotional,
        GrossLeverage = GrossLeverage ?? others.GrossLeverage,
        NetLeverage = NetLeverage ?? others.NetLeverage,
        OpenOrders = OpenOrders ?? others.OpenOrders,
        OrderRate = OrderRate ?? others.OrderRate,
        OrderRateNanos = OrderRate is null ? others.OrderRateNanos : OrderRateNanos,
        PriceCollar = PriceCollar ?? others.PriceCollar,
    };
}
