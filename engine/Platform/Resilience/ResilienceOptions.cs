namespace Workbench.Platform.Resilience;

/// <summary>How a venue's calls are carried: patience, repeats, breaker.</summary>
public sealed record ResilienceOptions
{
    /// <summary>Name of the venue, for messages.</summary>
    public required string Venue { get; init; }

    /// <summary>The venue's limits on requests.</summary>
    public IReadOnlyList<RateRule> Rates { get; init; } = [];

    /// <summary>How long one attempt may take until the head of the answer is there. Default 10 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may wait for room in the budget or for the venue's pause to end. Default 5 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Repeats after the first attempt, where a repeat is safe. Default 3.</summary>
    public int MaxRepeats { get; init; } = 3;

    /// <summary>Pause before the first repeat; it doubles with each, with jitter. Default 250 ms.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest pause between attempts. Default 5 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Share of attempts that fail at which the breaker opens, 0 to 1. Default 0.5.</summary>
    public double BreakAt { get; init; } = 0.5;

    /// <summary>Attempts within <see cref="BreakWindow"/> below which it never opens. Default 8.</summary>
    public int BreakAfter { get; init; } = 8;

    /// <summary>Stretch over which attempts are counted. Default 30 s.</summary>
    public TimeSpan BreakWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the breaker stays open before one call may try. Default 10 s.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause after a 429 that names none. Default 2 s.</summary>
    public TimeSpan PauseFor429 { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Silence after a 418 that names none. Default 2 min, the shortest ban of the one venue that uses it.</summary>
    public TimeSpan SilenceFor418 { get; init; } = TimeSpan.FromMinutes(2);
}
