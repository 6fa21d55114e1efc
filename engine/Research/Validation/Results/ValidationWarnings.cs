using System.Globalization;

namespace Workbench.Research.Validation;

/// <summary>What makes the figures of a validation worth less than they look.</summary>
static class ValidationWarnings
{
    const int FewActive = 10;
    const long FewTrades = 20;
    const double LuckyShare = 0.5;

    public static IReadOnlyList<string> Of(ValidationReport report) => [.. Quiet(report), .. Lucky(report), .. Restless(report), .. Paths(report)];

    static IEnumerable<string> Quiet(ValidationReport report)
    {
        var none = report.Folds.Count(fold => fold.Chosen is null);
        if (none > 0)
        {
            yield return Text($"{none} of {report.Folds.Count} folds chose nothing: no variant had a score ({report.Folds.First(fold => fold.Chosen is null).Score.Reason})");
        }

        var few = report.Folds.Count(fold => fold.Trades is { } trades ? trades < FewTrades : fold.ActivePeriods < FewActive);
        if (few > 0)
        {
            yield return Text($"{few} of {report.Folds.Count} folds have fewer than {(report.Mode == Sliced.Mode ? $"{FewActive} periods in which anything was earned or lost" : $"{FewTrades} trades")} out of sample: they say little");
        }
    }

    /// <summary>One fold that made more than half of all that was made: without it there would be another story.</summary>
    static IEnumerable<string> Lucky(ValidationReport report)
    {
        if (report.Lines.Count != 1 || report.Folds.Count < 3)
        {
            yield break;
        }

        double[] earned = [.. report.Folds.Select(fold => fold.Returns.Sum())];
        var (sum, best) = (earned.Sum(), earned.Max());
        if (sum > 0d && best > LuckyShare * sum)
        {
            yield return Text($"{report.Folds[Array.IndexOf(earned, best)].Split.Name} alone made {best:P2} of all {sum:P2}: one lucky fold");
        }
    }

    static IEnumerable<string> Restless(ValidationReport report)
    {
        var chosen = report.Folds.Select(fold => fold.Chosen).OfType<string>().Distinct().Count();
        if (report.Folds.Count >= 4 && chosen == report.Folds.Count && report.Variants > 1)
        {
            yield return "each fold chose another variant: there is no stable choice to trade";
        }
    }

    static IEnumerable<string> Paths(ValidationReport report)
    {
        if (report.Lines.Count > 1)
        {
            yield return Text($"{report.Lines.Count} paths share their data: their spread is no standard error");
        }
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
