namespace Workbench.Core;

/// <summary>
/// What the account holds of one market, over all its books. In a netting account each book has one position and the account
/// the sum of them; in a hedging account each book has a long and a short leg, and both stay open beside each other.
/// </summary>
sealed class Holding
{
    readonly Position[] legs;
    readonly bool isHedging;
    readonly bool isInverse;
    decimal longQty;
    decimal longCost;
    decimal shortQty;
    decimal shortCost;

    public Holding(Instrument instrument, int books, bool isHedging)
    {
        this.isHedging = isHedging;
        isInverse = instrument.IsInverse;
        legs = [.. Enumerable.Range(0, isHedging ? 2 * books : books).Select(_ => new Position())];
        Instrument = instrument;
    }

    public Instrument Instrument { get; }

    /// <summary>Whether each book has two legs.</summary>
    public bool IsHedging => isHedging;

    /// <summary>How many books there are.</summary>
    public int Books => isHedging ? legs.Length / 2 : legs.Length;

    /// <summary>Signed units held in all: long less short.</summary>
    public decimal Qty { get; private set; }

    /// <summary>+1 long, −1 short, 0 flat or even: the sign of <see cref="Qty"/>, at hand without looking at a decimal.</summary>
    public int Direction { get; private set; }

    /// <summary>Signed value at entry prices, in settlement currency.</summary>
    public decimal Cost { get; private set; }

    /// <summary>Whether some book has a position, even where they add up to nothing.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a long and a short leg stand beside each other, each with a mark of its own.</summary>
    public bool IsHedged => isHedging && longQty != 0m && shortQty != 0m;

    /// <summary>Whether equity is a straight line over the mark.</summary>
    public bool IsLine => Direction != 0 && !isInverse && !IsHedged;

    /// <summary>All legs: of book b the one at b, in a hedging account the long one at 2b and the short one behind it.</summary>
    public ReadOnlySpan<Position> Legs => legs;

    /// <summary>Which book a leg belongs to.</summary>
    public int BookOf(int leg) => isHedging ? leg / 2 : leg;

    /// <summary>Signed units that a book holds.</summary>
    public decimal QtyOf(int book) => isHedging ? legs[2 * book].Qty + legs[2 * book + 1].Qty : legs[book].Qty;

    /// <summary>Units that a book holds long and short, each 0 or more.</summary>
    public (decimal Long, decimal Short) SidesOf(int book) => isHedging
        ? (legs[2 * book].Qty, -legs[2 * book + 1].Qty)
        : (Math.Max(0m, legs[book].Qty), Math.Max(0m, -legs[book].Qty));

    /// <summary>The leg of a book that an order of that side would make smaller.</summary>
    public Position Against(int book, Side side) => isHedging ? legs[2 * book + (side == Side.Buy ? 1 : 0)] : legs[book];

    /// <summary>The leg of a book that an order of that side opens or makes longer.</summary>
    public Position Along(int book, Side side) => isHedging ? legs[2 * book + (side == Side.Buy ? 0 : 1)] : legs[book];

    /// <summary>Finds sums and direction anew, after a leg has changed.</summary>
    public void Refresh()
    {
        if (legs.Length == 1)
        {
            (Qty, Cost, Direction) = (legs[0].Qty, legs[0].Cost, Math.Sign(legs[0].Qty));
            IsOpen = Direction != 0;
            return;
        }

        (longQty, longCost, shortQty, shortCost, IsOpen) = (0m, 0m, 0m, 0m, false);
        foreach (var leg in legs)
        {
            if (leg.Qty > 0m)
            {
                longQty += leg.Qty;
                longCost += leg.Cost;
            }
            else if (leg.Qty < 0m)
            {
                shortQty += leg.Qty;
                shortCost += leg.Cost;
            }

            IsOpen |= leg.Qty != 0m;
        }

        Qty = longQty + shortQty;
        Cost = longCost + shortCost;
        Direction = Math.Sign(Qty);
    }

    /// <summary>Profit of closing both legs of a hedge at these prices, in settlement currency: it pays the spread for both.</summary>
    public decimal Unrealised(decimal bid, decimal ask)
    {
        var profit = Instrument.ValueOf(longQty, bid) + Instrument.ValueOf(shortQty, ask) - Cost;
        return isInverse ? -profit : profit;
    }

    /// <summary>The same where no two legs stand beside each other.</summary>
    public decimal Unrealised(decimal mark)
    {
        var profit = Value(mark) - Cost;
        return isInverse ? -profit : profit;
    }

    /// <summary>Signed value of what is held at a price; with no price there is nothing to value.</summary>
    public decimal Value(decimal price) => Direction == 0 ? 0m : Instrument.ValueOf(Qty, price);

    /// <summary>Sums of absolute and of signed values: legs that stand beside each other do not cancel.</summary>
    public (decimal Gross, decimal Net) Exposure(decimal bid, decimal ask)
    {
        if (!IsHedged)
        {
            var value = Value(Direction < 0 ? ask : bid);
            return (Math.Abs(value), value);
        }

        decimal bought = Instrument.ValueOf(longQty, bid), sold = Instrument.ValueOf(shortQty, ask);
        return (bought - sold, bought + sold);
    }
}
