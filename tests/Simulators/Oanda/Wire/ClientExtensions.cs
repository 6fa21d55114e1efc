namespace Workbench.Simulators.Oanda;

/// <summary>What a client pins to an order or a trade.</summary>
public sealed record ClientExtensions
{
    /// <summary>The client's id: with an @ before it, it names the order or trade in a path.</summary>
    public string? ID { get; init; }

    public string? Tag { get; init; }

    public string? Comment { get; init; }
}
