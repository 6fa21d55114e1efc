namespace Workbench.Research.Luck;

/// <summary>The odds that the best of a search is luck, and what explains them. No figure without its N and its periods.</summary>
public sealed record LuckReport
{
    /// <summary>All in one sentence: what a page shows first.</summary>
    public required string Sentence { get; init; }

    /// <summary>What it comes down to: by Hansen's test, the family's trials counted.</summary>
    public required LuckVerdict Verdict { get; init; }

    /// <summary>Level of the verdict and of <see cref="VariantOdds.BeatsLuck"/>.</summary>
    public required double Alpha { get; init; }

    /// <summary>Trials in the family: the N that counts.</summary>
    public required long Trials { get; init; }

    /// <summary>Variants in the matrix, those without figures included.</summary>
    public required int Columns { get; init; }

    /// <summary>Periods in the matrix.</summary>
    public required int Periods { get; init; }

    /// <summary>Periods in a year: for annual figures.</summary>
    public required double PeriodsPerYear { get; init; }

    /// <summary>Mean length of the bootstrap's blocks, or why none was drawn.</summary>
    public required MetricValue Block { get; init; }

    /// <summary>Resamples drawn.</summary>
    public required int Replicates { get; init; }

    /// <summary>Seed of resampling and clustering.</summary>
    public required long Seed { get; init; }

    /// <summary>The variants with figures, the highest Sharpe ratio first; of equals the first column. The first is the one that the report is about.</summary>
    public required IReadOnlyList<VariantOdds> Variants { get; init; }

    /// <summary>Those without.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>All figures, the verdict's first.</summary>
    public required IReadOnlyList<LuckFigure> Figures { get; init; }

    /// <summary>How many independent trials these may be: a band, of which the smallest decides nothing.</summary>
    public required IReadOnlyList<EffectiveTrials> Effective { get; init; }

    /// <summary>What is left of the best Sharpe ratio after each correction.</summary>
    public required IReadOnlyList<Haircut> Haircuts { get; init; }

    /// <summary>The halves behind the probability of overfitting; null where that is undefined.</summary>
    public required Overfitting? Overfitting { get; init; }

    /// <summary>What a reader must know before the figures.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The variant that the report is about; null where none has figures.</summary>
    public VariantOdds? Best => Variants.Count > 0 ? Variants[0] : null;

    /// <summary>A figure by its key.</summary>
    public LuckFigure Figure(string key) => Figures.First(figure => figure.Key == key);

    /// <summary>The odds of a search.</summary>
    /// <exception cref="WorkbenchException">WB4140 to WB4143: the options or the names make no sense.</exception>
    public static LuckReport Of(ReturnsMatrix matrix, LuckOptions options) => new LuckStudy(matrix, options).Report();
}
