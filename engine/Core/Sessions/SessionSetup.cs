namespace Workbench.Core;

/// <summary>All that determines a session besides its scripts and what comes in: same setup, scripts and inputs, same decisions.</summary>
public sealed record SessionSetup
{
    /// <summary>Money, rules and models. Its range begins when the session does.</summary>
    public required RunConfig Config { get; init; }

    /// <summary>What it hears of, in order of priority.</summary>
    public required IReadOnlyList<Tape> Streams { get; init; }

    /// <summary>How it deals with a real venue; null for the simulated one.</summary>
    public LiveTerms? Live { get; init; }

    /// <summary>Longest silence of an instrument's prices while its market is open before entries are refused, nanoseconds; 0 (default) for any.</summary>
    public long StaleNanos { get; init; }
}
