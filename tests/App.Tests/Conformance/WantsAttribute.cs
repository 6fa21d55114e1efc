namespace Workbench.App.Tests.Conformance;

/// <summary>What a case wants of a venue beyond market and limit orders, for the list of cases: a venue without it is held to something else there.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class WantsAttribute : Attribute
{
    public OrderType Type { get; init; } = OrderType.Market;

    public TimeInForce TimeInForce { get; init; } = TimeInForce.Gtc;

    public bool PostOnly { get; init; }

    public bool Iceberg { get; init; }

    /// <summary>Fills in part of an order that waits.</summary>
    public bool Parts { get; init; }

    /// <summary>A connection on which something can go wrong.</summary>
    public bool Wire { get; init; }

    /// <summary>Others in the same account.</summary>
    public bool Others { get; init; }

    /// <summary>How a venue stands to the case, in a word.</summary>
    /// <param name="venue">What it can do; null for the simulated venue.</param>
    /// <param name="fillsInParts">Whether it fills an order that waits in parts.</param>
    public string At(VenueCapabilities? venue, bool fillsInParts) =>
        venue is null ? Wire ? "no wire" : Others ? "nobody else" : "✓"
        : !venue.OrderTypes.Contains(Type) || !venue.TimesInForce.Contains(TimeInForce) || (PostOnly && !venue.PostOnly) || (Iceberg && !venue.Iceberg) ? "refused"
        : Parts && !fillsInParts ? "whole only"
        : "✓";
}
