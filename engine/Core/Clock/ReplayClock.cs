using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>A clock that shows the time of the event at hand and moves only when the next event comes in.</summary>
public sealed class ReplayClock : TimeProvider
{
    /// <summary>Time of the event at hand, UTC nanoseconds.</summary>
    public long Nanos { get; private set; } = long.MinValue;

    /// <summary>Counts in nanoseconds.</summary>
    public override long TimestampFrequency => UtcNanos.Second;

    /// <summary>Always UTC: a trader's wall clock has no say in a decision.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(UtcNanos.ToDateTime(Nanos), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Nanos;

    /// <summary>Refused: event-time timers are the strategy's <c>SetTimer</c>.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("Event time has no background timers; use SetTimer and OnTimer.");

    /// <summary>Moves to the next event.</summary>
    /// <exception cref="InvalidOperationException">Time would run backwards: a bug in whoever merges the streams.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MoveTo(long nanos)
    {
        if (nanos < Nanos)
        {
            RanBackwards(nanos);
        }

        Nanos = nanos;
    }

    void RanBackwards(long nanos) =>
        throw new InvalidOperationException($"Time ran backwards from {UtcNanos.ToIso(Nanos)} to {UtcNanos.ToIso(nanos)}.");
}
