namespace Workbench.Model;

/// <summary>One of a venue's limits on requests.</summary>
/// <param name="Bucket">What is counted, such as <c>weight</c> or <c>orders</c>.</param>
/// <param name="Limit">Most in a window.</param>
/// <param name="Window">Length of the window.</param>
public sealed record RateRule(string Bucket, int Limit, TimeSpan Window)
{
    /// <summary>Whether windows begin with the clock's full minute, ten seconds or day, and do not slide.</summary>
    public bool FollowsClock { get; init; }

    /// <summary>Share kept back for urgent calls, 0 to 1. Default 0.1.</summary>
    public double Reserve { get; init; } = 0.1;

    /// <summary>Response header in which the venue tells its own count; empty where it tells none.</summary>
    public string UsedHeader { get; init; } = "";
}
