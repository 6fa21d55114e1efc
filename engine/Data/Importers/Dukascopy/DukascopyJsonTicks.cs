namespace Workbench.Data.Importers.Dukascopy;

/// <summary>Ticks of one answer.</summary>
sealed class DukascopyJsonTicks(DukascopyJsonFile file) : IEventReader<TickGate>
{
    readonly long[] times = file.Times();
    readonly long[] bids = file.Prices("bid", "bids");
    readonly long[] asks = file.Prices("ask", "asks");
    readonly long[] bidSizes = file.Sizes("bidVolumes");
    readonly long[] askSizes = file.Sizes("askVolumes");
    int next;

    public bool Read(TickGate into)
    {
        for (; next < times.Length && !into.IsFull; next++)
        {
            into.Add(times[next], bids[next], asks[next], bidSizes[next], askSizes[next], next + 1);
        }

        return next < times.Length;
    }

    public void Dispose() => file.Dispose();
}
