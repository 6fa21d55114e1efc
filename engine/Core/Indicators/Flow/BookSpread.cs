namespace Workbench.Core;

/// <summary>Best ask less best bid of the book, in quote currency; below 0 where the book is crossed.</summary>
public sealed class BookSpread() : BookStudy($"Spread")
{
    private protected override double Next(OrderBook book, in BestPrices best) => BestPrices.Price(book.Instrument, best.Ask - best.Bid);
}
