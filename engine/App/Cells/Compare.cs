using Workbench.Research.Compare;

namespace Workbench.App.Cells;

/// <summary>Runs side by side, and searches.</summary>
public static class Compare
{
    /// <summary>Lays runs beside each other: the odds of luck, a table of all figures, and one page with the curves over each other.</summary>
    /// <param name="runs">Two or more.</param>
    /// <exception cref="Workbench.Model.WorkbenchException">WB4104: fewer than two, or too many.</exception>
    public static Comparison Runs(params Run[] runs) => Runs(null, runs);

    /// <summary>The same, cut where choosing ended.</summary>
    /// <param name="split">First instant that nobody looked at while choosing; null for a cut after seven tenths of the time.</param>
    /// <param name="runs">Two or more.</param>
    /// <exception cref="Workbench.Model.WorkbenchException">WB4104: fewer than two, or too many; WB4175: the cut lies outside of their time.</exception>
    public static Comparison Runs(Moment? split, params Run[] runs)
    {
        var workspace = Workspace.Find();
        var document = Comparing(workspace).Of([.. runs.Select(run => RunRows.Of(run.Folder))], new CompareTerms { SplitAt = split is { } at ? CommonOptions.Time("split", at.Text) : null });
        return Shown(workspace, runs, document);
    }

    /// <summary>Shows a sweep that is kept: its best beside each other, and all of it behind them.</summary>
    /// <param name="name">Its name, the beginning of it, or <c>last</c>.</param>
    /// <exception cref="Workbench.Model.WorkbenchException">There is none of that name, or it is not done.</exception>
    public static Comparison Search(string name = "last")
    {
        var workspace = Workspace.Find();
        return Shown(workspace, [], Comparing(workspace).Of(SweepFolder.Load(workspace, name), new CompareTerms()));
    }

    static App.Comparing Comparing(Workspace workspace) => new(workspace, null, static failure => throw failure);

    static Comparison Shown(Workspace workspace, IReadOnlyList<Run> runs, CompareDocument document) =>
        new(runs, CompareVerb.Save(document, Path.Combine(workspace.Runs, "compare.html"))) { Document = document };
}
