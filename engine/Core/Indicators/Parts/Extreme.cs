namespace Workbench.Core;

/// <summary>The extreme of the last n values in amortised constant time: a queue that forgets whatever a later value beats or equals.</summary>
sealed class Extreme<T>
    where T : struct, IComparable<T>
{
    readonly int length;
    readonly int sign;
    readonly T[] values;
    readonly long[] indices;
    int head;
    int count;
    long seen;

    /// <summary>The highest of n values where the sign is 1, the lowest where it is −1.</summary>
    public Extreme(int length, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        this.length = length;
        this.sign = sign;
        values = new T[length];
        indices = new long[length];
    }

    public bool IsFull => seen >= length;

    public T Value => values[head];

    /// <summary>Bars since the extreme; 0 where the newest is it. Of equals the newest counts.</summary>
    public int Age => (int)(seen - 1 - indices[head]);

    public T Add(T value)
    {
        if (count > 0 && indices[head] <= seen - length)
        {
            head = (head + 1) % length;
            count--;
        }

        while (count > 0 && sign * values[(head + count - 1) % length].CompareTo(value) <= 0)
        {
            count--;
        }

        var at = (head + count) % length;
        values[at] = value;
        indices[at] = seen;
        count++;
        seen++;
        return values[head];
    }
}
