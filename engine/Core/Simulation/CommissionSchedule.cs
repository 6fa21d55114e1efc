namespace Workbench.Core;

/// <summary>
/// What a venue charges for a fill, in settlement currency: rate × notional + per unit × quantity + fixed, at least the minimum
/// and at most the maximum. Rates can differ for fills that add liquidity, and fall with what was traded.
/// </summary>
public sealed record CommissionSchedule
{
    /// <summary>No commission.</summary>
    public static CommissionSchedule Free { get; } = new();

    /// <summary>Share of notional: 0.00002 is two cents on a thousand. Default 0.</summary>
    public decimal Rate { get; init; }

    /// <summary>Share of notional for fills that add liquidity, below zero a rebate; null (default) for <see cref="Rate"/>.</summary>
    public decimal? MakerRate { get; init; }

    /// <summary>Settlement currency per unit or contract. Default 0.</summary>
    public decimal PerUnit { get; init; }

    /// <summary>Settlement currency per fill. Default 0.</summary>
    public decimal Fixed { get; init; }

    /// <summary>Smallest charge per fill, in settlement currency; 0 (default) for none. A rebate is no charge, and stays.</summary>
    public decimal Minimum { get; init; }

    /// <summary>Largest charge per fill, in settlement currency; 0 (default) for none.</summary>
    public decimal Maximum { get; init; }

    /// <summary>Rates by traded volume, lowest border first; they replace <see cref="Rate"/>, <see cref="MakerRate"/> and <see cref="PerUnit"/> from the first border on. Default none.</summary>
    public IReadOnlyList<CommissionTier> Tiers { get; init; } = [];

    /// <summary>Over which time volume counts. Default the calendar month.</summary>
    public TierWindow Window { get; init; }

    /// <summary>The charge for one fill, in settlement currency. Not rounded: what a venue rounds is the venue's affair.</summary>
    /// <param name="instrument">What was traded.</param>
    /// <param name="qty">Units, positive.</param>
    /// <param name="price">Price of the fill.</param>
    /// <param name="addedLiquidity">Whether it added liquidity.</param>
    /// <param name="traded">Value of the instrument traded before in the window.</param>
    public decimal For(Instrument instrument, decimal qty, decimal price, bool addedLiquidity = false, decimal traded = 0m)
    {
        var (rate, perUnit) = Tiers.Count == 0 ? (addedLiquidity ? MakerRate ?? Rate : Rate, PerUnit) : RatesAt(traded, addedLiquidity);
        var charge = (rate == 0m ? 0m : rate * instrument.ValueOf(qty, price)) + perUnit * qty + Fixed;
        return charge >= 0m && charge < Minimum ? Minimum : Maximum > 0m && charge > Maximum ? Maximum : charge;
    }

    (decimal Rate, decimal PerUnit) RatesAt(decimal traded, bool addedLiquidity)
    {
        var (rate, maker, perUnit) = (Rate, MakerRate, PerUnit);
        foreach (var tier in Tiers)
        {
            if (tier.From <= traded)
            {
                (rate, maker, perUnit) = (tier.Rate, tier.MakerRate, tier.PerUnit);
            }
        }

        return (addedLiquidity ? maker ?? rate : rate, perUnit);
    }
}
