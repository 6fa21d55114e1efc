using System.Text.Json.Nodes;
using Workbench.Simulators.Market;
using static Workbench.Simulators.Binance.FuturesWire;

namespace Workbench.Simulators.Binance;

// What anybody may ask.
sealed partial class FuturesDesk
{
    IEnumerable<Endpoint> MarketCalls =>
    [
        Open("ping", 1, Ping),
        Open("time", 1, Time),
        Open("exchangeInfo", 1, ExchangeInfo),
        Open("depth", 10, Depth) with { Weight = DepthWeight },
        Open("trades", 5, RecentTrades),
        Open("premiumIndex", 1, Premium),
        Open("ticker/price", 1, Price),
        Open("ticker/bookTicker", 2, BookTicker),
    ];

    static Endpoint Open(string path, int weight, Func<Params, JsonNode> handle) => Call("GET", "v1/" + path, Security.None, weight, handle);

    static int DepthWeight(Params sent) => sent.Long("limit") switch { null => 10, <= 50 => 2, <= 100 => 5, <= 500 => 10, _ => 20 };

    JsonNode ExchangeInfo(Params sent) => new JsonObject
    {
        ["exchangeFilters"] = new JsonArray(),
        ["rateLimits"] = new JsonArray(
            SpotDesk.Limit("REQUEST_WEIGHT", "MINUTE", 1, Limits.WeightLimit),
            SpotDesk.Limit("ORDERS", "MINUTE", 1, 1_200),
            SpotDesk.Limit("ORDERS", "SECOND", 10, Limits.OrderLimit)),
        ["serverTime"] = NowMs,
        ["timezone"] = "UTC",
        ["futuresType"] = "U_MARGINED",
        ["assets"] = new JsonArray(new JsonObject { ["asset"] = "USDT", ["marginAvailable"] = true, ["autoAssetExchange"] = "-10000" }),
        ["symbols"] = Array(Exchange.Instruments.Select(Symbol)),
    };

    static JsonObject Symbol(SimInstrument instrument) => new()
    {
        ["symbol"] = instrument.Symbol,
        ["pair"] = instrument.Symbol,
        ["contractType"] = "PERPETUAL",
        ["deliveryDate"] = 4_133_404_800_000,
        ["onboardDate"] = 1_569_398_400_000,
        ["status"] = "TRADING",
        ["maintMarginPercent"] = "2.5000",
        ["requiredMarginPercent"] = "5.0000",
        ["baseAsset"] = instrument.Base,
        ["quoteAsset"] = instrument.Quote,
        ["marginAsset"] = instrument.Quote,
        ["pricePrecision"] = FuturesFilters.PriceDecimals(instrument),
        ["quantityPrecision"] = FuturesFilters.QtyDecimals(instrument),
        ["baseAssetPrecision"] = 8,
        ["quotePrecision"] = 8,
        ["underlyingType"] = "COIN",
        ["underlyingSubType"] = new JsonArray(),
        ["settlePlan"] = 0,
        ["triggerProtect"] = "0.0500",
        ["liquidationFee"] = "0.012500",
        ["marketTakeBound"] = "0.05",
        ["filters"] = FuturesFilters.Of(instrument),
        ["orderTypes"] = new JsonArray("LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"),
        ["timeInForce"] = new JsonArray("GTC", "IOC", "FOK", "GTX", "GTD"),
    };

    JsonNode Depth(Params sent)
    {
        var depth = Exchange.Depth(Instrument(sent).Symbol, (int)Math.Clamp(sent.Long("limit") ?? 500, 1, 1000));
        return new JsonObject
        {
            ["lastUpdateId"] = Books.Id(depth), ["E"] = NowMs, ["T"] = NowMs, ["bids"] = Levels(depth.Bids, Number), ["asks"] = Levels(depth.Asks, Number),
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
    }));

    JsonNode Premium(Params sent) => OneOrAll(sent, each => new JsonObject
    {
        ["symbol"] = each.Symbol,
        ["markPrice"] = Number(Exchange.Mid(each.Symbol)),
        ["indexPrice"] = Number(Exchange.Mid(each.Symbol)),
        ["estimatedSettlePrice"] = Number(Exchange.Mid(each.Symbol)),
        ["lastFundingRate"] = "0.00000000",
        ["interestRate"] = "0.00010000",
        ["nextFundingTime"] = NowMs - NowMs % 28_800_000 + 28_800_000,
        ["time"] = NowMs,
    });

    JsonNode Price(Params sent) => OneOrAll(sent, each => new JsonObject
    {
        ["symbol"] = each.Symbol, ["price"] = Number(Exchange.Depth(each.Symbol, 1).Last), ["time"] = NowMs,
    });

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
            ["time"] = NowMs,
            ["lastUpdateId"] = Books.Id(depth),
        };
    });

    JsonNode OneOrAll(Params sent, Func<SimInstrument, JsonObject> tell) =>
        sent.Has("symbol") ? tell(Instrument(sent)) : Array(Exchange.Instruments.Select(tell));
}
