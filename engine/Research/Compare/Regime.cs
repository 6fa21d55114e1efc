namespace Workbench.Research.Compare;

/// <summary>What all did while the market was in one mood.</summary>
/// <param name="Kind">volatility or trend.</param>
/// <param name="Name">calm, usual, wild; falling, flat, rising.</param>
/// <param name="Periods">Periods of it.</param>
/// <param name="Figures">What each contender did in these periods, in their order.</param>
public sealed record Regime(string Kind, string Name, int Periods, IReadOnlyList<PhaseFigures> Figures);
