namespace Workbench.Core;

/// <summary>A tape that is as it was up to a cut. What is known only at the cut or later is changed, and the first such event is noted.</summary>
abstract class ChangedCursor<TBatch>(ICursor<TBatch> inner, IBatchColumns<TBatch> columns, long cut, FirstChange? first) : ICursor<TBatch>
{
    bool isNoted = first is null;

    public Instrument Instrument => inner.Instrument;

    protected ICursor<TBatch> Inner => inner;

    protected IBatchColumns<TBatch> Columns => columns;

    public abstract bool Read(TBatch into);

    public void Dispose() => inner.Dispose();

    /// <summary>First row of the batch that is not wholly known before the cut.</summary>
    protected int FirstUnknown(TBatch batch)
    {
        var known = columns.Known(batch);
        var (low, high) = (0, columns.Count(batch));
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = known[middle] < cut ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether a row that is not wholly known was seen in part: a bar that is open at the cut.</summary>
    protected bool HasBegun(TBatch batch, int at) => columns.Begins(batch)[at] < cut;

    /// <summary>Remembers rows before they are changed; null where nobody asks any more.</summary>
    protected long[][]? Remember(TBatch batch, int from) =>
        isNoted ? null : [.. columns.Prices(batch).Select(column => column[from..columns.Count(batch)])];

    /// <summary>Notes the first row that is no longer what it was.</summary>
    protected void Note(TBatch batch, int from, long[][]? was)
    {
        var prices = columns.Prices(batch);
        for (var i = 0; was is not null && i < was[0].Length; i++)
        {
            var now = prices.Select(column => column[from + i]).ToArray();
            if (was.Where((column, at) => column[i] != now[at]).Any())
            {
                Note(columns.Known(batch)[from + i], [.. was.Select(column => column[i])], now);
                return;
            }
        }
    }

    /// <summary>Notes a row as changed, or as cut off where nothing is left of it.</summary>
    protected void Note(long time, long[] was, long[] now)
    {
        if (!isNoted)
        {
            isNoted = true;
            first!.Note(new ChangedEvent(Instrument, time, [.. was.Select(Instrument.FromRaw)], [.. now.Select(Instrument.FromRaw)]));
        }
    }
}
