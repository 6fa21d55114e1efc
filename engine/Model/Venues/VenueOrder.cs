namespace Workbench.Model;

/// <summary>An order as a venue has it when it is asked.</summary>
/// <param name="ClOrdId">Our id; empty or foreign where others placed it.</param>
/// <param name="VenueOrderId">The venue's id. FIX 37.</param>
/// <param name="Symbol">Symbol in the house's spelling.</param>
/// <param name="Status">Where it stands: New, PartiallyFilled, or how it ended. FIX 39.</param>
public sealed record VenueOrder(string ClOrdId, string VenueOrderId, string Symbol, OrdStatus Status)
{
    /// <summary>Buy or sell.</summary>
    public required Side Side { get; init; }

    /// <summary>How it wants its price.</summary>
    public required OrderType Type { get; init; }

    /// <summary>How long it works.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.Gtc;

    /// <summary>Units in all, limit and trigger.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>Filled so far. FIX 14.</summary>
    public decimal CumQty { get; init; }

    /// <summary>When it last changed at the venue, UTC nanoseconds.</summary>
    public long Time { get; init; }

    /// <summary>Its fills, oldest first. A query of one order brings all of them; a list of open orders may bring none.</summary>
    public IReadOnlyList<VenueFill> Fills { get; init; } = [];

    /// <summary>Why it ended so; empty where there is nothing to say.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why it was refused, where it was.</summary>
    public RejectReason RejectReason { get; init; }
}
