namespace Workbench.Core;

/// <summary>
/// The mid weighted by what rests on the other side, in quote currency: (bid × ask size + ask × bid size) / (bid size + ask size). Many buyers
/// draw it towards the ask. Gatheral and Oomen, "Zero-Intelligence Realized Variance Estimation", Finance and Stochastics, 2010.
/// </summary>
/// <remarks>It is the first step of Stoikov's estimator ("The Micro-Price", 2018), which fits a model to the past besides.</remarks>
public sealed class Microprice() : BookStudy($"Microprice")
{
    private protected override double Next(OrderBook book, in BestPrices best)
    {
        // From the bid on, so that no large number is taken from another.
        var share = (double)best.BidSize / ((double)best.BidSize + best.AskSize);
        return BestPrices.Price(book.Instrument, best.Bid + share * (best.Ask - best.Bid));
    }
}
