namespace Workbench.Data.Importers;

/// <summary>Gate for bars: one without sense is left out, one whose range leaves out its open or close is widened and counted, and none overlaps the next.</summary>
sealed class BarGate(GateLog log) : IGate<BarBatch>
{
    BarBatch batch = null!;

    public GateLog Log => log;

    public bool IsFull => batch.Count == BarBatch.Capacity;

    public int Count => batch.Count;

    public void Begin(BarBatch batch)
    {
        this.batch = batch;
        batch.Count = 0;
    }

    public void Add(long openTime, long closeTime, in BarPrices prices, long volume, long row)
    {
        if (!log.Wants(openTime))
        {
            return;
        }

        if (!prices.MakeSense)
        {
            log.Reject("high below low, or no price above 0", row);
        }
        else if (log.Follows(openTime, closeTime, row))
        {
            var widened = prices.Widened;
            log.Report.Widened += widened == prices ? 0 : 1;
            batch.Add(openTime, closeTime, widened.Open, widened.High, widened.Low, widened.Close, volume);
        }
    }
}
