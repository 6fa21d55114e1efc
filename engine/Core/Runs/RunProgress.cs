using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>How far a run is, for whoever watches it from another thread: plain fields that one thread writes and others read.</summary>
public sealed class RunProgress
{
    /// <summary>Rises with every event handed to the strategy: while it stands still, a handler has not returned.</summary>
    public long Beat { get; private set; }

    /// <summary>Market events seen so far.</summary>
    public long Events { get; private set; }

    /// <summary>Time of the newest event, UTC nanoseconds.</summary>
    public long Nanos { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Handled() => Beat++;

    internal void Passed(long count, long time)
    {
        Beat++;
        Events += count;
        Nanos = time;
    }
}
