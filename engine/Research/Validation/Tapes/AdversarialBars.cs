namespace Workbench.Research.Validation;

/// <summary>
/// Stored bars to which things happen. What moves within a bar shows at its ends by where it stands then, and in its wicks by the farthest it
/// went; a spread that is blown out shows as wicks, since bars have none.
/// </summary>
sealed class AdversarialBars(ICursor<BarBatch> inner, IReadOnlyList<AdversarialEvent> events) : ICursor<BarBatch>
{
    const int Samples = 32;

    readonly EventLine line = new(inner.Instrument, events);
    long lastClose;

    public Instrument Instrument => inner.Instrument;

    public bool Read(BarBatch into)
    {
        while (inner.Read(into))
        {
            if (line.Touches(into.OpenTime[0], into.CloseTime[into.Count - 1]))
            {
                Change(into);
            }

            if (into.Count > 0)
            {
                lastClose = into.Close[into.Count - 1];
                return true;
            }
        }

        return false;
    }

    public void Dispose() => inner.Dispose();

    void Change(BarBatch batch)
    {
        var kept = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            var now = line.Touches(batch.OpenTime[i], batch.CloseTime[i]) ? line.Next : null;
            if (now?.Hides(batch.OpenTime[i]) != true)
            {
                Keep(batch, i, kept, now);
                lastClose = batch.Close[kept];
                kept++;
            }
        }

        batch.Count = kept;
    }

    void Keep(BarBatch batch, int from, int to, AdversarialEvent? now)
    {
        var (open, high, low, close) = (batch.Open[from], batch.High[from], batch.Low[from], batch.Close[from]);
        (batch.OpenTime[to], batch.CloseTime[to], batch.Volume[to]) = (batch.OpenTime[from], batch.CloseTime[from], batch.Volume[from]);
        (batch.Open[to], batch.High[to], batch.Low[to], batch.Close[to]) =
            now is null ? (open, high, low, close)
            : now.Holds(batch.OpenTime[from]) ? Still(lastClose > 0 ? lastClose : open)
            : Moved(now, batch.OpenTime[from], batch.CloseTime[from], open, high, low, close);
    }

    static (long Open, long High, long Low, long Close) Still(long price) => (price, price, price, price);

    (long Open, long High, long Low, long Close) Moved(AdversarialEvent now, long from, long to, long open, long high, long low, long close)
    {
        var (least, most, apart) = (double.MaxValue, double.MinValue, 0d);
        for (var i = 0; i <= Samples; i++)
        {
            var time = from + (to - from) / Samples * i;
            var shift = now.Shift(time);
            (least, most, apart) = (Math.Min(least, shift), Math.Max(most, shift), Math.Max(apart, now.Widen(time)));
        }

        var (first, last) = (open + line.OnGrid(now.Shift(from), open), close + line.OnGrid(now.Shift(to), close));
        var above = high + line.OnGrid(most + apart, low);
        var below = low + line.OnGrid(least - apart, low);
        return (first, Math.Max(above, Math.Max(first, last)), Math.Min(below, Math.Min(first, last)), last);
    }
}
