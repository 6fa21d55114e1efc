namespace Workbench.Core;

/// <summary>Sum of whole numbers of the last stretch of time, exact; amortised constant time for each.</summary>
sealed class TimedSum
{
    readonly Queue<(long Time, long Value)> kept = new();
    readonly long span;
    long begin = long.MinValue;

    public TimedSum(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(span, TimeSpan.Zero);
        this.span = UtcNanos.From(span);
    }

    public long Sum { get; private set; }

    /// <summary>Whether a whole stretch was seen.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Takes a number of an instant, and lets go of what is a stretch or more older.</summary>
    public void Add(long time, long value)
    {
        begin = begin == long.MinValue ? time : begin;
        IsFull |= time - begin >= span;
        Sum += value;
        kept.Enqueue((time, value));
        while (kept.Peek().Time <= time - span)
        {
            Sum -= kept.Dequeue().Value;
        }
    }
}
