using System.Text;
using System.Text.Json;
using Workbench.Brokers.Binance;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>The recorded and documented messages, one by one.</summary>
public class BinanceMapTests
{
    [SharedDataTheory]
    [InlineData("new", ExecType.New, "x-TD67BGP9-T0000000000000", 0)]
    [InlineData("canceled", ExecType.Canceled, "x-TD67BGP9-T0000000000000", 0)]
    [InlineData("stop_loss", ExecType.New, "x-TD67BGP9-T0000000000001", 0)]
    [InlineData("trade", ExecType.Trade, "x-TD67BGP9-T0000000000000", 1)]
    public void Reports_of_spot(string name, ExecType type, string clOrdId, int filled)
    {
        var report = BinanceSpotMap.Report(Read<BinanceSpotReportWire>($"nautilus/spot/user_data_json/execution_report_{name}.json"))!;

        Assert.Equal((type, clOrdId, "ETHUSDT", (decimal)filled), (report.ExecType, report.ClOrdId, report.Symbol, report.LastQty));
        Assert.Equal(filled, report.CumQty);
    }

    [SharedDataFact]
    public void A_fill_of_spot_has_its_fee_in_the_coin_it_is_taken_in()
    {
        var fill = BinanceSpotMap.Report(Read<BinanceSpotReportWire>("nautilus/spot/user_data_json/execution_report_trade.json"))!;

        Assert.Equal(("ETHUSDT:98765432", 2500m, 0.001m, "ETH", true), (fill.TradeId, fill.LastPx, fill.Commission, fill.CommissionCurrency, fill.AddedLiquidity));
        Assert.Equal(1709654401000 * UtcNanos.Millisecond, fill.TransactTime);
    }

    [SharedDataTheory]
    [InlineData("new", ExecType.New, 0.0)]
    [InlineData("trade", ExecType.Trade, 0.001)]
    [InlineData("trade_partial", ExecType.Trade, 0.001)]
    [InlineData("calculated", ExecType.Trade, 0.014)]
    [InlineData("calculated_pending", ExecType.New, 0.0)]
    [InlineData("insurance", ExecType.Trade, 0.02)]
    [InlineData("settlement", ExecType.Trade, 0.01)]
    [InlineData("delivery", ExecType.Trade, 1.0)]
    public void Reports_of_futures(string name, ExecType type, double qty)
    {
        var report = BinanceFuturesMap.Report(Read<BinanceFuturesReportWire>($"nautilus/futures/user_data_json/order_update_{name}.json"))!;

        Assert.Equal((type, (decimal)qty), (report.ExecType, report.LastQty));
        Assert.NotEqual(0, report.TransactTime);
    }

    [SharedDataFact]
    public void A_cancelled_conditional_order_says_why()
    {
        var report = BinanceFuturesMap.Report(Read<BinanceAlgoReportWire>("nautilus/futures/user_data_json/algo_update_canceled.json"))!;

        Assert.Equal((ExecType.Canceled, "Q5xaq5EGKgXXa0fD7fs0Ip", "a2148719", "Reduce Only reject"), (report.ExecType, report.ClOrdId, report.VenueOrderId, report.Text));
    }

    [SharedDataFact]
    public void The_documented_answers_read_whole()
    {
        var placed = BinanceSpotMap.Placed(Read<BinanceSpotOrderWire>("jkorf/Endpoints/Spot/Trading/PlaceOrder.txt"), ExecType.New, null);
        var cancelled = BinanceSpotMap.Cancelled(Read<BinanceSpotOrderWire>("jkorf/Endpoints/Spot/Trading/CancelOrder.txt"));
        var amended = Read<BinanceSpotAmendWire>("jkorf/Endpoints/Spot/Trading/AmendOrder.txt").AmendedOrder;
        var fill = BinanceMap.Fill(Read<BinanceTradeWire[]>("jkorf/Endpoints/Spot/Trading/GetUserTrades.txt")[0]);
        var conditional = Read<BinanceAlgoOrderWire>("jkorf/Endpoints/UsdFutures/Trading/PlaceConditionalOrder.txt");

        Assert.Equal([ExecType.New, .. Enumerable.Repeat(ExecType.Trade, 5)], placed.Select(report => report.ExecType));
        Assert.Equal([1m, 6m, 8m, 9m, 10m], placed.Skip(1).Select(report => report.CumQty!.Value));
        Assert.Equal("BTCUSDT:60", placed[^1].TradeId);
        Assert.Equal((ExecType.Canceled, "myOrder1", "4"), (cancelled.ExecType, cancelled.ClOrdId, cancelled.VenueOrderId));
        Assert.Equal((12569099453, 0.00847m, "4d96324ff9d44481926157"), (amended.OrderId, amended.OrigQty, amended.ClientOrderId));
        Assert.Equal(("BNBBTC:28457", 12m, 4.000001m, 10.1m, "BNB", false), (fill.TradeId, fill.Qty, fill.Px, fill.Commission, fill.CommissionCurrency, fill.AddedLiquidity));
        Assert.Equal((ExecType.New, "6B2I9XVcJpCjqPAJ4YoFX7", "a2146760"), (BinanceFuturesMap.Placed(conditional).ExecType, conditional.ClientAlgoId, BinanceFuturesMap.Placed(conditional).VenueOrderId));
        Assert.Equal(OrderType.LimitIfTouched, BinanceFuturesMap.Order(conditional).Type);
    }

    [SharedDataFact]
    public void Open_orders_of_all_kinds_read()
    {
        var spot = BinanceSpotMap.Order([Read<BinanceSpotOrderWire[]>("nautilus/spot/http_json/open_orders_response.json")[0]], []);
        var algo = BinanceFuturesMap.Order(Read<BinanceAlgoOrderWire[]>("nautilus/futures/http_json/open_algo_orders.json")[0]);
        var futures = BinanceFuturesMap.Order(Read<BinanceFuturesOrderWire[]>("jkorf/Endpoints/UsdFutures/Trading/GetOpenOrders.txt")[0], []);

        Assert.Equal(("myOrder1", "1", OrdStatus.New, new OrderTerms(1m, 0.1m, 0m)), (spot.ClOrdId, spot.VenueOrderId, spot.Status, spot.Terms));
        Assert.Equal(("a123456789", OrderType.Stop, new OrderTerms(0.001m, 0m, 45_000m)), (algo.VenueOrderId, algo.Type, algo.Terms));
        Assert.Equal((OrderType.TrailingStop, new OrderTerms(0.4m, 0m, 9_300m)), (futures.Type, futures.Terms));
    }

    [SharedDataFact]
    public void The_rules_of_a_symbol_are_its_filters()
    {
        var rules = Read<BinanceExchangeWire>("jkorf/Endpoints/UsdFutures/ExchangeData/GetExchangeInfo.txt");
        var instrument = BinanceMap.Instrument(rules.Symbols[0], "binance-futures", rules.Symbols[0].PricePrecision, rules.Symbols[0].QuantityPrecision);
        var rates = BinanceRates.Told(rules, [new RateRule("orders-10s", 300, TimeSpan.FromSeconds(10))]);

        Assert.Equal(("BLZUSDT", "BLZ", "USDT", 4, 0), (instrument.Symbol, instrument.BaseCurrency, instrument.QuoteCurrency, instrument.PriceScale, instrument.SizeScale));
        Assert.Equal((0.0001m, 1m, 1m, 10_000_000m), (instrument.TickSize, instrument.LotStep, instrument.MinQty, instrument.MaxQty));
        Assert.Equal(["orders-10s", "weight", "orders-1m"], rates.Select(rate => rate.Bucket));
        Assert.Equal(["X-MBX-USED-WEIGHT-1M", "X-MBX-ORDER-COUNT-1M"], rates.Skip(1).Select(rate => rate.UsedHeader));
    }

    [Fact]
    public void A_filter_of_zero_is_switched_off()
    {
        var symbol = new BinanceSymbolWire
        {
            Symbol = "ETHBTC", BaseAsset = "ETH", QuoteAsset = "BTC", Filters = [new() { FilterType = "PRICE_FILTER" }, new() { FilterType = "LOT_SIZE", StepSize = 0.0001m }],
        };
        var instrument = BinanceMap.Instrument(symbol, "binance", symbol.QuoteAssetPrecision, symbol.BaseAssetPrecision);

        Assert.Equal((8, 8, 0.00000001m, 0.0001m, 0.0001m, 0m), (instrument.PriceScale, instrument.SizeScale, instrument.TickSize, instrument.LotStep, instrument.MinQty, instrument.MaxQty));
    }

    [Theory]
    [InlineData("s1x7", "s1x7", 0)]
    [InlineData("s1x7_r1", "s1x7", 1)]
    [InlineData("0123456789abcdef0123456789abcdef_r99", "0123456789abcdef0123456789abcdef", 99)]
    [InlineData("x-TD67BGP9-T0_r1", "x-TD67BGP9-T0_r1", 0)]
    [InlineData("web_r1x", "web_r1x", 0)]
    [InlineData("", "", 0)]
    public void An_alias_reads_back_and_an_id_of_others_stays(string alias, string clOrdId, int revision)
    {
        Assert.Equal((clOrdId, revision), BinanceAlias.Read(alias));
        Assert.True(revision == 0 || BinanceAlias.Of(clOrdId, revision) == alias);
        Assert.True(alias.Length <= 36);
    }

    [Fact]
    public void The_same_code_means_another_thing_in_the_other_market()
    {
        Assert.Equal(RejectReason.BadPrice, BinanceFuturesRefusals.Reason(-2021));
        Assert.Equal(RejectReason.NothingToReduce, BinanceFuturesRefusals.Reason(-2022));
        Assert.Equal(-2021, BinanceSpotRefusals.HalfReplaced);
        Assert.Equal(RejectReason.OrderIsDone, BinanceSpotRefusals.Reason(-2026, ""));
        Assert.Equal(RejectReason.VenueRule, BinanceFuturesRefusals.Reason(-2026));
    }

    [Theory]
    [InlineData(OrderType.Market, "type=MARKET&quantity=0.01&newOrderRespType")]
    [InlineData(OrderType.Limit, "type=LIMIT&quantity=0.01&price=50000&timeInForce=GTC&newOrderRespType")]
    [InlineData(OrderType.Stop, "type=STOP_LOSS&quantity=0.01&stopPrice=49000&newOrderRespType")]
    [InlineData(OrderType.StopLimit, "type=STOP_LOSS_LIMIT&quantity=0.01&price=50000&timeInForce=GTC&stopPrice=49000&newOrderRespType")]
    [InlineData(OrderType.MarketIfTouched, "type=TAKE_PROFIT&quantity=0.01&stopPrice=49000&newOrderRespType")]
    [InlineData(OrderType.LimitIfTouched, "type=TAKE_PROFIT_LIMIT&quantity=0.01&price=50000&timeInForce=GTC&stopPrice=49000&newOrderRespType")]
    [InlineData(OrderType.TrailingStop, "type=STOP_LOSS&quantity=0.01&trailingDelta=150&newOrderRespType")]
    public void Orders_in_the_words_of_spot(OrderType type, string words) =>
        Assert.Contains(words, BinanceSpotMap.Place(Order(type), 0.01m).Encoded, StringComparison.Ordinal);

    [Theory]
    [InlineData(OrderType.Stop, "type=STOP_MARKET&quantity=0.01&triggerPrice=49000&reduceOnly=true&clientAlgoId=s1x7")]
    [InlineData(OrderType.StopLimit, "type=STOP&quantity=0.01&price=50000&timeInForce=GTC&triggerPrice=49000&reduceOnly=true&clientAlgoId=s1x7")]
    [InlineData(OrderType.MarketIfTouched, "type=TAKE_PROFIT_MARKET&quantity=0.01&triggerPrice=49000&reduceOnly=true&clientAlgoId=s1x7")]
    [InlineData(OrderType.LimitIfTouched, "type=TAKE_PROFIT&quantity=0.01&price=50000&timeInForce=GTC&triggerPrice=49000&reduceOnly=true&clientAlgoId=s1x7")]
    [InlineData(OrderType.TrailingStop, "type=TRAILING_STOP_MARKET&quantity=0.01&callbackRate=1.5&reduceOnly=true&clientAlgoId=s1x7")]
    public void Conditional_orders_in_the_words_of_the_futures(OrderType type, string words) =>
        Assert.EndsWith(words, BinanceFuturesMap.PlaceConditional(Order(type) with { ReduceOnly = true }).Encoded, StringComparison.Ordinal);

    [Fact]
    public void Flags_in_the_words_of_both()
    {
        var postOnly = BinanceDesk.Limit with { PostOnly = true };
        var dated = BinanceDesk.Limit with { TimeInForce = TimeInForce.Gtd, ExpireNanos = 1_800_000_000_000 * UtcNanos.Millisecond };

        Assert.Contains("type=LIMIT_MAKER&quantity=0.01&price=50000&newOrder", BinanceSpotMap.Place(postOnly, 0.01m).Encoded, StringComparison.Ordinal);
        Assert.Contains("icebergQty=0.005", BinanceSpotMap.Place(BinanceDesk.Limit with { DisplayQty = 0.005m }, 0.01m).Encoded, StringComparison.Ordinal);
        Assert.Contains("timeInForce=GTX", BinanceFuturesMap.Place(postOnly).Encoded, StringComparison.Ordinal);
        Assert.Contains("timeInForce=GTD&goodTillDate=1800000000000", BinanceFuturesMap.Place(dated).Encoded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_market_has_no_words_for_is_refused_here_and_never_sent()
    {
        OrderRequest[] spot =
        [
            BinanceDesk.Limit with { ReduceOnly = true }, BinanceDesk.Limit with { TimeInForce = TimeInForce.Gtd }, Order(OrderType.TrailingStop) with { Trail = Trail.Ticks(5) },
            Order(OrderType.Market) with { PostOnly = true }, Order(OrderType.MarketOnClose),
        ];
        OrderRequest[] futures = [BinanceDesk.Limit with { DisplayQty = 0.001m }, BinanceDesk.Limit with { TimeInForce = TimeInForce.Day }, Order(OrderType.MarketOnOpen)];
        var venue = new Answering(_ => (200, "{}"));
        foreach (var (market, order) in spot.Select(order => (BinanceMarket.Spot, order)).Concat(futures.Select(order => (BinanceMarket.UsdFutures, order))))
        {
            var said = await BinanceDesk.Market(venue, market).Submit(order, default);

            Assert.Equal((ExecType.Rejected, RejectReason.NotOffered), (Assert.Single(said.Reports).ExecType, said.Reports[0].RejectReason));
        }

        Assert.Empty(venue.Requests);
    }

    static OrderRequest Order(OrderType type) => BinanceDesk.Limit with { Type = type, StopPx = type is OrderType.Market or OrderType.Limit or OrderType.TrailingStop ? 0m : 49_000m, Trail = Trail.Percent(1.5m) };

    // The text files begin with method, path and whether it is signed.
    static T Read<T>(string file)
    {
        var text = File.ReadAllText(SharedData.Path("brokers/binance/" + file));
        var json = Encoding.UTF8.GetBytes(text[text.AsSpan().IndexOfAny('{', '[')..]);
        return BinanceWire.Read<T>(json);
    }
}
