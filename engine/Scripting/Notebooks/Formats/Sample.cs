using System.Collections;
using System.Diagnostics;

namespace Workbench.Scripting.Notebooks;

/// <summary>The beginning and the end of a sequence, which may be endless, slow, or break half-way.</summary>
/// <param name="First">Its first elements.</param>
/// <param name="Last">Its last ones, without those of <paramref name="First"/>; empty where the end was not reached.</param>
/// <param name="Count">How many there are.</param>
/// <param name="IsCounted">Whether that is all, or only as far as it was read.</param>
/// <param name="Error">What ended the reading; null where nothing did.</param>
sealed record Sample(IReadOnlyList<object?> First, IReadOnlyList<object?> Last, long Count, bool IsCounted, Thrown? Error)
{
    /// <summary>Most elements that are read of a sequence that does not say how long it is.</summary>
    public const int MostRead = 100_000;

    static readonly TimeSpan LongestRead = TimeSpan.FromMilliseconds(300);

    /// <summary>Reads a sequence.</summary>
    /// <param name="values">The sequence.</param>
    /// <param name="first">Most elements of its beginning.</param>
    /// <param name="last">Most elements of its end.</param>
    public static Sample Of(IEnumerable values, int first, int last)
    {
        var read = Thrown.Or(() => values is IList list ? Indexed(list, first, last) : Enumerated(values, first, last));
        return read as Sample ?? new Sample([], [], 0, true, read as Thrown);
    }

    /// <summary>How many elements lie between the two parts.</summary>
    public long Between => Count - First.Count - Last.Count;

    static Sample Indexed(IList list, int first, int last)
    {
        var count = list.Count;
        var head = Math.Min(first, count);
        var tail = Math.Min(last, count - head);

        // One row is not worth a gap.
        head += count - head - tail == 1 ? 1 : 0;
        return new Sample(Part(list, 0, head), Part(list, count - tail, tail), count, true, null);
    }

    static List<object?> Part(IList list, int from, int length) => [.. Enumerable.Range(from, length).Select(index => Thrown.Or(() => list[index]))];

    static Sample Enumerated(IEnumerable values, int first, int last)
    {
        var head = new List<object?>();
        var tail = new Queue<object?>();
        var count = 0L;
        var isWhole = false;
        Thrown? error = null;
        try
        {
            isWhole = Read(values, last == 0 ? first + 1 : MostRead, value =>
            {
                count++;
                Keep(value, head, first, tail, last + 1);
            });
        }
        catch (Exception thrown)
        {
            error = new Thrown(thrown);
        }

        var known = isWhole || error is not null ? count : CountOf(values);
        return Cut(head, tail, last, known ?? count, known is not null, known is null || known > count, error);
    }

    static bool Read(IEnumerable values, int most, Action<object?> take)
    {
        var clock = Stopwatch.StartNew();
        var enumerator = values.GetEnumerator();
        try
        {
            for (var count = 0; enumerator.MoveNext(); count++)
            {
                if (count == most || clock.Elapsed > LongestRead)
                {
                    return false;
                }

                take(enumerator.Current);
            }

            return true;
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    static void Keep(object? value, List<object?> head, int first, Queue<object?> tail, int last)
    {
        if (head.Count < first)
        {
            head.Add(value);
            return;
        }

        tail.Enqueue(value);
        if (tail.Count > last)
        {
            tail.Dequeue();
        }
    }

    static Sample Cut(List<object?> head, Queue<object?> tail, int last, long count, bool isCounted, bool isOpen, Thrown? error)
    {
        if (isOpen)
        {
            return new Sample(head, [], count, isCounted, error);
        }

        if (count == head.Count + tail.Count && tail.Count > last)
        {
            head.Add(tail.Dequeue());
        }

        return new Sample(head, [.. tail.Skip(tail.Count - last)], count, isCounted, error);
    }

    static long? CountOf(IEnumerable values) => values switch
    {
        ICollection collection => collection.Count,
        _ => values.GetType().GetInterfaces().FirstOrDefault(IsCounting)?.GetProperty("Count")?.GetValue(values) is int count ? count : null,
    };

    static bool IsCounting(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var kind
        && (kind == typeof(IReadOnlyCollection<>) || kind == typeof(ICollection<>));
}
