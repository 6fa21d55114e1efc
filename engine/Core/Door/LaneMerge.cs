namespace Workbench.Core;

/// <summary>Merges tapes by the place of their heads: a small binary heap, of which only the root ever moves.</summary>
sealed class LaneMerge
{
    readonly Lane[] heap;

    public LaneMerge(IReadOnlyList<Lane> lanes)
    {
        heap = [.. lanes];
        for (var i = heap.Length / 2 - 1; i >= 0; i--)
        {
            Sink(i);
        }
    }

    /// <summary>The tape whose event is next.</summary>
    public Lane First => heap[0];

    /// <summary>Place of the next event on any other tape.</summary>
    public LaneKey Second
    {
        get
        {
            var bound = heap.Length > 1 ? heap[1].Head : LaneKey.End;
            return heap.Length > 2 && heap[2].Head.Precedes(bound) ? heap[2].Head : bound;
        }
    }

    /// <summary>Puts the first tape back into order after it ran.</summary>
    public void Settle() => Sink(0);

    void Sink(int at)
    {
        while (true)
        {
            var child = 2 * at + 1;
            if (child >= heap.Length)
            {
                return;
            }

            if (child + 1 < heap.Length && heap[child + 1].Head.Precedes(heap[child].Head))
            {
                child++;
            }

            if (!heap[child].Head.Precedes(heap[at].Head))
            {
                return;
            }

            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }
}
