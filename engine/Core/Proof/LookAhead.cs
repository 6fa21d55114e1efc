namespace Workbench.Core;

/// <summary>A decision that changed with data that came later.</summary>
/// <param name="Future">The cut, and what was done to the data behind it.</param>
/// <param name="Before">What was decided with the data as they are; null where nothing was.</param>
/// <param name="Now">What was decided with the future changed; null where nothing was.</param>
/// <param name="Failure">What the script threw before the cut with the future changed; null where nothing.</param>
/// <param name="FirstChanged">The first event that was changed; null where the run did not get to read it.</param>
public sealed record LookAhead(ChangedFuture Future, Decision? Before, Decision? Now, string? Failure, ChangedEvent? FirstChanged)
{
    /// <summary>When the two runs part, UTC nanoseconds.</summary>
    public long Time => Math.Min(Before?.Time ?? long.MaxValue, Now?.Time ?? long.MaxValue);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = $"""
            cut at {UtcNanos.ToIso(Future.Cut)}, the future {Word(Future.Change)}
              with the data as they are  {Before?.ToString() ?? "nothing"}
              with the future changed    {Now?.ToString() ?? (Failure is null ? "nothing" : "failed: " + Failure)}
            """;
        return FirstChanged is null ? text : $"{text}\n  first event that differs   {FirstChanged}";
    }

    static string Word(FutureChange change) => change switch
    {
        FutureChange.Cut => "cut off",
        FutureChange.Absurd => "made absurd",
        _ => change.ToString().ToLowerInvariant(),
    };
}
