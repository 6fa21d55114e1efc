namespace Workbench.Core.Tests.Kit;

/// <summary>A tape out of a list, in batches of any sizes the test likes.</summary>
sealed class ArrayCursor<TBatch, TRow>(Instrument instrument, IReadOnlyList<TRow> rows, Func<int> batchSize, Action<TBatch> clear, Action<TBatch, TRow> add)
    : ICursor<TBatch>
{
    int at;

    public Instrument Instrument => instrument;

    public bool IsDisposed { get; private set; }

    public bool Read(TBatch into)
    {
        clear(into);
        var end = Math.Min(rows.Count, at + batchSize());
        while (at < end)
        {
            add(into, rows[at++]);
        }

        return end > 0 && into is TickBatch { Count: > 0 } or TradeBatch { Count: > 0 } or BarBatch { Count: > 0 } or DepthBatch { Count: > 0 };
    }

    public void Dispose() => IsDisposed = true;
}
