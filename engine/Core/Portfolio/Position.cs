namespace Workbench.Core;

/// <summary>What we hold of one instrument, as the sum of its fills: first in, first out. It multiplies and adds and never divides, so it is exact.</summary>
sealed class Position
{
    readonly Queue<Lot> lots = new();

    /// <summary>Signed units held.</summary>
    public decimal Qty
    {
        get;
        private set
        {
            field = value;
            Direction = Math.Sign(value);
        }
    }

    /// <summary>+1 long, −1 short, 0 flat: the sign of <see cref="Qty"/>, at hand without looking at a decimal.</summary>
    public int Direction { get; private set; }

    /// <summary>Signed units times entry price, summed over what is held, in quote currency per contract.</summary>
    public decimal Cost { get; private set; }

    /// <summary>Opening fills still held, oldest first.</summary>
    public IReadOnlyCollection<Lot> Lots => lots;

    /// <summary>Whether a fill of that side would lengthen the position, or open one.</summary>
    public bool Opens(Side side) => Qty == 0m || Qty > 0m == (side == Side.Buy);

    /// <summary>Adds a lot in the position's direction.</summary>
    public void Open(Side side, Lot lot)
    {
        lots.Enqueue(lot);
        var signed = side == Side.Buy ? lot.Qty : -lot.Qty;
        Qty += signed;
        Cost += signed * lot.Price;
    }

    /// <summary>Takes up to <paramref name="qty"/> units off the oldest lot.</summary>
    /// <returns>The lot and how many units of it were taken.</returns>
    public (Lot Lot, decimal Units, CostTotals EntryCosts) CloseOldest(decimal qty)
    {
        var lot = lots.Peek();
        var units = Math.Min(qty, lot.Qty);
        var signed = Qty > 0m ? units : -units;
        var costs = lot.Take(units);
        if (lot.Qty == 0m)
        {
            lots.Dequeue();
        }

        Qty -= signed;
        Cost -= signed * lot.Price;
        return (lot, units, costs);
    }
}
