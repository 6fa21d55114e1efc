namespace Workbench.Core;

/// <summary>A tape that many engines read: each goes from batch to batch on its own and writes to none.</summary>
sealed class SharedReel<TBatch>(SharedBatch<TBatch>? first) : IReel<TBatch>
    where TBatch : class, IBatch
{
    SharedBatch<TBatch>? ahead = first;
    SharedBatch<TBatch>? current;

    public TickCells? Cells => current?.Cells;

    public TBatch? Next()
    {
        // What follows is looked up only now: it may have been decoded while this one was read.
        current = current is null ? ahead : current.Next;
        ahead = null;
        return current?.Batch;
    }

    public void Dispose()
    {
    }
}
