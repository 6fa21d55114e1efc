namespace Workbench.Data.Importers;

/// <summary>Gate for bars: one whose high is not the highest or whose low is not the lowest is left out, and none overlaps the next.</summary>
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
        if (!prices.MakeSense)
        {
            log.Reject("high is not the highest, low not the lowest, or no price above 0", row);
        }
        else if (log.Follows(openTime, closeTime, row))
        {
            batch.Add(openTime, closeTime, prices.Open, prices.High, prices.Low, prices.Close, volume);
        }
    }
}
