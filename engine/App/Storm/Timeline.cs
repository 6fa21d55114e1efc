namespace Workbench.App;

/// <summary>Virtual time: what is to happen, by instant and then in the order in which it was arranged.</summary>
sealed class Timeline(long start)
{
    readonly PriorityQueue<Action, (long Time, long Number)> due = new();
    long arranged;

    /// <summary>The instant at hand, UTC nanoseconds.</summary>
    public long Now { get; private set; } = start;

    /// <summary>When the next thing happens; the end of time where nothing does.</summary>
    public long Next => due.TryPeek(out _, out var first) ? first.Time : long.MaxValue;

    /// <summary>Arranges that something happens after a while.</summary>
    public void In(long nanos, Action what) => due.Enqueue(what, (Now + nanos, arranged++));

    /// <summary>Moves to an instant at which nothing of its own happens.</summary>
    public void MoveTo(long time) => Now = Math.Max(Now, time);

    /// <summary>Lets the next thing happen.</summary>
    public void Step()
    {
        due.TryDequeue(out var what, out var at);
        MoveTo(at.Time);
        what!();
    }
}
