using Workbench.Model;

namespace Workbench.Brokers.Tiingo;

/// <summary>One of Tiingo's three markets with a stream of its own.</summary>
/// <param name="Path">Path of its stream.</param>
/// <param name="Threshold">Which updates are asked for: all of the best bid and ask. By its documents 5 for currencies, 2 for coins, and 0 for the shares of IEX, where
/// that takes an agreement with the exchange since February 2025; who has none is refused, and told so.</param>
/// <param name="Columns">Where in an update what stands.</param>
sealed record TiingoMarket(string Path, int Threshold, TiingoColumns Columns)
{
    static readonly TiingoMarket Currencies = new("fx", 5, new TiingoColumns(Ticker: 1, Time: 2, BidSize: 3, Bid: 4, Ask: 7, AskSize: 6));
    static readonly TiingoMarket Coins = new("crypto", 2, new TiingoColumns(Ticker: 1, Time: 2, BidSize: 4, Bid: 5, Ask: 8, AskSize: 7));
    static readonly TiingoMarket Shares = new("iex", 0, new TiingoColumns(Ticker: 3, Time: 1, BidSize: 4, Bid: 5, Ask: 7, AskSize: 8));

    /// <summary>The market of an instrument.</summary>
    /// <exception cref="WorkbenchException">It has none for its class.</exception>
    public static TiingoMarket Of(Instrument instrument) => instrument.AssetClass switch
    {
        AssetClass.Forex => Currencies,
        AssetClass.Crypto => Coins,
        AssetClass.Equity => Shares,
        _ => throw TiingoErrors.NoSuchInstrument(instrument.Symbol),
    };
}
