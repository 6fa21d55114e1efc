namespace Workbench.Simulators.Market;

/// <summary>An order as its owner asks for it.</summary>
public sealed record SimTicket(string Account, string ClientId, string Symbol, SimSide Side, SimOrderKind Kind, decimal Qty)
{
    /// <summary>Limit; for an order that takes at any price, the bound it may take up to.</summary>
    public decimal? Price { get; init; }

    /// <summary>Price that sets a waiting order off. A trailing stop finds its own.</summary>
    public decimal? StopPrice { get; init; }

    public SimTif Tif { get; init; }

    /// <summary>End of good-till-date and day orders.</summary>
    public DateTimeOffset? ExpireAt { get; init; }

    public bool ReduceOnly { get; init; }

    /// <summary>Of a market order: the amount to trade for, in place of <see cref="Qty"/>.</summary>
    public decimal? QuoteQty { get; init; }

    /// <summary>Distance of a trailing stop as a price.</summary>
    public decimal? TrailBy { get; init; }

    /// <summary>Distance of a trailing stop as a fraction of the best price.</summary>
    public decimal? TrailRate { get; init; }

    /// <summary>Price from which on a trailing stop follows; null = at once.</summary>
    public decimal? ActivatePrice { get; init; }

    public SimTrigger Trigger { get; init; }

    /// <summary>Whether an order whose condition holds already is set off at once and not refused.</summary>
    public bool MayTriggerAtOnce { get; init; }

    /// <summary>Whether a fill-or-kill order that cannot be filled is refused and not accepted and expired.</summary>
    public bool RefuseUnfillable { get; init; }

    /// <summary>What a venue wants to find again on the order; the exchange does not look at it.</summary>
    public object? Note { get; init; }
}
