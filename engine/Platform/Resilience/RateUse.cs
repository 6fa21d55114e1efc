namespace Workbench.Platform.Resilience;

/// <summary>How much of one limit is used.</summary>
/// <param name="Rule">The limit.</param>
/// <param name="Used">Within the window at hand.</param>
public sealed record RateUse(RateRule Rule, int Used);
