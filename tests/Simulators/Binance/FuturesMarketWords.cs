using System.Text.Json.Nodes;
using Workbench.Simulators.Market;
using static Workbench.Simulators.Binance.FuturesWire;

namespace Workbench.Simulators.Binance;

/// <summary>Market streams of futures, told on two paths since 2026-04-23: books, tickers and trades on public, all else on market. On other paths nothing is told.</summary>
sealed class FuturesMarketWords : IMarketWords
{
    public int MessagesPerSecond => 10;

    public int? DepthPace(string stream) => stream.Split('@') switch
    {
        [_, "depth"] or [_, "depth", "250ms"] => 3,
        [_, "depth", "500ms"] => 5,
        [_, "depth", "100ms"] => 1,
        _ => null,
    };

    public bool IsOn(string path, string stream) => path == (IsPublic(stream) ? "public" : "market");

    public JsonObject Ticker(QuoteChanged quote, long updateId, long now) => new()
    {
        ["e"] = "bookTicker",
        ["u"] = updateId,
        ["E"] = now,
        ["T"] = Ms(quote.Time),
        ["s"] = quote.Symbol,
        ["ps"] = quote.Symbol,
        ["b"] = Number(quote.Bid.Price),
        ["B"] = Number(quote.Bid.Qty),
        ["a"] = Number(quote.Ask.Price),
        ["A"] = Number(quote.Ask.Qty),
        ["st"] = 1,
    };

    public JsonObject Trade(Printed print, long now) => new()
    {
        ["e"] = "trade",
        ["E"] = now,
        ["T"] = Ms(print.Time),
        ["s"] = print.Symbol,
        ["t"] = print.TradeId,
        ["p"] = Number(print.Price),
        ["q"] = Number(print.Qty),
        ["X"] = "MARKET",
        ["m"] = print.BuyerIsMaker,
    };

    public JsonObject AggregateTrade(Printed print, long now) => new()
    {
        ["e"] = "aggTrade",
        ["E"] = now,
        ["a"] = print.TradeId,
        ["s"] = print.Symbol,
        ["p"] = Number(print.Price),
        ["q"] = Number(print.Qty),
        ["f"] = print.TradeId,
        ["l"] = print.TradeId,
        ["T"] = Ms(print.Time),
        ["m"] = print.BuyerIsMaker,
        ["st"] = 1,
    };

    public JsonObject Depth(DepthChange change, long now) => new()
    {
        ["e"] = "depthUpdate",
        ["E"] = now,
        ["T"] = now,
        ["s"] = change.Symbol,
        ["ps"] = change.Symbol,
        ["st"] = 1,
        ["U"] = change.First,
        ["u"] = change.Last,
        ["pu"] = change.Previous,
        ["b"] = Levels(change.Bids),
        ["a"] = Levels(change.Asks),
    };

    /// <summary>Mark prices, each second and each three.</summary>
    public IEnumerable<(string Stream, JsonObject Data)> ByTheClock(BinanceDesk desk, int chore)
    {
        foreach (var instrument in chore % 10 == 0 ? desk.Exchange.Instruments : [])
        {
            var name = instrument.Symbol.ToLowerInvariant();
            yield return ($"{name}@markPrice@1s", Mark(desk, instrument.Symbol));
            if (chore % 30 == 0)
            {
                yield return ($"{name}@markPrice", Mark(desk, instrument.Symbol));
            }
        }
    }

    static JsonObject Mark(BinanceDesk desk, string symbol)
    {
        var mark = Number(desk.Exchange.Mid(symbol));
        return new JsonObject
        {
            ["e"] = "markPriceUpdate",
            ["E"] = desk.NowMs,
            ["s"] = symbol,
            ["p"] = mark,
            ["i"] = mark,
            ["P"] = mark,
            ["r"] = "0.00000000",
            ["T"] = desk.NowMs - desk.NowMs % 28_800_000 + 28_800_000,
        };
    }

    static bool IsPublic(string stream) => stream.Contains("@depth", StringComparison.Ordinal) || stream.Split('@') is [_, "bookTicker" or "trade"];

    static JsonArray Levels(IEnumerable<SimLevel> levels) => [.. levels.Select(level => new JsonArray(Number(level.Price), Number(level.Qty)))];

    static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
