namespace Workbench.Core;

/// <summary>
/// What is left of one opening fill: its units, what they were bought for, and what they cost since. The price is for people;
/// money is counted by <see cref="Value"/>, which a split leaves alone.
/// </summary>
sealed class Lot(in Booking fill)
{
    /// <summary>Value of one unit where units × that is exact; 0 where a share of the value has to be divided off.</summary>
    decimal unitValue = fill.UnitValue;
    CostTotals costs = fill.Costs;
    decimal dividends;

    /// <summary>When it was opened.</summary>
    public long Time { get; } = fill.Time;

    /// <summary>Tag of the order that opened it.</summary>
    public string Tag { get; } = fill.Tag;

    /// <summary>Price it was opened at, in terms of the shares of today.</summary>
    public decimal Price { get; private set; } = fill.Price;

    /// <summary>Units left.</summary>
    public decimal Qty { get; private set; } = fill.Qty;

    /// <summary>What they were bought or sold for, positive, in settlement currency.</summary>
    public decimal Value { get; private set; } = fill.Value;

    /// <summary>Takes units off, with their share of everything. The last units take what is left, so that nothing is lost to rounding.</summary>
    public Share Take(decimal units)
    {
        var share = units == Qty ? new Share(Value, costs, dividends) : Part(units);
        if (units != Qty)
        {
            costs -= share.Costs;
            dividends -= share.Dividends;
        }

        Qty -= units;
        Value -= share.Value;
        return share;
    }

    /// <summary>Notes what holding it cost or brought.</summary>
    public void Carry(in CostTotals more, decimal received)
    {
        costs += more;
        dividends += received;
    }

    /// <summary>Turns old shares into new ones: more units at a lower price, for the same money.</summary>
    public void Split(Split split)
    {
        Qty = Money.Booked(Qty * split.New / split.Old);
        Price = Money.Booked(Price * split.Old / split.New);
        unitValue = 0m;
    }

    Share Part(decimal units) => new(
        unitValue != 0m ? units * unitValue : Money.Booked(Value * units / Qty),
        costs.Share(units, Qty),
        dividends == 0m ? 0m : Money.Booked(dividends * units / Qty));

    /// <summary>What some units take with them.</summary>
    public readonly record struct Share(decimal Value, CostTotals Costs, decimal Dividends);
}
