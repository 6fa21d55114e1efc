namespace Workbench.Research.Validation;

/// <summary>Quotes whose spread is wider by a share of itself, half of it on each side and rounded up to whole ticks.</summary>
sealed class WidenedTicks(ICursor<TickBatch> inner, decimal by) : ICursor<TickBatch>
{
    readonly long tick = Math.Max(1L, inner.Instrument.ToRaw(inner.Instrument.TickSize));

    public Instrument Instrument => inner.Instrument;

    public bool Read(TickBatch into)
    {
        if (!inner.Read(into))
        {
            return false;
        }

        for (var i = 0; i < into.Count; i++)
        {
            var apart = (long)Math.Ceiling(Math.Max(0L, into.Ask[i] - into.Bid[i]) * by / 2m / tick) * tick;
            into.Ask[i] += apart;
            into.Bid[i] -= Math.Min(apart, Math.Max(0L, (into.Bid[i] - tick) / tick * tick));
        }

        return true;
    }

    public void Dispose() => inner.Dispose();
}
