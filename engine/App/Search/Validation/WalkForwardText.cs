using System.Globalization;
using System.Text;
using Workbench.Model;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>A walk-forward for the console.</summary>
static class WalkForwardText
{
    const int MostFolds = 40;

    /// <summary>Head, folds, what the lines came to, warnings.</summary>
    public static string Of(WalkForwardOutcome outcome)
    {
        var report = outcome.Report;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{outcome.Script} on {StudyText.Data(outcome.Data)}: {report.Design}, {report.Mode}, {report.Variants:N0} variants, {report.Rule} by {report.Objective}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Clock.Ends.Count:N0} returns, one per {report.Clock.Name}; purge {Purge(report.Border)}, embargo {StudyText.Length(report.Border.Embargo)}");
        text.AppendLine();
        text.AppendLine(Folds(report));
        if (report.Folds.Count > MostFolds)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  … {report.Folds.Count - MostFolds} more: --json has them all");
        }

        text.AppendLine();
        text.Append(Lines(outcome));
        foreach (var warning in outcome.Warnings)
        {
            text.AppendLine("  ! " + warning);
        }

        return text.ToString().TrimEnd();
    }

    static string Purge(Border border) => border.Purge is { } reach ? StudyText.Length(reach) : "none";

    static string Folds(ValidationReport report)
    {
        var isShort = report.Clock.Name != "day";
        return StudyText.Table(
            ["fold", "learned from", "tried on", "chosen", report.Objective, "in sample", "out of sample", "efficiency", "Sharpe", report.Mode == Sliced.Mode ? "active" : "trades"],
            report.Folds.Take(MostFolds).Select(fold => (IReadOnlyList<string>)
            [
                fold.Split.Name, StudyText.Span(fold.Train, isShort), Tested(fold, isShort), fold.Chosen is { Length: > 0 } chosen ? chosen : fold.Chosen is null ? "–" : "(defaults)",
                StudyText.Ratio(fold.Score.Value), StudyText.Percent(fold.InSample.Value), StudyText.Percent(fold.OutOfSample.Value),
                StudyText.Ratio(fold.Efficiency.Value), StudyText.Ratio(fold.Sharpe.Value),
                fold.Trades is { } trades ? trades.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{fold.ActivePeriods}/{fold.Returns.Count}"),
            ]),
            1, 2, 3);
    }

    static string Tested(FoldResult fold, bool isShort) =>
        fold.Split.Groups.Count > 1 ? "groups " + string.Join(", ", fold.Split.Groups.Select(group => (group + 1).ToString(CultureInfo.InvariantCulture))) : StudyText.Span(fold.Test, isShort);

    static string Lines(WalkForwardOutcome outcome)
    {
        var report = outcome.Report;
        var text = new StringBuilder();
        if (report.Lines.Count == 1)
        {
            var line = report.Lines[0];
            text.AppendLine(CultureInfo.InvariantCulture, $"  Stitched out of sample   return {StudyText.Percent(line.TotalReturn)}, Sharpe {StudyText.OrReason(line.Sharpe(report.Clock), StudyText.Ratio)}, drawdown {StudyText.Percent(line.Drawdown)}");
        }
        else if (report.SharpeQuantiles is { Count: 5 } spread)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {report.Lines.Count} paths                  Sharpe {string.Join(" · ", spread.Select(value => StudyText.Ratio(value)))} (lowest, quartiles, highest)");
            text.AppendLine(CultureInfo.InvariantCulture, $"                           {report.Lines.Count(line => line.TotalReturn < 0d)} of them lose money");
        }

        var best = outcome.Whole[0];
        text.AppendLine(CultureInfo.InvariantCulture, $"  Median efficiency        {StudyText.OrReason(report.MedianEfficiency, StudyText.Ratio)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  Best with hindsight      {(best.Result.Key.Length > 0 ? best.Result.Key : "(defaults)")}: return {StudyText.Percent(best.Result.Metric("totalReturn").Value)}, {report.Objective} {StudyText.OrReason(best.Objective, StudyText.Ratio)}");
        if (outcome.Plateau is { } plateau)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  Its plateau              {StudyText.OrReason(plateau.Score, StudyText.Ratio)} (lower quartile of it and {plateau.Neighbours} neighbours)");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  Trials in the family     {outcome.Trials}");
        return text.ToString();
    }
}
