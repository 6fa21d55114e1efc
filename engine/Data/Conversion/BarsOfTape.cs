namespace Workbench.Data.Conversion;

/// <summary>Bars by time made of a tape of ticks, prints or shorter bars. A stretch in which nothing came makes no bar: it has no price to tell.</summary>
/// <param name="tape">What they are made of.</param>
/// <param name="batch">Columns that it is read into.</param>
/// <param name="spec">Length and price of the bars.</param>
/// <param name="read">An event of the columns as a piece of a bar.</param>
sealed class BarsOfTape<TBatch>(ICursor<TBatch> tape, TBatch batch, BarSpec spec, Func<TBatch, int, BarPiece> read) : ICursor<BarBatch>
    where TBatch : IBatch
{
    int at;
    bool hasBar;
    bool hasEnded;
    TimeRange range;
    BarPiece bar;

    public Instrument Instrument => tape.Instrument;

    public bool Read(BarBatch into)
    {
        into.Count = 0;
        while (into.Count < BarBatch.Capacity && HasNext())
        {
            Take(read(batch, at++), into);
        }

        if (hasEnded && into.Count < BarBatch.Capacity)
        {
            Close(into);
        }

        return into.Count > 0;
    }

    public void Dispose() => tape.Dispose();

    bool HasNext()
    {
        while (!hasEnded && at >= batch.Count)
        {
            at = 0;
            hasEnded = !tape.Read(batch);
        }

        return !hasEnded;
    }

    void Take(in BarPiece piece, BarBatch into)
    {
        if (hasBar && piece.Time < range.To)
        {
            bar = bar.With(piece);
            return;
        }

        Close(into);
        (bar, hasBar, range) = (piece, true, spec.RangeOf(piece.Time, Instrument.Calendar));
    }

    void Close(BarBatch into)
    {
        if (hasBar)
        {
            into.Add(range.From, range.To, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);
            hasBar = false;
        }
    }
}
