namespace Workbench.Research.Compare;

/// <summary>How to compare.</summary>
public sealed record CompareTerms
{
    /// <summary>First instant that nobody looked at while choosing, UTC nanoseconds; null where none was named.</summary>
    public long? SplitAt { get; init; }

    /// <summary>Where the period is cut when no instant was named: share of the periods before the cut. Default 0.7.</summary>
    public double SplitShare { get; init; } = 0.7;

    /// <summary>Seed of everything that is drawn. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Resamples of the intervals. Default 999.</summary>
    public int Resamples { get; init; } = 999;

    /// <summary>Most variants of a search that get a column and a curve. Default 10.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Price of the market over time, for the regimes; null for that of the first run's candles.</summary>
    public EquityLine? Market { get; init; }

    /// <summary>What <see cref="Market"/> is the price of.</summary>
    public string MarketName { get; init; } = "";

    /// <summary>Distinct trials of the family of compared runs, as the ledger counts them; null where there is none.</summary>
    public long? TrialsInFamily { get; init; }

    /// <summary>Sharpe ratios per day of those trials; null where the ledger knows none.</summary>
    public IReadOnlyList<double>? TrialSharpes { get; init; }

    /// <summary>Where those came from.</summary>
    public IReadOnlyDictionary<string, long> TrialsBySource { get; init; } = new Dictionary<string, long>();

    /// <summary>The family tree of the compared scripts; empty where none is known.</summary>
    public IReadOnlyList<LineageNode> Lineage { get; init; } = [];
}
