namespace Workbench.Research.Search;

/// <summary>A point of a search and how it stands among its neighbours.</summary>
/// <param name="Point">Where it lies.</param>
/// <param name="Own">Its own score, more being better; null where it is undefined.</param>
/// <param name="Score">Lower quantile of its neighbours' scores and its own, or why there is none.</param>
/// <param name="Neighbours">Points tried around it.</param>
public sealed record PlateauPoint(Point Point, double? Own, MetricValue Score, int Neighbours);
