namespace Workbench.Core;

/// <summary>Best bid and ask of a book and what rests there, raw.</summary>
readonly record struct BestPrices(long Bid, long BidSize, long Ask, long AskSize)
{
    /// <summary>Reads them; false where the book may not be believed or has only one side.</summary>
    public static bool TryRead(OrderBook book, out BestPrices best)
    {
        if (!book.IsValid || book.Depth(Side.Buy) == 0 || book.Depth(Side.Sell) == 0)
        {
            best = default;
            return false;
        }

        var (bid, ask) = (book.Level(Side.Buy, 0), book.Level(Side.Sell, 0));
        best = new BestPrices(bid.PriceRaw, bid.SizeRaw, ask.PriceRaw, ask.SizeRaw);
        return true;
    }

    /// <summary>A raw price as a statistic, in quote currency.</summary>
    public static double Price(Instrument instrument, double raw) => raw / Scaled.PowerOfTen(instrument.PriceScale);

    /// <summary>A raw size as a statistic, in units.</summary>
    public static double Size(Instrument instrument, double raw) => raw / Scaled.PowerOfTen(instrument.SizeScale);
}
