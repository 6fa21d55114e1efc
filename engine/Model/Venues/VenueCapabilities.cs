namespace Workbench.Model;

/// <summary>What a venue's adapter can do: routing and risk read this and never the type.</summary>
public sealed record VenueCapabilities
{
    /// <summary>The venue's short name, such as <c>oanda</c>.</summary>
    public required string Venue { get; init; }

    /// <summary>Order types it takes.</summary>
    public required IReadOnlyList<OrderType> OrderTypes { get; init; }

    /// <summary>Times in force it takes.</summary>
    public required IReadOnlyList<TimeInForce> TimesInForce { get; init; }

    /// <summary>Whether it takes post-only limit orders.</summary>
    public bool PostOnly { get; init; }

    /// <summary>Whether it takes reduce-only orders.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Whether it takes icebergs.</summary>
    public bool Iceberg { get; init; }

    /// <summary>Whether it amends working orders, in place or by cancelling and placing anew.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether one can hold less than nothing there; at a spot venue not.</summary>
    public bool Short { get; init; } = true;

    /// <summary>Whether what is held is a balance of the base currency, from which commission may be taken.</summary>
    public bool IsSpot { get; init; }

    /// <summary>Market data it streams.</summary>
    public IReadOnlyList<DataKind> Feeds { get; init; } = [];

    /// <summary>The venue's limits on requests.</summary>
    public IReadOnlyList<RateRule> Rates { get; init; } = [];
}
