using System.Text.Json.Nodes;
using Workbench.Simulators.Market;
using static Workbench.Simulators.Binance.SpotWire;

namespace Workbench.Simulators.Binance;

/// <summary>Market streams of spot (web-socket-streams.md).</summary>
sealed class SpotMarketWords : IMarketWords
{
    public int MessagesPerSecond => 5;

    public int? DepthPace(string stream) => stream.Split('@') switch
    {
        [_, "depth"] or [_, "depth", "1000ms"] => 10,
        [_, "depth", "100ms"] => 1,
        _ => null,
    };

    public bool IsOn(string path, string stream) => true;

    public JsonObject Ticker(QuoteChanged quote, long updateId, long now) => new()
    {
        ["u"] = updateId,
        ["s"] = quote.Symbol,
        ["b"] = Number(quote.Bid.Price),
        ["B"] = Number(quote.Bid.Qty),
        ["a"] = Number(quote.Ask.Price),
        ["A"] = Number(quote.Ask.Qty),
    };

    public JsonObject Trade(Printed print, long now) => new()
    {
        ["e"] = "trade",
        ["E"] = now,
        ["s"] = print.Symbol,
        ["t"] = print.TradeId,
        ["p"] = Number(print.Price),
        ["q"] = Number(print.Qty),
        ["T"] = print.Time.ToUnixTimeMilliseconds(),
        ["m"] = print.BuyerIsMaker,
        ["M"] = true,
    };

    public JsonObject AggregateTrade(Printed print, long now) => new()
    {
        ["e"] = "aggTrade",
        ["E"] = now,
        ["s"] = print.Symbol,
        ["a"] = print.TradeId,
        ["p"] = Number(print.Price),
        ["q"] = Number(print.Qty),
        ["f"] = print.TradeId,
        ["l"] = print.TradeId,
        ["T"] = print.Time.ToUnixTimeMilliseconds(),
        ["m"] = print.BuyerIsMaker,
        ["M"] = true,
    };

    public JsonObject Depth(DepthChange change, long now) => new()
    {
        ["e"] = "depthUpdate",
        ["E"] = now,
        ["s"] = change.Symbol,
        ["U"] = change.First,
        ["u"] = change.Last,
        ["b"] = Levels(change.Bids),
        ["a"] = Levels(change.Asks),
    };

    public IEnumerable<(string Stream, JsonObject Data)> ByTheClock(BinanceDesk desk, int chore) => [];

    static JsonArray Levels(IEnumerable<SimLevel> levels) => [.. levels.Select(level => new JsonArray(Number(level.Price), Number(level.Qty)))];
}
