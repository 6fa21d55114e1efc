namespace Workbench.Simulators.Oanda;

/// <summary>The long or the short half of a position.</summary>
public sealed record PositionSide
{
    /// <summary>Negative of the short half.</summary>
    public required decimal Units { get; init; }

    public decimal? AveragePrice { get; init; }

    /// <summary>Its open trades.</summary>
    public IReadOnlyList<long>? TradeIDs { get; init; }

    public required decimal PL { get; init; }

    public required decimal UnrealizedPL { get; init; }

    public required decimal ResettablePL { get; init; }

    public required decimal Financing { get; init; }

    public decimal GuaranteedExecutionFees { get; init; }
}
