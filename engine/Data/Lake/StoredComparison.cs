namespace Workbench.Data.Lake;

/// <summary>What the comparison with a second source said of one file. It is kept beside the verdicts, so that a check without a second source does not forget it.</summary>
sealed record StoredComparison
{
    /// <summary>Source of the other tape.</summary>
    public required string Against { get; init; }

    public required IReadOnlyList<StoredVerdict> Days { get; init; }
}
