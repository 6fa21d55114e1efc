namespace Workbench.Data.Importers;

/// <summary>Gate for ticks: a price of nothing is left out, crossed and locked quotes are kept and counted.</summary>
sealed class TickGate(GateLog log) : IGate<TickBatch>
{
    TickBatch batch = null!;

    public GateLog Log => log;

    public bool IsFull => batch.Count == TickBatch.Capacity;

    public int Count => batch.Count;

    public void Begin(TickBatch batch)
    {
        this.batch = batch;
        batch.Count = 0;
    }

    public void Add(long time, long bid, long ask, long bidSize, long askSize, long row)
    {
        if (!log.Wants(time))
        {
            return;
        }

        if (bid <= 0 || ask <= 0)
        {
            log.Reject("no price above 0", row);
            return;
        }

        if (!log.Follows(time, time, row))
        {
            return;
        }

        if (bid >= ask)
        {
            CountTouching(bid, ask, row);
        }

        batch.Add(time, bid, ask, bidSize, askSize);
    }

    void CountTouching(long bid, long ask, long row)
    {
        if (bid > ask)
        {
            log.Crossed(row);
        }
        else
        {
            log.Report.Locked++;
        }
    }
}
