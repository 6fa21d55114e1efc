namespace Workbench.Platform.Resilience;

/// <summary>That a call was charged to a limit, and in which of its windows.</summary>
readonly record struct RateCharge(RateBucket Bucket, long Window);
