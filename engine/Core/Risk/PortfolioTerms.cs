namespace Workbench.Core;

/// <summary>How the portfolio is measured as a whole, by returns sampled from the prices of the run; and what its figures may come to.</summary>
public sealed record PortfolioTerms
{
    /// <summary>Fewest returns from which anything is concluded.</summary>
    public const int Fewest = 20;

    /// <summary>Nanoseconds from one sample of prices to the next, above 0. Default one hour. While a market is closed no samples are taken.</summary>
    public long StepNanos { get; init; } = UtcNanos.Hour;

    /// <summary>Returns that are looked back on, at least <see cref="Fewest"/>. Default 250.</summary>
    public int Count { get; init; } = 250;

    /// <summary>Confidence of value at risk and expected shortfall, above 0.5 and below 1. Default 0.99.</summary>
    public double Confidence { get; init; } = 0.99;

    /// <summary>How both are found. Default both ways, the larger figure counting.</summary>
    public VarMethod Method { get; init; } = VarMethod.Worse;

    /// <summary>Limit of value at risk over one step, as a share of equity.</summary>
    public RiskLimit? ValueAtRisk { get; init; }

    /// <summary>Limit of expected shortfall over one step, as a share of equity.</summary>
    public RiskLimit? ExpectedShortfall { get; init; }

    /// <summary>Limit of the exposure weighted by correlations, over equity: √(Σᵢ Σⱼ ρᵢⱼ wᵢ wⱼ), w the signed position values.</summary>
    public RiskLimit? CorrelatedExposure { get; init; }
}
