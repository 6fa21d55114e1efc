using Workbench.Data.Lake;
using Workbench.Research;

namespace Workbench.App.Cells;

/// <summary>Runs side by side.</summary>
public static class Compare
{
    /// <summary>Lays runs beside each other: a table of all figures, and one page with the curves over each other.</summary>
    /// <param name="runs">Two or more.</param>
    /// <exception cref="Workbench.Model.WorkbenchException">WB4104: fewer than two, or too many.</exception>
    public static Comparison Runs(params Run[] runs)
    {
        RunReport[] reports = [.. runs.Select(run => run.Report)];
        var page = Path.Combine(Directory.CreateDirectory(Workspace.Find().Runs).FullName, "compare.html");
        using var file = new AtomicFile(page);
        ComparePage.Write(file.Stream, reports);
        file.Commit();
        return new Comparison(runs, page);
    }
}
