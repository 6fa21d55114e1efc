namespace Workbench.Research.Luck;

/// <summary>What a report on luck needs to know beside the returns.</summary>
public sealed record LuckOptions
{
    /// <summary>Trials in the family, those of other searches, notebooks and hands included. Fewer than there are variants here count as that many. Default 0.</summary>
    public long Trials { get; init; }

    /// <summary>Sharpe ratios per period of all trials of the family, as its ledger keeps them: their spread goes into the expected maximum. Null for those of the variants here.</summary>
    public IReadOnlyList<double>? TrialSharpes { get; init; }

    /// <summary>Seed of resampling and clustering. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Resamples of the bootstrap. Null for 2,000, and more where the family is much larger than the matrix, at most 20,000.</summary>
    public int? Replicates { get; init; }

    /// <summary>Mean length of the bootstrap's blocks, in periods. Null for what the data suggest.</summary>
    public double? Block { get; init; }

    /// <summary>Chance of calling luck an edge that is accepted. Default 0.05.</summary>
    public double Alpha { get; init; } = 0.05;
}
