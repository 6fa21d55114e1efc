namespace Workbench.App;

/// <summary>
/// When a shard is given up. The worker keeps the rule, not the scheduler, so that it holds under each of them: Slurm requeues for ever,
/// Kubernetes counts, a plain loop does not care.
/// </summary>
/// <param name="MaxAttempts">Attempts that may end with a fault. Default 3.</param>
sealed record RetryRule(int MaxAttempts = 3)
{
    /// <summary>Attempts that may be killed before one believes that the shard kills them: twice as many, since nodes do get lost.</summary>
    int MaxKilled => 2 * MaxAttempts;

    /// <summary>Why there is to be no other attempt; null where there may be one.</summary>
    /// <param name="attempts">Those before, none of them at work.</param>
    public string? GivesUp(IReadOnlyList<ShardAttempt> attempts)
    {
        var faults = attempts.Where(attempt => attempt.End is { IsFault: true }).ToList();
        if (faults.Count >= MaxAttempts)
        {
            return FormattableString.Invariant($"{faults.Count} attempts ended with a fault, the last one so: {faults[^1].End!.Reason}");
        }

        var killed = attempts.Count(attempt => attempt.End is null);
        return killed >= MaxKilled ? FormattableString.Invariant($"{killed} attempts were killed: out of memory, or on nodes that were lost") : null;
    }
}
