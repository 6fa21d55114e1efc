namespace Workbench.Data.Importers;

/// <summary>Gate for prints: one without price or of negative size is left out.</summary>
sealed class TradeGate(GateLog log) : IGate<TradeBatch>
{
    TradeBatch batch = null!;

    public GateLog Log => log;

    public bool IsFull => batch.Count == TradeBatch.Capacity;

    public int Count => batch.Count;

    public void Begin(TradeBatch batch)
    {
        this.batch = batch;
        batch.Count = 0;
    }

    public void Add(long time, long price, long size, Side aggressor, long row)
    {
        if (!log.Wants(time))
        {
            return;
        }

        if (price <= 0 || size < 0)
        {
            log.Reject("no price above 0, or a negative size", row);
        }
        else if (log.Follows(time, time, row))
        {
            batch.Add(time, price, size, aggressor);
        }
    }
}
