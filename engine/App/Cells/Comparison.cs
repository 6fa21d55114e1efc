namespace Workbench.App.Cells;

/// <summary>Runs that were laid side by side.</summary>
/// <param name="Runs">The runs, in the order they were given.</param>
/// <param name="PagePath">The page with their figures and curves.</param>
public sealed record Comparison(IReadOnlyList<Run> Runs, string PagePath);
