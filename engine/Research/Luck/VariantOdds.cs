namespace Workbench.Research.Luck;

/// <summary>One variant among all.</summary>
/// <param name="Column">Its column in the matrix.</param>
/// <param name="Name">The variant.</param>
/// <param name="Sharpe">Sharpe ratio per period.</param>
/// <param name="Odds">Chance that luck alone gives a variant of its rank so much (stepwise test of Romano and Wolf, the family's trials counted), or why that is unknown.</param>
/// <param name="BeatsLuck">Whether it is on the list of those that beat the benchmark at the report's level.</param>
public sealed record VariantOdds(int Column, string Name, double Sharpe, MetricValue Odds, bool BeatsLuck);
