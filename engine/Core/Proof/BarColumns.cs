namespace Workbench.Core;

/// <summary>Stored bars: their open is seen when they begin, all the rest is known at their close and not earlier.</summary>
sealed class BarColumns : IBatchColumns<BarBatch>
{
    public static BarColumns Instance { get; } = new();

    public BarBatch Make() => new();

    public int Count(BarBatch batch) => batch.Count;

    public void Shorten(BarBatch batch, int count) => batch.Count = count;

    public long[] Begins(BarBatch batch) => batch.OpenTime;

    public long[] Known(BarBatch batch) => batch.CloseTime;

    public long[][] Prices(BarBatch batch) => [batch.Open, batch.High, batch.Low, batch.Close];

    public long[][] Sizes(BarBatch batch) => [batch.Volume];

    public void Append(BarBatch from, int at, BarBatch to) => to.Add(
        from.OpenTime[at], from.CloseTime[at], from.Open[at], from.High[at], from.Low[at], from.Close[at], from.Volume[at]);

    public void Flatten(BarBatch batch, int at)
    {
        batch.High[at] = batch.Low[at] = batch.Close[at] = batch.Open[at];
        batch.Volume[at] = 0;
    }

    public void Stand(BarBatch batch, int at, long begins, long known)
    {
        (batch.OpenTime[at], batch.CloseTime[at]) = (begins, known);
        batch.Open[at] = batch.Close[at];
        Flatten(batch, at);
    }

    public void Mend(BarBatch batch, int at)
    {
        batch.High[at] = Math.Max(batch.High[at], Math.Max(batch.Open[at], batch.Close[at]));
        batch.Low[at] = Math.Min(batch.Low[at], Math.Min(batch.Open[at], batch.Close[at]));
    }
}
