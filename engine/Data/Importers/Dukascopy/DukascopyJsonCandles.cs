namespace Workbench.Data.Importers.Dukascopy;

/// <summary>Candles of one answer.</summary>
sealed class DukascopyJsonCandles(DukascopyJsonFile file) : IEventReader<BarGate>
{
    readonly long length = file.ShiftMs * UtcNanos.Millisecond;
    readonly long[] times = file.Times();
    readonly long[] opens = file.Prices("open", "opens");
    readonly long[] highs = file.Prices("high", "highs");
    readonly long[] lows = file.Prices("low", "lows");
    readonly long[] closes = file.Prices("close", "closes");
    readonly long[] volumes = file.Volumes("volumes");
    int next;

    public bool Read(BarGate into)
    {
        for (; next < times.Length && !into.IsFull; next++)
        {
            var prices = new BarPrices(opens[next], highs[next], lows[next], closes[next]);
            into.Add(times[next], times[next] + length, prices, volumes[next], next + 1);
        }

        return next < times.Length;
    }

    public void Dispose() => file.Dispose();
}
