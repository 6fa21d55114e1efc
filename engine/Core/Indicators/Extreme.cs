namespace Workbench.Core;

/// <summary>The extreme of the last n values in amortised constant time: a queue that forgets whatever a later value beats.</summary>
sealed class Extreme(int length, int sign)
{
    readonly long[] values = new long[length];
    readonly long[] indices = new long[length];
    int head;
    int count;
    long seen;

    public bool IsFull => seen >= length;

    public long Value => values[head];

    public void Add(long value)
    {
        if (count > 0 && indices[head] <= seen - length)
        {
            head = (head + 1) % length;
            count--;
        }

        while (count > 0 && sign * values[(head + count - 1) % length] <= sign * value)
        {
            count--;
        }

        var at = (head + count) % length;
        values[at] = value;
        indices[at] = seen;
        count++;
        seen++;
    }
}
