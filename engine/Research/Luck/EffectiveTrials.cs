namespace Workbench.Research.Luck;

/// <summary>One guess at how many independent trials the variants are worth, and what follows from it.</summary>
/// <param name="Key">raw, blp2014, effectiveRank, participationRatio, kaiser, clusters.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Count">Independent trials within the matrix, or why there is no such number.</param>
/// <param name="Family">The same for the whole family: trials beyond the matrix taken to be as alike as those within.</param>
/// <param name="Variance">Variance of the Sharpe ratios that goes with it.</param>
/// <param name="ExpectedMaximum">Sharpe ratio per period that the best of so many worthless variants is expected to show.</param>
/// <param name="Deflated">Deflated Sharpe ratio with these.</param>
public sealed record EffectiveTrials(
    string Key, string Label, MetricValue Count, MetricValue Family, MetricValue Variance, MetricValue ExpectedMaximum, MetricValue Deflated);
