namespace Workbench.Core;

/// <summary>What a venue charges for a fill, in quote currency: rate × notional + per unit × quantity + fixed, at least the minimum.</summary>
public sealed record CommissionSchedule
{
    /// <summary>No commission.</summary>
    public static CommissionSchedule Free { get; } = new();

    /// <summary>Share of notional: 0.00002 is two cents on a thousand. Default 0.</summary>
    public decimal Rate { get; init; }

    /// <summary>Quote currency per unit or contract. Default 0.</summary>
    public decimal PerUnit { get; init; }

    /// <summary>Quote currency per fill. Default 0.</summary>
    public decimal Fixed { get; init; }

    /// <summary>Smallest charge per fill, in quote currency. Default 0.</summary>
    public decimal Minimum { get; init; }

    /// <summary>The charge for one fill, in quote currency. Not rounded: what a venue rounds is the venue's affair.</summary>
    public decimal For(Instrument instrument, decimal qty, decimal price)
    {
        var charge = Rate * (qty * price * instrument.ContractSize) + PerUnit * qty + Fixed;
        return charge < Minimum ? Minimum : charge;
    }
}
