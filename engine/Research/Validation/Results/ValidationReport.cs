using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>What a walk-forward or a cross-validation came to.</summary>
public sealed record ValidationReport
{
    /// <summary>rolling, anchored, kfold, cpcv.</summary>
    public required string Design { get; init; }

    /// <summary>sliced: one run, its returns cut; restarted: a run for each window, flat at its start.</summary>
    public required string Mode { get; init; }

    /// <summary>What was chosen by, and the rule.</summary>
    public required string Objective { get; init; }

    /// <summary>The rule: best, plateau.</summary>
    public required string Rule { get; init; }

    /// <summary>What was kept out of training.</summary>
    public required Border Border { get; init; }

    /// <summary>The clock of the returns.</summary>
    public required PeriodClock Clock { get; init; }

    /// <summary>Variants that were chosen from.</summary>
    public required int Variants { get; init; }

    /// <summary>Split by split.</summary>
    public required IReadOnlyList<FoldResult> Folds { get; init; }

    /// <summary>The stitched line, or the paths. Paths share data: their spread is no standard error.</summary>
    public required IReadOnlyList<ValidatedLine> Lines { get; init; }

    /// <summary>What a reader must know before the figures.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Middle of the folds' efficiencies: one lucky fold does not move it.</summary>
    public MetricValue MedianEfficiency => Median(Folds.Select(fold => fold.Efficiency), "no fold earned anything in sample");

    /// <summary>Quantiles 0, 25, 50, 75 and 100 % of the lines' Sharpe ratios; empty where none is defined.</summary>
    public IReadOnlyList<double> SharpeQuantiles
    {
        get
        {
            double[] sorted = [.. Lines.Select(line => line.Sharpe(Clock).Value).OfType<double>().Order()];
            return sorted.Length == 0 ? [] : [.. new[] { 0d, 0.25, 0.5, 0.75, 1d }.Select(share => Moments.Quantile(sorted, share))];
        }
    }

    /// <summary>Puts one together from its folds.</summary>
    /// <param name="design">The design.</param>
    /// <param name="mode">How it was evaluated.</param>
    /// <param name="rows">The rows in time.</param>
    /// <param name="terms">What was chosen by.</param>
    /// <param name="variants">How many were chosen from.</param>
    /// <param name="folds">The folds.</param>
    public static ValidationReport Of(Design design, string mode, RowSpans rows, ValidationTerms terms, int variants, IReadOnlyList<FoldResult> folds)
    {
        var report = new ValidationReport
        {
            Design = design.Name,
            Mode = mode,
            Objective = terms.Objective.Text,
            Rule = terms.Rule.Name,
            Border = design.Border,
            Clock = terms.Clock,
            Variants = variants,
            Folds = folds,
            Lines = LinesOf(design, rows, folds),
        };
        return report with { Warnings = ValidationWarnings.Of(report) };
    }

    static ValidatedLine[] LinesOf(Design design, RowSpans rows, IReadOnlyList<FoldResult> folds)
    {
        if (design is not Combinatorial combinatorial)
        {
            return [ValidatedLine.Of("stitched", rows, folds.SelectMany(fold => fold.Split.Test.Zip(fold.Returns)))];
        }

        var groupOf = combinatorial.GroupOf(rows.Count);
        return [.. combinatorial.Paths([.. folds.Select(fold => fold.Split)]).Select((path, at) => ValidatedLine.Of(
            FormattableString.Invariant($"path {at + 1}"), rows,
            path.SelectMany((split, group) => folds[split].Split.Test.Zip(folds[split].Returns).Where(piece => groupOf(piece.First) == group))))];
    }

    static MetricValue Median(IEnumerable<MetricValue> values, string why)
    {
        double[] sorted = [.. values.Select(value => value.Value).OfType<double>().Order()];
        return sorted.Length == 0 ? MetricValue.None(why) : Moments.Quantile(sorted, 0.5);
    }
}
