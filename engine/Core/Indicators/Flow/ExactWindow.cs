namespace Workbench.Core;

/// <summary>Sum of the last whole numbers, exact and in constant time.</summary>
sealed class ExactWindow
{
    readonly long[] ring;
    int next;
    int count;

    public ExactWindow(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ring = new long[length];
    }

    public bool IsFull => count == ring.Length;

    public long Sum { get; private set; }

    public int Length => ring.Length;

    public void Add(long value)
    {
        Sum += value - ring[next];
        ring[next] = value;
        next = next + 1 == ring.Length ? 0 : next + 1;
        count = Math.Min(count + 1, ring.Length);
    }

    public void Clear()
    {
        Array.Clear(ring);
        (next, count, Sum) = (0, 0, 0);
    }
}
