namespace Workbench.Data.Conversion;

/// <summary>One tape of bars, looked at bar by bar.</summary>
sealed class BarReader(ICursor<BarBatch> bars) : IDisposable
{
    /// <summary>The columns that hold the bar.</summary>
    public BarBatch Batch { get; } = new();

    /// <summary>Its place in them.</summary>
    public int At { get; private set; } = -1;

    /// <summary>When the bar opens.</summary>
    public long OpenTime => Batch.OpenTime[At];

    /// <summary>Whether there is a bar.</summary>
    public bool HasBar { get; private set; }

    /// <summary>On to the next bar.</summary>
    public void Next()
    {
        At++;
        if (At >= Batch.Count)
        {
            At = 0;
            Batch.Count = bars.Read(Batch) ? Batch.Count : 0;
        }

        HasBar = Batch.Count > 0;
    }

    public void Dispose() => bars.Dispose();
}
