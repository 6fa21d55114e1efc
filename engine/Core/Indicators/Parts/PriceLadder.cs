namespace Workbench.Core;

/// <summary>What the last n bars left at each price level. Nothing is ever taken off a sum: each bar adds the levels up anew, n steps.</summary>
sealed class PriceLadder
{
    readonly Rung[] arrived;
    readonly Rung[] sorted;
    readonly Rung[] merged;
    int count;
    int oldest;
    int levels;

    public PriceLadder(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        arrived = new Rung[length];
        sorted = new Rung[length];
        merged = new Rung[length];
    }

    /// <summary>The levels that were traded, lowest first.</summary>
    public ReadOnlySpan<Rung> Rungs => merged.AsSpan(0, levels);

    public void Add(Rung bar)
    {
        if (count == arrived.Length)
        {
            TakeOut(arrived[oldest].Level);
        }

        Insert(bar);
        arrived[oldest] = bar;
        oldest = (oldest + 1) % arrived.Length;
        Merge();
    }

    // Bars of one level lie in the order they came, so the first of them is the oldest.
    void TakeOut(long level)
    {
        var at = 0;
        while (sorted[at].Level != level)
        {
            at++;
        }

        count--;
        Array.Copy(sorted, at + 1, sorted, at, count - at);
    }

    void Insert(Rung bar)
    {
        var at = count;
        for (; at > 0 && sorted[at - 1].Level > bar.Level; at--)
        {
            sorted[at] = sorted[at - 1];
        }

        sorted[at] = bar;
        count++;
    }

    void Merge()
    {
        levels = 0;
        foreach (var bar in sorted.AsSpan(0, count))
        {
            if (levels > 0 && merged[levels - 1].Level == bar.Level)
            {
                merged[levels - 1] = bar with { Size = merged[levels - 1].Size + bar.Size };
            }
            else
            {
                merged[levels++] = bar;
            }
        }
    }
}
