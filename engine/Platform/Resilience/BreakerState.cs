namespace Workbench.Platform.Resilience;

/// <summary>What a venue's circuit breaker lets through.</summary>
public enum BreakerState
{
    /// <summary>All calls go.</summary>
    Closed = 0,

    /// <summary>Too many failed: none goes but the urgent ones.</summary>
    Open = 1,

    /// <summary>One call may try; it closes the breaker or opens it again.</summary>
    HalfOpen = 2,
}
