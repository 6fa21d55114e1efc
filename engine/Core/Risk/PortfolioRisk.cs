namespace Workbench.Core;

/// <summary>The present portfolio as a whole, over one step ahead, measured by its past returns. Amounts in account currency; losses are positive.</summary>
/// <param name="Returns">Returns that it stands on; below <see cref="PortfolioTerms.Fewest"/> all figures but the exposure are NaN.</param>
/// <param name="HistoricalVaR">Loss that past returns would not have exceeded at the confidence.</param>
/// <param name="HistoricalShortfall">Mean of the losses in the tail beyond it (expected shortfall, CVaR; Acerbi and Tasche, 2002).</param>
/// <param name="ParametricVaR">z·σ − μ of the portfolio's past profits.</param>
/// <param name="ParametricShortfall">σ·φ(z)/(1 − confidence) − μ.</param>
/// <param name="Sharpe">μ/σ, per step and not annualised; 0 where nothing moved.</param>
/// <param name="CorrelatedExposure">√(Σᵢ Σⱼ ρᵢⱼ wᵢ wⱼ); where too few returns are known, ρ is what makes it largest.</param>
/// <param name="Positions">What each position adds.</param>
public sealed record PortfolioRisk(
    int Returns, double HistoricalVaR, double HistoricalShortfall, double ParametricVaR, double ParametricShortfall, double Sharpe, double CorrelatedExposure,
    IReadOnlyList<PositionRisk> Positions)
{
    /// <summary>Value at risk by a method.</summary>
    public double ValueAtRisk(VarMethod method) => Of(method, HistoricalVaR, ParametricVaR);

    /// <summary>Expected shortfall by a method.</summary>
    public double ExpectedShortfall(VarMethod method) => Of(method, HistoricalShortfall, ParametricShortfall);

    static double Of(VarMethod method, double historical, double parametric) => method switch
    {
        VarMethod.Historical => historical,
        VarMethod.Parametric => parametric,
        _ => Math.Max(historical, parametric),
    };
}
