namespace Workbench.Core;

/// <summary>The highest and the lowest value of each block of one column.</summary>
sealed class BlockSpan
{
    /// <summary>Events of a block.</summary>
    public const int Length = 64;

    readonly long[] highs = new long[TickBatch.Capacity / Length];
    readonly long[] lows = new long[TickBatch.Capacity / Length];

    /// <summary>Keeps what a block came to.</summary>
    public void Set(int block, Stretch stretch) => (highs[block], lows[block]) = (stretch.High, stretch.Low);

    /// <summary>A stretch of at least two blocks' length of the column.</summary>
    public Stretch Of(long[] column, int from, int to)
    {
        var (first, last) = Whole(from, to);
        return Joined(Stretch.Of(column, from, Math.Max(from + 1, first * Length)), first, last, Stretch.Of(column, Math.Min(to - 1, last * Length), to));
    }

    /// <summary>The same of the sum of two columns.</summary>
    public Stretch OfSum(long[] left, long[] right, int from, int to)
    {
        var (first, last) = Whole(from, to);
        return Joined(Stretch.OfSum(left, right, from, Math.Max(from + 1, first * Length)), first, last, Stretch.OfSum(left, right, Math.Min(to - 1, last * Length), to));
    }

    /// <summary>The blocks that lie wholly within a stretch: the first, and the first that no longer does.</summary>
    static (int First, int Last) Whole(int from, int to) => ((from + Length - 1) / Length, to / Length);

    Stretch Joined(Stretch head, int first, int last, Stretch tail)
    {
        var high = Stretch.Of(highs, first, last).High;
        var low = Stretch.Of(lows, first, last).Low;
        return new Stretch(head.First, Math.Max(high, Math.Max(head.High, tail.High)), Math.Min(low, Math.Min(head.Low, tail.Low)), tail.Last);
    }
}
