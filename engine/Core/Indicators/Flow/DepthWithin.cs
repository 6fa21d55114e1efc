namespace Workbench.Core;

/// <summary>Units that rest within so many ticks of the best price of their side, bids and asks together.</summary>
/// <remarks>A message costs as many steps as levels lie within.</remarks>
public sealed class DepthWithin : BookStudy
{
    readonly int ticks;

    /// <param name="ticks">Ticks from the best price, 0 or more: 0 is the best level alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than none.</exception>
    public DepthWithin(int ticks)
        : base($"Depth({ticks})")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        this.ticks = ticks;
    }

    /// <summary>Units of the bids within; NaN while it is not ready.</summary>
    public double Bids { get; private set; } = double.NaN;

    /// <summary>Units of the asks within; NaN while it is not ready.</summary>
    public double Asks { get; private set; } = double.NaN;

    private protected override double Next(OrderBook book, in BestPrices best)
    {
        var reach = ticks * book.Instrument.ToRaw(book.Instrument.TickSize);
        var (bids, asks) = (Sum(book, Side.Buy, best.Bid, reach), Sum(book, Side.Sell, best.Ask, reach));
        (Bids, Asks) = (BestPrices.Size(book.Instrument, bids), BestPrices.Size(book.Instrument, asks));
        return BestPrices.Size(book.Instrument, bids + asks);
    }

    private protected override void Void() => (Bids, Asks) = (double.NaN, double.NaN);

    static long Sum(OrderBook book, Side side, long best, long reach)
    {
        var sum = 0L;
        for (var i = 0; i < book.Depth(side) && Math.Abs(book.Level(side, i).PriceRaw - best) <= reach; i++)
        {
            sum += book.Level(side, i).SizeRaw;
        }

        return sum;
    }
}
