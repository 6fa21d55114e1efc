using System.Text.Json.Nodes;
using Workbench.Simulators.Market;
using static Workbench.Simulators.Binance.SpotWire;

namespace Workbench.Simulators.Binance;

// What anybody may ask.
sealed partial class SpotDesk
{
    static readonly string[] OrderTypes = ["LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"];

    readonly SimPrints prints = new();

    JsonNode ExchangeInfo(Params sent) => new JsonObject
    {
        ["timezone"] = "UTC",
        ["serverTime"] = NowMs,
        ["rateLimits"] = new JsonArray(
            Limit("REQUEST_WEIGHT", "MINUTE", 1, Limits.WeightLimit),
            Limit("ORDERS", "SECOND", 10, Limits.OrderLimit),
            Limit("ORDERS", "DAY", 1, 200_000),
            Limit("RAW_REQUESTS", "MINUTE", 5, 300_000)),
        ["exchangeFilters"] = new JsonArray(),
        ["symbols"] = Array(Instruments(sent).Select(Symbol)),
    };

    public static JsonObject Limit(string type, string interval, int number, int limit) =>
        new() { ["rateLimitType"] = type, ["interval"] = interval, ["intervalNum"] = number, ["limit"] = limit };

    static JsonObject Symbol(SimInstrument instrument) => new()
    {
        ["symbol"] = instrument.Symbol,
        ["status"] = "TRADING",
        ["baseAsset"] = instrument.Base,
        ["baseAssetPrecision"] = 8,
        ["quoteAsset"] = instrument.Quote,
        ["quotePrecision"] = 8,
        ["quoteAssetPrecision"] = 8,
        ["baseCommissionPrecision"] = 8,
        ["quoteCommissionPrecision"] = 8,
        ["orderTypes"] = new JsonArray([.. OrderTypes]),
        ["icebergAllowed"] = true,
        ["ocoAllowed"] = true,
        ["otoAllowed"] = true,
        ["quoteOrderQtyMarketAllowed"] = true,
        ["allowTrailingStop"] = true,
        ["cancelReplaceAllowed"] = true,
        ["amendAllowed"] = true,
        ["pegInstructionsAllowed"] = false,
        ["isSpotTradingAllowed"] = true,
        ["isMarginTradingAllowed"] = false,
        ["filters"] = SpotFilters.Of(instrument),
        ["permissions"] = new JsonArray(),
        ["permissionSets"] = new JsonArray(new JsonArray("SPOT")),
        ["defaultSelfTradePreventionMode"] = "EXPIRE_MAKER",
        ["allowedSelfTradePreventionModes"] = new JsonArray("EXPIRE_MAKER"),
    };

    static int DepthWeight(Params sent) => sent.Long("limit") switch { null or <= 100 => 5, <= 500 => 25, <= 1000 => 50, _ => 250 };

    JsonNode Depth(Params sent)
    {
        var depth = Exchange.Depth(Instrument(sent).Symbol, (int)Math.Clamp(sent.Long("limit") ?? 100, 1, 5000));
        return new JsonObject
        {
            ["lastUpdateId"] = Books.Id(depth),
            ["bids"] = Levels(depth.Bids, Number),
            ["asks"] = Levels(depth.Asks, Number),
        };
    }

    JsonNode RecentTrades(Params sent) => Array(prints.Of(Instrument(sent).Symbol, (int)Math.Clamp(sent.Long("limit") ?? 500, 1, 1000)).Select(print => new JsonObject
    {
        ["id"] = print.TradeId,
        ["price"] = Number(print.Price),
        ["qty"] = Number(print.Qty),
        ["quoteQty"] = Number(print.Price * print.Qty),
        ["time"] = Ms(print.Time),
        ["isBuyerMaker"] = print.BuyerIsMaker,
        ["isBestMatch"] = true,
    }));

    JsonNode AveragePrice(Params sent) => new JsonObject
    {
        ["mins"] = 5,
        ["price"] = Number(Exchange.Depth(Instrument(sent).Symbol).Last),
        ["closeTime"] = NowMs,
    };

    JsonNode Price(Params sent) => OneOrAll(sent, each => new JsonObject { ["symbol"] = each.Symbol, ["price"] = Number(Exchange.Depth(each.Symbol).Last) });

    JsonNode BookTicker(Params sent) => OneOrAll(sent, each =>
    {
        var depth = Exchange.Depth(each.Symbol, 1);
        var (bid, ask) = (depth.Bids.FirstOrDefault(), depth.Asks.FirstOrDefault());
        return new JsonObject
        {
            ["symbol"] = each.Symbol,
            ["bidPrice"] = Number(bid.Price),
            ["bidQty"] = Number(bid.Qty),
            ["askPrice"] = Number(ask.Price),
            ["askQty"] = Number(ask.Qty),
        };
    });

    JsonNode OneOrAll(Params sent, Func<SimInstrument, JsonObject> tell) =>
        sent.Has("symbol") ? tell(Instrument(sent)) : Array(Instruments(sent).Select(tell));
}
