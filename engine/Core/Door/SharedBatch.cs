namespace Workbench.Core;

/// <summary>A batch that many engines read, and the one that follows it.</summary>
sealed class SharedBatch<TBatch>(TBatch batch)
    where TBatch : class, IBatch
{
    /// <summary>The events. Nobody writes to them while an engine is at work.</summary>
    public TBatch Batch => batch;

    /// <summary>What the stretches of its ticks come to; null for other events.</summary>
    public TickCells? Cells { get; } = batch is TickBatch ? new TickCells() : null;

    /// <summary>The next one; null while none is decoded, and at the tape's end.</summary>
    public SharedBatch<TBatch>? Next { get; set; }
}
