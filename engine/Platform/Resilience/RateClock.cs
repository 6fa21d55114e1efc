namespace Workbench.Platform.Resilience;

/// <summary>The time in both ways that limits need: by the calendar for windows of the clock, and a running one that nobody sets for those that slide.</summary>
readonly record struct RateClock(DateTimeOffset Utc, TimeSpan Running)
{
    public static RateClock Now(TimeProvider time) => new(time.GetUtcNow(), time.GetElapsedTime(0));
}
