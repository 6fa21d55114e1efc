namespace Workbench.Model;

/// <summary>
/// Depth of one instrument: what rests at which price, best first, from a snapshot and the changes since. It is invalid until
/// a snapshot came and after a gap: a stale book shows prices at which nobody trades.
/// </summary>
/// <param name="instrument">Whose book.</param>
public sealed class OrderBook(Instrument instrument)
{
    // Worst first, so that what changes most, the best, lies at the end and moves nothing.
    readonly List<BookLevel> bids = [];
    readonly List<BookLevel> asks = [];

    /// <summary>Whose book.</summary>
    public Instrument Instrument => instrument;

    /// <summary>Whether it may be believed: a snapshot came, and nothing was lost since.</summary>
    public bool IsValid { get; private set; }

    /// <summary>Levels on a side.</summary>
    public int Depth(Side side) => Levels(side).Count;

    /// <summary>A level, 0 being the best.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side has no such level.</exception>
    public BookLevel Level(Side side, int index) => Levels(side)[^(index + 1)];

    /// <summary>Price of a level, in quote currency; 0 being the best level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side has no such level.</exception>
    public decimal Price(Side side, int index) => instrument.FromRaw(Level(side, index).PriceRaw);

    /// <summary>Units resting at a level; 0 being the best level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side has no such level.</exception>
    public decimal Size(Side side, int index) => instrument.SizeFromRaw(Level(side, index).SizeRaw);

    /// <summary>Units resting at a price, raw; 0 where nothing does.</summary>
    public long SizeAt(Side side, long priceRaw) => Find(side, priceRaw) is var at and >= 0 ? Levels(side)[at].SizeRaw : 0;

    /// <summary>Takes a row of depth data in.</summary>
    /// <returns>What rested at the row's price before.</returns>
    public long Apply(Side side, long price, long size, DepthFlags flags)
    {
        if ((flags & DepthFlags.Gap) != 0)
        {
            Clear(isValid: false);
            return 0;
        }

        if ((flags & DepthFlags.Snapshot) != 0)
        {
            Clear(isValid: true);
        }

        return IsValid ? Set(side, price, size) : 0;
    }

    void Clear(bool isValid)
    {
        bids.Clear();
        asks.Clear();
        IsValid = isValid;
    }

    long Set(Side side, long price, long size)
    {
        var levels = Levels(side);
        var at = Find(side, price);
        if (at < 0)
        {
            if (size > 0)
            {
                levels.Insert(~at, new BookLevel(price, size));
            }

            return 0;
        }

        var before = levels[at].SizeRaw;
        if (size > 0)
        {
            levels[at] = new BookLevel(price, size);
        }
        else
        {
            levels.RemoveAt(at);
        }

        return before;
    }

    int Find(Side side, long price)
    {
        var levels = Levels(side);
        int low = 0, high = levels.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = side == Side.Buy ? levels[middle].PriceRaw.CompareTo(price) : price.CompareTo(levels[middle].PriceRaw);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    List<BookLevel> Levels(Side side) => side == Side.Buy ? bids : asks;
}
