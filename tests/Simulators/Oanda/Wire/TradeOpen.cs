namespace Workbench.Simulators.Oanda;

/// <summary>The part of a fill that opened a trade.</summary>
public sealed record TradeOpen
{
    /// <summary>The id of the fill.</summary>
    public long TradeID { get; init; }

    public required decimal Units { get; init; }

    public required decimal Price { get; init; }

    public decimal GuaranteedExecutionFee { get; init; }

    public required decimal HalfSpreadCost { get; init; }

    public required decimal InitialMarginRequired { get; init; }

    public ClientExtensions? ClientExtensions { get; init; }
}
