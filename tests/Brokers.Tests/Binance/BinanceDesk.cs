using Workbench.Brokers.Binance;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>What the tests of the adapter have in common: keys that open nothing, instruments, orders.</summary>
static class BinanceDesk
{
    public const string Secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    public const string Key = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

    public static VenueKeys Keys { get; } = new() { Venue = "binance", Name = "test", Key = Key, Secret = Secret };

    public static Instrument Btc { get; } = new()
    {
        Symbol = "BTCUSDT", BaseCurrency = "BTC", QuoteCurrency = "USDT", AssetClass = AssetClass.Crypto, PriceScale = 2, SizeScale = 8, LotStep = 0.00001m,
    };

    public static OrderRequest Limit { get; } = new()
    {
        ClOrdId = "s1x7", Instrument = Btc, Side = Side.Buy, Type = OrderType.Limit, OrderQty = 0.01m, Price = 50_000m,
    };

    /// <summary>A broker whose venue is a table.</summary>
    public static BinanceBroker Broker(HttpMessageHandler handler, BinanceMarket market = BinanceMarket.Spot) =>
        new(new HttpClient(handler), Keys, market, BinanceHosts.At(market, new Uri("http://127.0.0.1:9")));

    /// <summary>One of its markets alone.</summary>
    public static IBinanceMarket Market(HttpMessageHandler handler, BinanceMarket market = BinanceMarket.Spot, VenueKeys? keys = null)
    {
        var rest = Rest(handler, keys);
        return market == BinanceMarket.Spot
            ? new BinanceSpotMarket(rest, null, new BinanceSpotStream(rest, new Uri("ws://127.0.0.1:9"), TimeProvider.System), "test")
            : new BinanceFuturesMarket(rest, null, new BinanceFuturesStream(rest, new Uri("ws://127.0.0.1:9"), TimeProvider.System), "test");
    }

    public static BinanceRest Rest(HttpMessageHandler handler, VenueKeys? keys = null) =>
        new(new HttpClient(handler), new Uri("http://127.0.0.1:9"), "/api/v3/time", (keys ?? Keys).Key, BinanceSigner.Of(keys ?? Keys), TimeProvider.System);

    /// <summary>An order of spot as its answers spell it.</summary>
    public static string SpotOrder(long id, string clientId, string status = "NEW", decimal qty = 0.01m, decimal filled = 0m, decimal price = 50_000m, string more = "") =>
        FormattableString.Invariant($$"""
            {"symbol":"BTCUSDT","orderId":{{id}},"orderListId":-1,"clientOrderId":"{{clientId}}","transactTime":1700000000000,"price":"{{price}}","origQty":"{{qty}}",
             "executedQty":"{{filled}}","cummulativeQuoteQty":"0","status":"{{status}}","timeInForce":"GTC","type":"LIMIT","side":"BUY","stopPrice":"0.0"{{more}}}
            """);

    /// <summary>An order of the futures as their answers spell it.</summary>
    public static string FuturesOrder(long id, string clientId, string status = "NEW", decimal qty = 0.01m, decimal filled = 0m, decimal price = 50_000m, string tif = "GTC") =>
        FormattableString.Invariant($$"""
            {"symbol":"BTCUSDT","orderId":{{id}},"clientOrderId":"{{clientId}}","price":"{{price}}","avgPrice":"0.0","origQty":"{{qty}}","executedQty":"{{filled}}",
             "cumQty":"{{filled}}","cumQuote":"0","status":"{{status}}","timeInForce":"{{tif}}","type":"LIMIT","side":"BUY","positionSide":"BOTH","stopPrice":"0","updateTime":1700000000000}
            """);
}
