namespace Workbench.Research.Luck;

/// <summary>What a study of the tests themselves is made of: searches whose truth is known.</summary>
public sealed record StudyTerms
{
    /// <summary>Searches to draw.</summary>
    public int Studies { get; init; } = 200;

    /// <summary>Variants in each.</summary>
    public int Variants { get; init; } = 1_000;

    /// <summary>Periods of each.</summary>
    public int Periods { get; init; } = 1_000;

    /// <summary>Correlation of any two variants, 0 to below 1.</summary>
    public double Correlation { get; init; }

    /// <summary>True annual Sharpe ratios (252 periods) that one variant is given in turn; empty for noise alone.</summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>Level of the tests.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Seed of the first search; the others follow.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Resamples for each search; 0 leaves the bootstrap out and counts the closed forms alone.</summary>
    public int Replicates { get; init; } = 1_000;

    /// <summary>Mean block; null by data.</summary>
    public double? Block { get; init; }

    /// <summary>Threads; the counts do not depend on it.</summary>
    public int Cores { get; init; } = 1;
}
