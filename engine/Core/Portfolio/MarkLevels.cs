namespace Workbench.Core;

/// <summary>At which marks a single position brings equity to a level: where the tracker has to look again, as whole raw prices.</summary>
/// <remarks>E(m) = balance + qty × m × contract − cost, a straight line; margin M(m) = |qty| × m × contract × rate is another.</remarks>
readonly struct MarkLevels(Market market, decimal balance)
{
    readonly decimal qty = market.Position.Qty;
    readonly decimal free = balance - market.Position.Cost;
    readonly decimal contract = market.Instrument.ContractSize;

    /// <summary>The raw mark at which equity is a level; seldom a whole number.</summary>
    public decimal AtEquity(decimal level) => Raw((level - free) / (qty * contract));

    /// <summary>The raw mark at which equity is a share of the position's value; null where no price makes it that.</summary>
    public decimal? AtMargin(decimal rate)
    {
        var slope = contract * (qty - Math.Abs(qty) * rate);
        return slope == 0m ? null : Raw(-free / slope);
    }

    /// <summary>A raw price as a long, what is beyond one cut off.</summary>
    public static long ToLong(decimal raw) => raw > long.MaxValue ? long.MaxValue : raw < long.MinValue ? long.MinValue : decimal.ToInt64(raw);

    decimal Raw(decimal price) => Math.Clamp(price, -1e18m, 1e18m) * Scaled.PowerOfTen(market.Instrument.PriceScale);
}
