namespace Workbench.Model;

/// <summary>A book written out as the rows of one message, poured into batches as they have room.</summary>
sealed class BookSnapshot
{
    readonly List<(Side Side, BookLevel Level)> rows = [];
    int poured;
    long time;

    /// <summary>Whether rows are left to pour.</summary>
    public bool IsPending => poured < rows.Count;

    /// <summary>Takes a book as it stands, bids before asks. An empty book is one too.</summary>
    /// <remarks>The worst levels come first: whoever builds a book of ten thousand levels from it adds each at the end.</remarks>
    public void Take(OrderBook book, long at)
    {
        rows.Clear();
        (poured, time) = (0, at);
        Add(book, Side.Buy);
        Add(book, Side.Sell);
        if (rows.Count == 0)
        {
            rows.Add((Side.Buy, default));
        }
    }

    /// <summary>Adds as many rows as the batch has room for.</summary>
    public void Pour(DepthBatch into)
    {
        for (; IsPending && into.Count < DepthBatch.Capacity; poured++)
        {
            var (side, level) = rows[poured];
            var flags = (poured == 0 ? DepthFlags.Snapshot : DepthFlags.None) | (poured == rows.Count - 1 ? DepthFlags.End : DepthFlags.None);
            into.Add(time, side, level.PriceRaw, level.SizeRaw, flags);
        }
    }

    void Add(OrderBook book, Side side)
    {
        for (var i = book.Depth(side) - 1; i >= 0; i--)
        {
            rows.Add((side, book.Level(side, i)));
        }
    }
}
