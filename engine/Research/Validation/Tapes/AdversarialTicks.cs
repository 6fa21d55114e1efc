namespace Workbench.Research.Validation;

/// <summary>Quotes to which things happen: moved alike on both sides, drawn apart, held or left out. Times, grid and the order of bid and ask stay.</summary>
sealed class AdversarialTicks(ICursor<TickBatch> inner, IReadOnlyList<AdversarialEvent> events) : ICursor<TickBatch>
{
    readonly EventLine line = new(inner.Instrument, events);
    AdversarialEvent? holding;
    (long Bid, long Ask, long BidSize, long AskSize) held;

    public Instrument Instrument => inner.Instrument;

    public bool Read(TickBatch into)
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

    void Change(TickBatch batch)
    {
        var kept = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            var now = line.Find(batch.Time[i]);
            if (now?.Hides(batch.Time[i]) != true)
            {
                Keep(batch, i, kept, now);
                kept++;
            }
        }

        batch.Count = kept;
    }

    void Keep(TickBatch batch, int from, int to, AdversarialEvent? now)
    {
        var time = batch.Time[from];
        var row = (Bid: batch.Bid[from], Ask: batch.Ask[from], BidSize: batch.BidSize[from], AskSize: batch.AskSize[from]);
        row = now is null ? row : now.Holds(time) ? Held(now, row) : Moved(now, time, row);
        (batch.Time[to], batch.Bid[to], batch.Ask[to], batch.BidSize[to], batch.AskSize[to]) = (time, row.Bid, row.Ask, row.BidSize, row.AskSize);
    }

    (long Bid, long Ask, long BidSize, long AskSize) Held(AdversarialEvent now, (long Bid, long Ask, long BidSize, long AskSize) row)
    {
        held = ReferenceEquals(now, holding) ? held : row;
        holding = now;
        return held;
    }

    (long Bid, long Ask, long BidSize, long AskSize) Moved(AdversarialEvent now, long time, (long Bid, long Ask, long BidSize, long AskSize) row)
    {
        var lowest = Math.Min(row.Bid, row.Ask);
        var shift = line.OnGrid(now.Shift(time), lowest);
        var apart = line.OnGrid(now.Widen(time), long.MaxValue);
        var below = -line.OnGrid(-apart, lowest);
        return row with { Bid = row.Bid + shift - below, Ask = row.Ask + shift + apart };
    }
}
