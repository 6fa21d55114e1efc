namespace Workbench.Simulators;

/// <summary>The venue's clock: the given one, and on demand ahead of it.</summary>
public sealed class SimClock(TimeProvider under) : TimeProvider
{
    long aheadTicks;

    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));
        set => Interlocked.Exchange(ref aheadTicks, value.Ticks);
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => under.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => under.GetUtcNow() + Ahead;

    public override long GetTimestamp() => under.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        under.CreateTimer(callback, state, dueTime, period);
}
