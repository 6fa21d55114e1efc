namespace Workbench.Simulators.Market;

/// <summary>What can be chosen of an exchange.</summary>
public sealed record SimExchangeOptions
{
    /// <summary>Levels that a quote makes on each side, the touch among them. 1 or more; more is a deeper market.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>Id of the first order.</summary>
    public long FirstOrderId { get; init; } = 1;

    /// <summary>Id of the first trade.</summary>
    public long FirstTradeId { get; init; } = 1;

    /// <summary>Ended orders, and fills of an account, that are remembered; older ones are forgotten.</summary>
    public int MaxHistory { get; init; } = 50_000;
}
