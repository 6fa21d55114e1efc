using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>A batch of ticks as it is read: its columns, and what stretches of them come to, by cells where those are known.</summary>
readonly struct TickPage
{
    readonly TickCells? cells;

    public TickPage(TickBatch batch, TickCells? cells)
    {
        Batch = batch;
        this.cells = cells is { Count: > 0 } ? cells : null;
    }

    /// <summary>The columns.</summary>
    public TickBatch Batch { get; }

    /// <summary>The stretch from a place to the first tick whose time is the limit or later; the tick at the place is known to be earlier.</summary>
    /// <param name="from">The place.</param>
    /// <param name="cell">Its cell.</param>
    /// <param name="limit">The limit, UTC nanoseconds.</param>
    public TickRun Until(int from, int cell, long limit)
    {
        if (cells is null)
        {
            return new TickRun(from, Search(Batch.Time, from, Batch.Count, limit));
        }

        var last = cell;
        while (last < cells.Count && cells[last].End <= limit)
        {
            last++;
        }

        ref readonly var at = ref cells[last];
        return last > cell && at.FirstTime >= limit
            ? new TickRun(from, at.Start, cell, last)
            : Within(Search(Batch.Time, Math.Max(from, at.Start), cells[last + 1].Start, limit), from, cell, last);
    }

    /// <summary>Time of the tick behind a stretch, of which there is one.</summary>
    public long TimeBehind(in TickRun run) => EndsCell(in run) ? cells![run.Last].FirstTime : Batch.Time[run.To];

    /// <summary>The cell of a place, which lies in or behind another.</summary>
    public int CellOf(int place, int cell)
    {
        while (cells is not null && cell < cells.Count && cells[cell + 1].Start <= place)
        {
            cell++;
        }

        return cell;
    }

    /// <summary>Bids of a stretch.</summary>
    public Stretch Bids(in TickRun run) => run.First < 0 ? Stretch.Of(Batch.Bid, run.From, run.To)
        : IsCell(in run) ? cells![run.First].Bids : Joined(in run, Batch.Bid, null, static (in TickCell cell) => cell.Bids);

    /// <summary>Asks of a stretch.</summary>
    public Stretch Asks(in TickRun run) => run.First < 0 ? Stretch.Of(Batch.Ask, run.From, run.To)
        : IsCell(in run) ? cells![run.First].Asks : Joined(in run, Batch.Ask, null, static (in TickCell cell) => cell.Asks);

    /// <summary>Bids plus asks of a stretch: the mids in half points.</summary>
    public Stretch Sums(in TickRun run) => run.First < 0 ? Stretch.OfSum(Batch.Bid, Batch.Ask, run.From, run.To)
        : IsCell(in run) ? cells![run.First].Sums : Joined(in run, Batch.Bid, Batch.Ask, static (in TickCell cell) => cell.Sums);

    /// <summary>Time, bid and ask of the last tick of a stretch.</summary>
    public (long Time, long Bid, long Ask) Last(in TickRun run)
    {
        if (EndsCell(in run))
        {
            ref readonly var cell = ref cells![run.Last - 1];
            return (cell.LastTime, cell.Bids.Last, cell.Asks.Last);
        }

        return (Batch.Time[run.To - 1], Batch.Bid[run.To - 1], Batch.Ask[run.To - 1]);
    }

    /// <summary>Whether a stretch is all of one cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool IsCell(in TickRun run) => run.Last == run.First + 1 && cells![run.First].Start == run.From && cells[run.Last].Start == run.To;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool EndsCell(in TickRun run) => run.First >= 0 && cells![run.Last].Start == run.To;

    TickRun Within(int to, int from, int cell, int last) => new(from, to, cell, to == cells![last + 1].Start ? last + 1 : last);

    /// <summary>The piece of a cell that a stretch begins with, the whole cells within, and the piece that it ends with.</summary>
    Stretch Joined(in TickRun run, long[] left, long[]? right, Column column)
    {
        var first = run.From > cells![run.First].Start ? run.First + 1 : run.First;
        if (first >= run.Last)
        {
            return Piece(left, right, run.From, run.To);
        }

        var (head, tail) = (cells[first].Start, cells[run.Last].Start);
        var joined = run.From < head ? Piece(left, right, run.From, head) : column(in cells[first]);
        for (var cell = first; cell < run.Last; cell++)
        {
            joined = joined.Then(column(in cells[cell]));
        }

        return tail < run.To ? joined.Then(Piece(left, right, tail, run.To)) : joined;
    }

    static Stretch Piece(long[] left, long[]? right, int from, int to) => right is null ? Stretch.Of(left, from, to) : Stretch.OfSum(left, right, from, to);

    /// <summary>Gallops, since most stretches are short.</summary>
    static int Search(long[] time, int from, int count, long limit)
    {
        var step = 1;
        int low = from, high = from + 1;
        while (high < count && time[high] < limit)
        {
            low = high;
            step *= 2;
            high = Math.Min(count, low + step);
        }

        if (high >= count)
        {
            high = count;
        }

        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (time[middle] < limit)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    delegate Stretch Column(in TickCell cell);
}
