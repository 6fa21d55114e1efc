namespace Workbench.Core;

/// <summary>What fills are charged once so much has been traded. The fill that crosses the border still pays the tier before.</summary>
/// <param name="From">Traded value before the fill from which it applies, in settlement currency; the volume of its own instrument.</param>
/// <param name="Rate">Share of notional for fills that take liquidity.</param>
/// <param name="MakerRate">Share of notional for fills that add it; below zero a rebate. Null for the same.</param>
/// <param name="PerUnit">Settlement currency per unit or contract.</param>
public readonly record struct CommissionTier(decimal From, decimal Rate, decimal? MakerRate, decimal PerUnit);
