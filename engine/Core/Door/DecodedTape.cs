namespace Workbench.Core;

/// <summary>A shared tape of one kind of events: a chain of batches, and some that wait to be filled anew.</summary>
sealed class DecodedTape<TBatch>(Tape tape, ICursor<TBatch> cursor, Func<TBatch> make) : SharedTape(tape)
    where TBatch : class, IBatch
{
    readonly Stack<SharedBatch<TBatch>> spare = [];
    SharedBatch<TBatch>? first;
    SharedBatch<TBatch>? last;
    int batches;
    bool hasEnded;

    public override long DecodedTo => hasEnded ? long.MaxValue : last is null ? long.MinValue : last.Batch.Times[last.Batch.Count - 1];

    public override long Bytes => batches * BytesOf(last?.Batch);

    public override ReadOnlySpan<long> Newest => last is null ? [] : Known(last.Batch).AsSpan(0, last.Batch.Count);

    public override bool Decode()
    {
        var next = spare.TryPop(out var emptied) ? emptied : Fresh();
        if (hasEnded || !cursor.Read(next.Batch))
        {
            hasEnded = true;
            spare.Push(next);
            return false;
        }

        next.Cells?.Take((TickBatch)(object)next.Batch);
        first ??= next;
        last?.Next = next;
        last = next;
        return true;
    }

    public override void Forget(long before)
    {
        // The newest stays: it tells how far the tape is decoded.
        while (first is { Next: { } next } && Known(first.Batch)[first.Batch.Count - 1] < before)
        {
            first.Next = null;
            spare.Push(first);
            first = next;
        }
    }

    public override Tape Open() => Origin.With(new SharedReel<TBatch>(first));

    /// <summary>When its events are past: those of bars last until they close.</summary>
    static long[] Known(TBatch batch) => batch is BarBatch bars ? bars.CloseTime : batch.Times;

    SharedBatch<TBatch> Fresh()
    {
        batches++;
        return new SharedBatch<TBatch>(make());
    }

    static long BytesOf(TBatch? batch) => batch switch
    {
        null => 0,
        TickBatch => TickBatch.Capacity * 6L * sizeof(long),
        DepthBatch => DepthBatch.Capacity * (3L * sizeof(long) + 2L),
        BarBatch => BarBatch.Capacity * 7L * sizeof(long),
        _ => TradeBatch.Capacity * 4L * sizeof(long),
    };
}
