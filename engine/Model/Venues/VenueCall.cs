namespace Workbench.Model;

/// <summary>What the resilience pipeline has to know of one request to a venue.</summary>
/// <param name="Name">The call in the venue's words, without parameters, such as <c>POST orders</c>.</param>
public sealed record VenueCall(string Name)
{
    /// <summary>Name under which it travels with the request.</summary>
    public const string OptionName = "workbench.venue-call";

    /// <summary>What it costs of the venue's budget. Default 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Buckets it is charged to; empty for all of the venue's.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>Whether sending it twice does no more than sending it once: reads are, new orders never.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether it may use what is kept back for cancellations and the kill switch.</summary>
    public bool IsUrgent { get; init; }
}
