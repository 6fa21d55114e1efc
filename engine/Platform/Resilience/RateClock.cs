namespace Workbench.Platform.Resilience;

/// <summary>The time in both ways that limits need: by the calendar for windows of the clock, and a running one that nobody sets for those that slide.</summary>
readonly record struct RateClock(DateTimeOffset Utc, TimeSpan Running)
{
    /// <param name="time">The clock.</param>
    /// <param name="start">Its time stamp when counting began: a difference of small numbers keeps its last digits.</param>
    public static RateClock Now(TimeProvider time, long start) => new(time.GetUtcNow(), time.GetElapsedTime(start));
}
