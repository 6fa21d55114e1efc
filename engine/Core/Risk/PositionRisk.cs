namespace Workbench.Core;

/// <summary>What one instrument adds to the risk and the reward of all that is held.</summary>
/// <param name="Instrument">Symbol.</param>
/// <param name="Value">Signed value of what is held, in account currency.</param>
/// <param name="ValueAtRisk">Its component of the parametric value at risk, in account currency: value × ∂VaR/∂value. The components add up to the whole (Euler's theorem; Tasche, 1999).</param>
/// <param name="VarShare">That component over the whole: 1 for the only position, below 0 for one that hedges.</param>
/// <param name="Sharpe">Its mean profit over the deviation of the whole portfolio, per step. These add up to the portfolio's Sharpe ratio.</param>
/// <param name="SharpeShare">That over the portfolio's ratio; 0 where that is 0.</param>
public readonly record struct PositionRisk(string Instrument, double Value, double ValueAtRisk, double VarShare, double Sharpe, double SharpeShare);
