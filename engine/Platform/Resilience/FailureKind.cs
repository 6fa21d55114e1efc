namespace Workbench.Platform.Resilience;

/// <summary>What went wrong with a call.</summary>
public enum FailureKind
{
    /// <summary>The connection did not come about, or broke.</summary>
    Connection = 1,

    /// <summary>No answer in time.</summary>
    TimeOut,

    /// <summary>The venue answered that it failed: a 5xx.</summary>
    Venue,

    /// <summary>The venue asked for a pause: 429.</summary>
    RateLimited,

    /// <summary>The venue has shut us out for a time: 418, 403.</summary>
    Banned,

    /// <summary>We did not send it: breaker open, no budget, pause or ban in force.</summary>
    NotSent,
}
