using Workbench.Simulators.Market;

namespace Workbench.Simulators;

/// <summary>What can be chosen of a simulated venue. Every venue has defaults that make a useful one.</summary>
public record SimulatorOptions : LoopbackOptions
{
    /// <summary>Steps of the market per second; 0 = it stands still until somebody quotes.</summary>
    public double WalkPerSecond { get; init; }

    /// <summary>Secret that calls must be signed with, where the venue wants signatures.</summary>
    public string ApiSecret { get; init; } = "sim-secret";

    /// <summary>What can be traded; null = what the venue has by default.</summary>
    public IReadOnlyList<SimInstrument>? Instruments { get; init; }

    /// <summary>What the account has at first; null = what the venue gives by default.</summary>
    public IReadOnlyDictionary<string, decimal>? Funds { get; init; }

    /// <summary>How often a stream shows that it is alive; null = as often as the venue does.</summary>
    public TimeSpan? Heartbeat { get; init; }
}
