namespace Workbench.Data.Instruments;

/// <summary>What the user says of an instrument on the command line; it wins over the table.</summary>
public sealed record InstrumentOverrides
{
    /// <summary>Point size: the unit of stored prices and the smallest step of an order's price, such as 0.001.</summary>
    public decimal? Point { get; init; }

    /// <summary>Where it trades.</summary>
    public string? Venue { get; init; }

    /// <summary>What one buys.</summary>
    public string? Base { get; init; }

    /// <summary>What one pays in.</summary>
    public string? Quote { get; init; }

    /// <summary>Name of its session calendar.</summary>
    public string? Calendar { get; init; }

    /// <summary>Nothing said.</summary>
    public static InstrumentOverrides None { get; } = new();
}
