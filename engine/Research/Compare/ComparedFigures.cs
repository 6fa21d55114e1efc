namespace Workbench.Research.Compare;

/// <summary>One row of the comparison: a contender in both parts, and how far it is from the first.</summary>
/// <param name="Whole">All periods that all share; where they share none, its own.</param>
/// <param name="Earlier">Before the cut.</param>
/// <param name="Later">After it.</param>
/// <param name="Survival">Share of adversarial tapes that it survived, or why that is unknown.</param>
/// <param name="Sharpe">Annual Sharpe ratio less the first contender's.</param>
/// <param name="Mean">Mean return of a year less the first contender's.</param>
/// <param name="BeatsLuck">Whether it is on the list of those that beat luck (stepwise test); null where that is unknown.</param>
public sealed record ComparedFigures(
    PhaseFigures Whole, PhaseFigures Earlier, PhaseFigures Later, MetricValue Survival, Difference Sharpe, Difference Mean, bool? BeatsLuck);
