namespace Workbench.Research.Validation;

/// <summary>Prints to which the same things happen as to quotes; a spread is not theirs to widen.</summary>
sealed class AdversarialTrades(ICursor<TradeBatch> inner, IReadOnlyList<AdversarialEvent> events) : ICursor<TradeBatch>
{
    readonly EventLine line = new(inner.Instrument, events);
    AdversarialEvent? holding;
    long held;

    public Instrument Instrument => inner.Instrument;

    public bool Read(TradeBatch into)
    {
        while (inner.Read(into))
        {
            if (line.Touches(into.Time[0], into.Time[into.Count - 1]))
            {
                Change(into);
            }

            if (into.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => inner.Dispose();

    void Change(TradeBatch batch)
    {
        var kept = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            var time = batch.Time[i];
            var now = line.Find(time);
            if (now?.Hides(time) != true)
            {
                var price = now is null ? batch.Price[i] : now.Holds(time) ? Held(now, batch.Price[i]) : batch.Price[i] + line.OnGrid(now.Shift(time), batch.Price[i]);
                (batch.Time[kept], batch.Price[kept], batch.Size[kept], batch.Aggressor[kept]) = (time, price, batch.Size[i], batch.Aggressor[i]);
                kept++;
            }
        }

        batch.Count = kept;
    }

    long Held(AdversarialEvent now, long price)
    {
        held = ReferenceEquals(now, holding) ? held : price;
        holding = now;
        return held;
    }
}
