namespace Workbench.Research.Luck;

/// <summary>What is left of a Sharpe ratio after correcting its p-value for the number of tests: Harvey and Liu 2015.</summary>
/// <param name="Key">bonferroni, sidak, holm, bhy.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="P">Corrected two-sided p-value.</param>
/// <param name="Sharpe">Sharpe ratio per period that would have this p-value as a single test; 0 where p is 1.</param>
/// <param name="Share">Share of the ratio that was cut.</param>
public sealed record Haircut(string Key, string Label, MetricValue P, MetricValue Sharpe, MetricValue Share);
