namespace Workbench.Model;

/// <summary>Some hundred notices of one symbol, in the order in which they became known.</summary>
/// <typeparam name="TNotice"><see cref="News"/>, <see cref="CalendarEvent"/>, <see cref="CalendarEntry"/> or <see cref="Sentiment"/>.</typeparam>
public sealed class NoticeBatch<TNotice> : IBatch
    where TNotice : class, INotice
{
    /// <summary>Most notices a batch holds.</summary>
    public const int Capacity = 512;

    /// <summary>When each became known, UTC nanoseconds, never falling.</summary>
    public readonly long[] Time = new long[Capacity];

    /// <summary>The notices.</summary>
    public readonly TNotice[] Notice = new TNotice[Capacity];

    /// <summary>Notices in use, 0 to <see cref="Capacity"/>.</summary>
    public int Count { get; set; }

    /// <summary>Whether no other fits in.</summary>
    public bool IsFull => Count == Capacity;

    /// <inheritdoc/>
    public long[] Times => Time;

    /// <summary>Adds a notice at the end.</summary>
    public void Add(TNotice notice)
    {
        var at = Count++;
        Time[at] = notice.TimeNanos;
        Notice[at] = notice;
    }
}
