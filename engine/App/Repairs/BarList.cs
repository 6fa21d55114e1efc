using Workbench.Model;

namespace Workbench.App;

/// <summary>Bars of a list as a tape.</summary>
sealed class BarList(Instrument instrument, IReadOnlyList<StoredBar> bars) : ICursor<BarBatch>
{
    int at;

    public Instrument Instrument => instrument;

    /// <summary>All bars of a tape, in memory: bars of a minute or longer are some megabytes a year.</summary>
    public static List<StoredBar> Read(ICursor<BarBatch> tape)
    {
        var bars = new List<StoredBar>();
        var batch = new BarBatch();
        while (tape.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                bars.Add(new StoredBar(batch.OpenTime[i], batch.CloseTime[i], batch.Open[i], batch.High[i], batch.Low[i], batch.Close[i], batch.Volume[i]));
            }
        }

        return bars;
    }

    public bool Read(BarBatch into)
    {
        into.Count = 0;
        for (; at < bars.Count && into.Count < BarBatch.Capacity; at++)
        {
            var bar = bars[at];
            into.Add(bar.OpenTime, bar.CloseTime, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);
        }

        return into.Count > 0;
    }

    public void Dispose() { }
}
