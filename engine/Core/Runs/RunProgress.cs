namespace Workbench.Core;

/// <summary>How far a run is, for whoever watches it from another thread: plain fields that one thread writes and others read.</summary>
public sealed class RunProgress
{
    long beat;
    long events;
    long nanos;

    /// <summary>Rises with every event handed to the strategy: while it stands still, a handler has not returned.</summary>
    public long Beat => Volatile.Read(ref beat);

    /// <summary>Market events seen so far.</summary>
    public long Events => Volatile.Read(ref events);

    /// <summary>Time of the newest event, UTC nanoseconds.</summary>
    public long Nanos => Volatile.Read(ref nanos);

    internal void Handled() => beat++;

    internal void Passed(long count, long time)
    {
        beat++;
        events += count;
        nanos = time;
    }
}
