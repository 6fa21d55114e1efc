namespace Workbench.Core;

/// <summary>What one book holds of one instrument on one leg, as the sum of its fills: first in, first out.</summary>
sealed class Position
{
    readonly Queue<Lot> lots = new();

    /// <summary>Signed units held.</summary>
    public decimal Qty { get; private set; }

    /// <summary>Signed value of what is held at its entry prices, in settlement currency.</summary>
    public decimal Cost { get; private set; }

    /// <summary>Opening fills still held, oldest first.</summary>
    public Queue<Lot> Lots => lots;

    /// <summary>Whether a fill of that side would lengthen the position, or open one.</summary>
    public bool Opens(Side side) => Qty == 0m || Qty > 0m == (side == Side.Buy);

    /// <summary>Adds what a fill has left, in the position's direction.</summary>
    public void Open(in Booking fill)
    {
        lots.Enqueue(new Lot(in fill));
        var isBuy = fill.Side == Side.Buy;
        Qty += isBuy ? fill.Qty : -fill.Qty;
        Cost += isBuy ? fill.Value : -fill.Value;
    }

    /// <summary>Takes up to <paramref name="qty"/> units off the oldest lot.</summary>
    /// <returns>The lot, how many units of it were taken, and what they took with them.</returns>
    public (Lot Lot, decimal Units, Lot.Share Share) CloseOldest(decimal qty)
    {
        var lot = lots.Peek();
        var units = Math.Min(qty, lot.Qty);
        var isLong = Qty > 0m;
        var share = lot.Take(units);
        if (lot.Qty == 0m)
        {
            lots.Dequeue();
        }

        Qty -= isLong ? units : -units;
        Cost -= isLong ? share.Value : -share.Value;
        return (lot, units, share);
    }

    /// <summary>Turns old shares into new ones.</summary>
    public void Split(Split split)
    {
        var qty = 0m;
        foreach (var lot in lots)
        {
            lot.Split(split);
            qty += lot.Qty;
        }

        Qty = Qty < 0m ? -qty : qty;
    }
}
