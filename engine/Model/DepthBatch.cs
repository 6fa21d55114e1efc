namespace Workbench.Model;

/// <summary>Some thousand changes of one instrument's order book as columns, in the order the venue sent them.</summary>
public sealed class DepthBatch : IBatch
{
    /// <summary>Most rows a batch holds.</summary>
    public const int Capacity = 8_192;

    /// <summary>Event times, UTC nanoseconds, never falling; all rows of one message have one time.</summary>
    public readonly long[] Time = new long[Capacity];

    /// <summary>Buy for a bid, sell for an ask.</summary>
    public readonly Side[] Side = new Side[Capacity];

    /// <summary>Prices of levels, raw.</summary>
    public readonly long[] Price = new long[Capacity];

    /// <summary>Sizes of levels, raw, absolute.</summary>
    public readonly long[] Size = new long[Capacity];

    /// <summary>What else the row says.</summary>
    public readonly DepthFlags[] Flags = new DepthFlags[Capacity];

    /// <summary>Rows in use, 0 to <see cref="Capacity"/>.</summary>
    public int Count { get; set; }

    /// <inheritdoc/>
    public long[] Times => Time;

    /// <summary>Adds a row at the end.</summary>
    public void Add(long time, Side side, long price, long size, DepthFlags flags)
    {
        var at = Count++;
        Time[at] = time;
        Side[at] = side;
        Price[at] = price;
        Size[at] = size;
        Flags[at] = flags;
    }
}
