namespace Workbench.Core;

/// <summary>Halfway between best bid and best ask of the book, in quote currency.</summary>
public sealed class BookMid() : BookStudy($"Mid")
{
    private protected override double Next(OrderBook book, in BestPrices best) => BestPrices.Price(book.Instrument, best.Bid + best.Ask) / 2d;
}
