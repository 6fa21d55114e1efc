namespace Workbench.Data.Tests.Routing;

/// <summary>A clock that goes on when it is told to.</summary>
sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset now = start;

    public HandClock()
        : this(new DateTimeOffset(2024, 3, 20, 8, 12, 31, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => now;

    public void Wait(TimeSpan span) => now += span;
}
