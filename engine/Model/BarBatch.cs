namespace Workbench.Model;

/// <summary>Some thousand bars of one instrument and one length as columns, in time order, none overlapping the next.</summary>
public sealed class BarBatch : IBatch
{
    /// <summary>Most bars a batch holds.</summary>
    public const int Capacity = 8_192;

    /// <summary>Opening times, UTC nanoseconds, rising.</summary>
    public readonly long[] OpenTime = new long[Capacity];

    /// <summary>Closing times, UTC nanoseconds, rising; each at or before the next opening time.</summary>
    public readonly long[] CloseTime = new long[Capacity];

    /// <summary>First prices, raw.</summary>
    public readonly long[] Open = new long[Capacity];

    /// <summary>Highest prices, raw.</summary>
    public readonly long[] High = new long[Capacity];

    /// <summary>Lowest prices, raw.</summary>
    public readonly long[] Low = new long[Capacity];

    /// <summary>Last prices, raw.</summary>
    public readonly long[] Close = new long[Capacity];

    /// <summary>Volumes, raw.</summary>
    public readonly long[] Volume = new long[Capacity];

    /// <summary>Bars in use, 0 to <see cref="Capacity"/>.</summary>
    public int Count { get; set; }

    /// <inheritdoc/>
    public long[] Times => OpenTime;

    /// <summary>Adds a bar at the end.</summary>
    public void Add(long openTime, long closeTime, long open, long high, long low, long close, long volume)
    {
        var at = Count++;
        OpenTime[at] = openTime;
        CloseTime[at] = closeTime;
        Open[at] = open;
        High[at] = high;
        Low[at] = low;
        Close[at] = close;
        Volume[at] = volume;
    }
}
