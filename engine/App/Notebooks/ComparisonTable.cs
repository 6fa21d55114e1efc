using System.Globalization;
using Workbench.App.Cells;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>A comparison as a notebook shows it below its cell: for runs their figures, for a search its best in both parts of the time; the odds below.</summary>
static class ComparisonTable
{
    public static DataTable Of(Comparison comparison, IReadOnlyList<MetricDefinition> metrics, string page)
    {
        var table = comparison.Runs.Count > 0 ? Tables.Compare(comparison.Runs.Select(run => run.Report), metrics) : Best(comparison.Document);
        return table.Note(comparison.Odds).Note("all figures and the curves: " + page);
    }

    static DataTable Best(CompareDocument document) => new(
        [
            new TableColumn("Variant", IsText: true), new TableColumn("Objective"), new TableColumn("Sharpe, " + document.Split.Earlier), new TableColumn("Sharpe, " + document.Split.Later),
            new TableColumn("Return, " + document.Split.Earlier), new TableColumn("Return, " + document.Split.Later), new TableColumn("Beats luck", IsText: true),
        ],
        [.. document.Contenders.Zip(document.Figures, Row)]);

    static TableCell[] Row(Contender contender, ComparedFigures figures) =>
    [
        contender.Label, Text(contender.Objective, "0.###"), Text(figures.Earlier.Sharpe, "0.00"), Text(figures.Later.Sharpe, "0.00"),
        Text(figures.Earlier.Return, "0.0 %"), Text(figures.Later.Return, "0.0 %"), figures.BeatsLuck switch { true => "yes", false => "not shown", null => "—" },
    ];

    static string Text(MetricValue value, string format) => value.Value?.ToString(format, CultureInfo.InvariantCulture) ?? "—";
}
