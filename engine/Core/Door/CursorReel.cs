namespace Workbench.Core;

/// <summary>A tape that one engine reads: a single batch, filled again and again.</summary>
sealed class CursorReel<TBatch>(ICursor<TBatch> cursor, TBatch batch) : IReel<TBatch>
    where TBatch : class, IBatch
{
    /// <summary>None: whoever reads a batch once has no use for a summary of it.</summary>
    public TickCells? Cells => null;

    public TBatch? Next()
    {
        if (cursor.Read(batch))
        {
            return batch;
        }

        batch.Count = 0;
        return null;
    }

    public void Dispose() => cursor.Dispose();
}
