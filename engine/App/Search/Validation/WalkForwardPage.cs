using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>A walk-forward as a page: the line that nobody had seen when its settings were chosen, and the folds it is made of.</summary>
static class WalkForwardPage
{
    const int Height = 900;

    /// <summary>Writes it.</summary>
    public static void Write(string path, WalkForwardOutcome outcome)
    {
        var report = outcome.Report;
        var title = FormattableString.Invariant($"{outcome.Script} on {StudyText.Data(outcome.Data)}: {report.Design}, {report.Mode}, best of {report.Variants:N0} by {report.Objective}");
        StudyPage.Write(path, title, Charts.Grid(1, Lines(report), Folds(report)) with { Height = Height }, outcome.Warnings, outcome.Data);
    }

    static Figure Lines(ValidationReport report) => Charts.Lines(
        report.Lines[0].Ends.Select(UtcNanos.ToDateTime),
        report.Lines.Where(line => line.Ends.Count == report.Lines[0].Ends.Count).Select(line => (line.Name, Grown(line))))
        .Title(report.Lines.Count == 1 ? "Out of sample, stitched" : "Paths").YAxis("return since the start", ".2%");

    static IEnumerable<double> Grown(ValidatedLine line)
    {
        var worth = 1d;
        foreach (var value in line.Returns)
        {
            worth *= 1d + value;
            yield return worth - 1d;
        }
    }

    static Figure Folds(ValidationReport report)
    {
        string[] names = [.. report.Folds.Select(fold => fold.Split.Name)];
        return Charts.Bars(names, report.Folds.Select(fold => fold.InSample.Value ?? double.NaN), "in sample")
            .Add(Charts.Bars(names, report.Folds.Select(fold => fold.OutOfSample.Value ?? double.NaN), "out of sample"))
            .Title("Mean return a year, fold by fold").YAxis("a year", ".1%");
    }
}
