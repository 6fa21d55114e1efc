namespace Workbench.Core;

/// <summary>The batches of a tape, one after the other, for one reader.</summary>
interface IReel<TBatch> : IDisposable
    where TBatch : class, IBatch
{
    /// <summary>Summary of the batch at hand, where it holds ticks that many read; else null.</summary>
    TickCells? Cells { get; }

    /// <summary>The next batch, for reading only; null when the tape has ended.</summary>
    TBatch? Next();
}
