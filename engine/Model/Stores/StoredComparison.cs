namespace Workbench.Model;

/// <summary>What the comparison with a second source said of one stretch. It is kept beside the verdicts, so that a check without a second source does not forget it.</summary>
public sealed record StoredComparison
{
    /// <summary>Source of the other tape.</summary>
    public required string Against { get; init; }

    /// <summary>Days that do not agree.</summary>
    public required IReadOnlyList<StoredVerdict> Days { get; init; }
}
