namespace Workbench.Research.Luck;

/// <summary>One figure of a report on luck, with all that it must not be shown without.</summary>
/// <param name="Key">Its name for programs: <c>spa</c>, <c>dsr</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">The number, or why there is none.</param>
/// <param name="Unit">How the number is to be read.</param>
/// <param name="Trials">The N that it was computed with; 1 where the search plays no part in it.</param>
/// <param name="Periods">The periods it was computed from.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
public sealed record LuckFigure(string Key, string Label, MetricValue Value, MetricUnit Unit, long Trials, int Periods, string Meaning);
