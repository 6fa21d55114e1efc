namespace Workbench.Data.Routing;

/// <summary>A tape that ends with an exception between two batches once somebody asked for the end.</summary>
sealed class StoppedCursor<TBatch>(ICursor<TBatch> inner, CancellationToken cancel) : ICursor<TBatch>
{
    public Instrument Instrument => inner.Instrument;

    public bool Read(TBatch into)
    {
        cancel.ThrowIfCancellationRequested();
        return inner.Read(into);
    }

    public void Dispose() => inner.Dispose();
}
