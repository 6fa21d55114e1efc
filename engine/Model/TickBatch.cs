namespace Workbench.Model;

/// <summary>Some thousand ticks of one instrument as columns, in time order. One is filled again and again while a tape is read.</summary>
/// <remarks>Columns and not records, because the engine skims a whole stretch of one column at a time where nothing looks at each tick.</remarks>
public sealed class TickBatch : IBatch
{
    /// <summary>Most ticks a batch holds: five columns of it fit the second-level cache.</summary>
    public const int Capacity = 8_192;

    /// <summary>Event times, UTC nanoseconds, never falling.</summary>
    public readonly long[] Time = new long[Capacity];

    /// <summary>Best bids, raw.</summary>
    public readonly long[] Bid = new long[Capacity];

    /// <summary>Best asks, raw.</summary>
    public readonly long[] Ask = new long[Capacity];

    /// <summary>Sizes at the bid, raw.</summary>
    public readonly long[] BidSize = new long[Capacity];

    /// <summary>Sizes at the ask, raw.</summary>
    public readonly long[] AskSize = new long[Capacity];

    /// <summary>Whether the reader of a tape is to fill in the sizes. Default yes; a tape may leave those columns as they are where it is no, from its first batch on.</summary>
    public bool WantsSizes { get; init; } = true;

    /// <summary>Ticks in use, 0 to <see cref="Capacity"/>.</summary>
    public int Count { get; set; }

    /// <inheritdoc/>
    public long[] Times => Time;

    /// <summary>Adds a tick at the end. For importers; the engine reads the columns.</summary>
    public void Add(long time, long bid, long ask, long bidSize, long askSize)
    {
        var at = Count++;
        Time[at] = time;
        Bid[at] = bid;
        Ask[at] = ask;
        BidSize[at] = bidSize;
        AskSize[at] = askSize;
    }
}
