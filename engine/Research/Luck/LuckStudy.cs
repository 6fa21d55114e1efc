namespace Workbench.Research.Luck;

/// <summary>Computes a report, figure by figure.</summary>
sealed class LuckStudy(ReturnsMatrix matrix, LuckOptions options)
{
    public LuckReport Report() => new()
    {
        Sentence = "Nothing was tried: there are no odds to speak of.",
        Verdict = LuckVerdict.Undecided,
        Alpha = options.Alpha,
        Trials = Math.Max(options.Trials, matrix.Columns.Count),
        Columns = matrix.Columns.Count,
        Periods = matrix.Rows,
        PeriodsPerYear = matrix.PeriodsPerYear,
        Block = MetricValue.None("no bootstrap was drawn"),
        Replicates = 0,
        Seed = options.Seed,
        Variants = [],
        LeftOut = [],
        Figures = [],
        Effective = [],
        Haircuts = [],
        Overfitting = null,
        Warnings = [],
    };
}
