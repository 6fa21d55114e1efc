namespace Workbench.Platform.Tests.Postgres;

/// <summary>A tape of one batch.</summary>
sealed class OneBatch<TBatch>(Instrument instrument, TBatch batch, Action<TBatch, TBatch> copy) : ICursor<TBatch>
    where TBatch : IBatch
{
    bool isRead;

    public Instrument Instrument => instrument;

    public bool Read(TBatch into)
    {
        into.Count = 0;
        if (!isRead)
        {
            copy(batch, into);
        }

        isRead = true;
        return into.Count > 0;
    }

    public void Dispose() { }
}

/// <summary>How batches are copied.</summary>
static class OneBatch
{
    public static void Copy(TradeBatch from, TradeBatch into)
    {
        for (var i = 0; i < from.Count; i++)
        {
            into.Add(from.Time[i], from.Price[i], from.Size[i], from.Aggressor[i]);
        }
    }

    public static void Copy(DepthBatch from, DepthBatch into)
    {
        for (var i = 0; i < from.Count; i++)
        {
            into.Add(from.Time[i], from.Side[i], from.Price[i], from.Size[i], from.Flags[i]);
        }
    }

    public static void Copy(BarBatch from, BarBatch into)
    {
        for (var i = 0; i < from.Count; i++)
        {
            into.Add(from.OpenTime[i], from.CloseTime[i], from.Open[i], from.High[i], from.Low[i], from.Close[i], from.Volume[i]);
        }
    }
}
