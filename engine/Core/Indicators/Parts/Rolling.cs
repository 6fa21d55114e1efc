namespace Workbench.Core;

/// <summary>
/// The summary of the last n values in amortised constant time, without ever taking a value out: what is left of the block
/// before is summed from its end backwards, once, when the block is complete; the running block is summed forwards.
/// </summary>
/// <remarks>Sums that subtract what leaves keep the rounding of everything they ever saw. This one depends on the window alone.</remarks>
sealed class Rolling<T>
    where T : struct, IFold<T>
{
    // Below `at`: values of the running block. From `at` on: summaries from there to the end of the block before.
    readonly T[] block;
    T running;
    int at;
    bool full;

    public Rolling(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        block = new T[length];
    }

    public int Length => block.Length;

    public bool IsFull => full;

    /// <summary>The summary of the last n values, or of all where there are fewer.</summary>
    public T Value { get; private set; }

    public T Add(in T item)
    {
        block[at++] = item;
        running = running.Then(item);
        if (at == block.Length)
        {
            Value = running;
            Turn();
        }
        else
        {
            Value = full ? block[at].Then(running) : running;
        }

        return Value;
    }

    void Turn()
    {
        for (var i = block.Length - 2; i >= 0; i--)
        {
            block[i] = block[i].Then(block[i + 1]);
        }

        running = default;
        at = 0;
        full = true;
    }
}
