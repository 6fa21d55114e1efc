namespace Workbench.Model;

/// <summary>Some thousand prints of one instrument as columns, in time order.</summary>
public sealed class TradeBatch : IBatch
{
    /// <summary>Most prints a batch holds.</summary>
    public const int Capacity = 8_192;

    /// <summary>Event times, UTC nanoseconds, never falling.</summary>
    public readonly long[] Time = new long[Capacity];

    /// <summary>Prices, raw.</summary>
    public readonly long[] Price = new long[Capacity];

    /// <summary>Sizes, raw.</summary>
    public readonly long[] Size = new long[Capacity];

    /// <summary>Sides that took liquidity; 0 unknown.</summary>
    public readonly Side[] Aggressor = new Side[Capacity];

    /// <summary>Prints in use, 0 to <see cref="Capacity"/>.</summary>
    public int Count { get; set; }

    /// <inheritdoc/>
    public long[] Times => Time;

    /// <summary>Adds a print at the end.</summary>
    public void Add(long time, long price, long size, Side aggressor)
    {
        var at = Count++;
        Time[at] = time;
        Price[at] = price;
        Size[at] = size;
        Aggressor[at] = aggressor;
    }
}
