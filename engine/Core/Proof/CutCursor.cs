namespace Workbench.Core;

/// <summary>
/// A tape that ends at a cut. Its last price is told once more at the instant of the original's last event: timers and bars go on
/// by the clock, and without an event the clock would stand still before the cut.
/// </summary>
sealed class CutCursor<TBatch>(ICursor<TBatch> inner, IBatchColumns<TBatch> columns, long cut, FirstChange? first)
    : ChangedCursor<TBatch>(inner, columns, cut, first)
{
    readonly TBatch last = columns.Make();
    bool isOver;

    public override bool Read(TBatch into)
    {
        if (!isOver)
        {
            if (!Inner.Read(into))
            {
                return false;
            }

            var from = FirstUnknown(into);
            if (from == Columns.Count(into))
            {
                Keep(into, from - 1);
                return true;
            }

            End(into, from);
            if (Columns.Count(into) > 0)
            {
                return true;
            }
        }

        return TakeLast(into);
    }

    /// <summary>Ends the batch at the cut and finds out when the tape would have ended.</summary>
    void End(TBatch into, int from)
    {
        isOver = true;
        var isSeen = HasBegun(into, from);
        var was = Row(into, from);
        if (isSeen)
        {
            Columns.Flatten(into, from);
        }

        Note(Columns.Known(into)[from], was, isSeen ? Row(into, from) : []);
        var kept = isSeen ? from + 1 : from;
        if (kept > 0)
        {
            Keep(into, kept - 1);
        }
        else if (Columns.Count(last) == 0)
        {
            Invent(into);
        }

        var (begins, known) = LastOf(into);
        Columns.Shorten(into, kept);
        if (isSeen && Columns.Known(last)[0] == known)
        {
            // The bar that is open at the cut is the tape's last, and stands there already.
            Columns.Shorten(last, 0);
            return;
        }

        Columns.Stand(last, 0, begins, known);
    }

    /// <summary>A tape that begins behind the cut keeps one event, and nothing is to be learned from its price.</summary>
    void Invent(TBatch from)
    {
        Keep(from, 0);
        foreach (var column in Columns.Prices(last))
        {
            column[0] = 1;
        }
    }

    /// <summary>Reads to the tape's end: when its last event begins, and when it is known.</summary>
    (long Begins, long Known) LastOf(TBatch batch)
    {
        var at = Columns.Count(batch) - 1;
        var end = (Columns.Begins(batch)[at], Columns.Known(batch)[at]);
        var rest = Columns.Make();
        while (Inner.Read(rest))
        {
            at = Columns.Count(rest) - 1;
            end = (Columns.Begins(rest)[at], Columns.Known(rest)[at]);
        }

        return end;
    }

    long[] Row(TBatch batch, int at) => [.. Columns.Prices(batch).Select(column => column[at])];

    void Keep(TBatch from, int at)
    {
        Columns.Shorten(last, 0);
        Columns.Append(from, at, last);
    }

    bool TakeLast(TBatch into)
    {
        // At most once: what is taken is gone.
        Columns.Shorten(into, 0);
        if (Columns.Count(last) > 0)
        {
            Columns.Append(last, 0, into);
        }

        Columns.Shorten(last, 0);
        return Columns.Count(into) > 0;
    }
}
