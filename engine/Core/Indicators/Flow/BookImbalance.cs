namespace Workbench.Core;

/// <summary>
/// Imbalance of what rests at the best levels: (bids − asks) / (bids + asks), from −1 (all of it is for sale) to 1 (all of it wants to buy).
/// Gould and Bonart, "Queue Imbalance as a One-Tick-Ahead Price Predictor in a Limit Order Book", Market Microstructure and Liquidity, 2016.
/// </summary>
/// <remarks>A message costs as many steps as levels are looked at.</remarks>
public sealed class BookImbalance : BookStudy
{
    readonly int levels;

    /// <param name="levels">Levels of each side that count, 1 or more; default the best alone. A side that has fewer counts with those it has.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one level.</exception>
    public BookImbalance(int levels = 1)
        : base($"Imbalance({levels})")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        this.levels = levels;
    }

    private protected override double Next(OrderBook book, in BestPrices best)
    {
        var (bids, asks) = (Sum(book, Side.Buy), Sum(book, Side.Sell));
        return (double)(bids - asks) / (bids + asks);
    }

    long Sum(OrderBook book, Side side)
    {
        var sum = 0L;
        for (var i = 0; i < Math.Min(levels, book.Depth(side)); i++)
        {
            sum += book.Level(side, i).SizeRaw;
        }

        return sum;
    }
}
