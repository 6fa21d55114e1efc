using Workbench.Brokers.Binance;
using static Workbench.Brokers.Tests.Binance.BinanceDesk;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>Amendments, and how an order that became several at the venue stays one of ours.</summary>
public class BinanceReplaceTests
{
    const string NotThere = """{"code":-2013,"msg":"Order does not exist."}""";

    static readonly OrderKey Key = new(Btc, "s1x7", "");

    [Fact]
    public async Task A_smaller_quantity_at_the_same_price_is_amended_in_place_under_our_own_id()
    {
        var venue = new Answering(line => line.StartsWith("GET", StringComparison.Ordinal)
            ? (200, SpotOrder(28, "s1x7"))
            : (200, $$"""{"transactTime":1700000000001,"executionId":1,"amendedOrder":{{SpotOrder(28, "s1x7", qty: 0.006m)}}}"""));
        var said = await Market(venue).Replace(Key, Limit with { OrderQty = 0.006m }, default);
        var report = Assert.Single(said.Reports);

        Assert.Equal("PUT /api/v3/order/amend/keepPriority?symbol=BTCUSDT&orderId=28&newQty=0.006&newClientOrderId=s1x7", venue.Asked.Last());
        Assert.Equal((ExecType.Replaced, "s1x7", "28", new OrderTerms(0.006m, 50_000m, 0m)), (report.ExecType, report.ClOrdId, report.VenueOrderId, report.Terms));
    }

    [Fact]
    public async Task Another_price_is_cancel_and_new_under_an_alias_that_reads_back()
    {
        var venue = new Answering(line => line.StartsWith("GET", StringComparison.Ordinal)
            ? (200, SpotOrder(28, "s1x7", "PARTIALLY_FILLED", filled: 0.004m))
            : (200, Both(SpotOrder(28, "s1x7_x1", "CANCELED", filled: 0.004m), SpotOrder(29, "s1x7_r1", qty: 0.006m, price: 50_100m))));
        var said = await Market(venue).Replace(Key, Limit with { Price = 50_100m, CumQty = 0.004m }, default);
        var report = Assert.Single(said.Reports);

        Assert.Contains("quantity=0.006&price=50100", venue.Asked.Last(), StringComparison.Ordinal);
        Assert.Contains("cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId=28&newClientOrderId=s1x7_r1&cancelNewClientOrderId=s1x7_x1", venue.Asked.Last(), StringComparison.Ordinal);
        Assert.Equal((ExecType.Replaced, "s1x7", "29", new OrderTerms(0.01m, 50_100m, 0m)), (report.ExecType, report.ClOrdId, report.VenueOrderId, report.Terms));
        Assert.Null(report.CumQty);
    }

    [Fact]
    public async Task What_was_filled_while_it_was_replaced_comes_on_top_and_is_told()
    {
        var venue = new Answering(line => line.StartsWith("GET", StringComparison.Ordinal)
            ? (200, SpotOrder(28, "s1x7", "PARTIALLY_FILLED", filled: 0.004m))
            : (200, Both(SpotOrder(28, "s1x7_x1", "CANCELED", filled: 0.005m), SpotOrder(29, "s1x7_r1", qty: 0.006m, price: 50_100m))));
        var said = await Market(venue).Replace(Key, Limit with { Price = 50_100m }, default);

        Assert.Equal(0.011m, Assert.Single(said.Reports).Terms!.OrderQty);
    }

    [Fact]
    public async Task An_order_without_fills_is_replaced_only_while_it_has_none()
    {
        var venue = new Answering(line => line.StartsWith("GET", StringComparison.Ordinal)
            ? (200, SpotOrder(28, "s1x7"))
            : (400, """{"code":-2022,"msg":"Order cancel-replace failed.","data":{"cancelResult":"FAILURE","newOrderResult":"NOT_ATTEMPTED","cancelResponse":{"code":-2011,"msg":"Order was not canceled due to cancel restrictions."},"newOrderResponse":null}}"""));
        var said = await Market(venue).Replace(Key, Limit with { Price = 50_100m }, default);
        var report = Assert.Single(said.Reports);

        Assert.Contains("cancelRestrictions=ONLY_NEW", venue.Asked.Last(), StringComparison.Ordinal);
        Assert.Equal((ExecType.ReplaceRejected, RejectReason.BadQuantity), (report.ExecType, report.RejectReason));
    }

    [Fact]
    public async Task Where_the_new_half_failed_the_order_is_gone()
    {
        var venue = new Answering(line => line.StartsWith("GET", StringComparison.Ordinal)
            ? (200, SpotOrder(28, "s1x7"))
            : (409, $$$$"""{"code":-2021,"msg":"Order cancel-replace partially failed.","data":{"cancelResult":"SUCCESS","newOrderResult":"FAILURE","cancelResponse":{{{{SpotOrder(28, "s1x7_x1", "CANCELED", more: ",\"origClientOrderId\":\"s1x7\"")}}}},"newOrderResponse":{"code":-2010,"msg":"Account has insufficient balance for requested action."}}}"""));
        var said = await Market(venue).Replace(Key, Limit with { Price = 50_100m }, default);

        Assert.Equal([ExecType.ReplaceRejected, ExecType.Canceled], said.Reports.Select(report => report.ExecType));
        Assert.Equal([RejectReason.InsufficientMargin, RejectReason.None], said.Reports.Select(report => report.RejectReason));
        Assert.All(said.Reports, report => Assert.Equal("s1x7", report.ClOrdId));
    }

    [Theory]
    [InlineData(409, """{"code":-2021,"msg":"half","data":{"cancelResult":"SUCCESS","newOrderResult":"FAILURE","cancelResponse":{},"newOrderResponse":{"code":-1007,"msg":"Timeout"}}}""")]
    [InlineData(409, """{"code":-2021,"msg":"half"}""")]
    [InlineData(200, """{"cancelResult":"SUCCESS","newOrderResult":"SUCCESS"}""")]
    [InlineData(504, "")]
    public async Task A_replacement_half_told_is_unknown(int status, string body)
    {
        var venue = new Answering(line => line.StartsWith("GET", StringComparison.Ordinal) ? (200, SpotOrder(28, "s1x7")) : (status, body));
        var said = await Market(venue).Replace(Key, Limit with { Price = 50_100m }, default);

        Assert.Equal(SendOutcome.Unknown, said.Result.Outcome);
        Assert.Empty(said.Reports);
    }

    [Fact]
    public async Task A_replacement_whose_question_failed_was_never_sent()
    {
        var venue = new Answering(_ => (500, ""));
        var said = await Market(venue).Replace(Key, Limit with { Price = 50_100m }, default);

        Assert.Equal(SendOutcome.NotSent, said.Result.Outcome);
        Assert.All(venue.Asked, line => Assert.StartsWith("GET", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_done_or_filled_beyond_the_wish_is_not_replaced()
    {
        foreach (var (order, reason) in (IEnumerable<(string, RejectReason)>)
        [
            (SpotOrder(28, "s1x7", "FILLED", filled: 0.01m), RejectReason.OrderIsDone),
            (SpotOrder(28, "s1x7", "PARTIALLY_FILLED", filled: 0.008m), RejectReason.BadQuantity),
        ])
        {
            var venue = new Answering(_ => (200, order));
            var report = Assert.Single((await Market(venue).Replace(Key, Limit with { OrderQty = 0.008m }, default)).Reports);

            Assert.Equal((ExecType.ReplaceRejected, reason), (report.ExecType, report.RejectReason));
            Assert.All(venue.Asked, line => Assert.StartsWith("GET", line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_cancellation_under_an_old_id_reaches_the_replacement()
    {
        var venue = new Answering(line => line switch
        {
            _ when line.StartsWith("DELETE", StringComparison.Ordinal) && line.Contains("orderId=29", StringComparison.Ordinal) =>
                (200, SpotOrder(29, "some-cancel", "CANCELED", more: ",\"origClientOrderId\":\"s1x7_r1\"")),
            _ when line.StartsWith("DELETE", StringComparison.Ordinal) => (400, """{"code":-2011,"msg":"Unknown order sent."}"""),
            _ when line.EndsWith("origClientOrderId=s1x7", StringComparison.Ordinal) => (200, SpotOrder(28, "s1x7", "CANCELED")),
            _ when line.EndsWith("origClientOrderId=s1x7_r1", StringComparison.Ordinal) => (200, SpotOrder(29, "s1x7_r1")),
            _ => (400, NotThere),
        });
        foreach (var old in (string[])["", "28"])
        {
            var report = Assert.Single((await Market(venue).Cancel(Key with { VenueOrderId = old }, default)).Reports);

            Assert.Equal((ExecType.Canceled, "s1x7", "29"), (report.ExecType, report.ClOrdId, report.VenueOrderId));
        }
    }

    [Fact]
    public async Task A_query_finds_an_order_through_all_its_replacements_and_sums_its_fills()
    {
        var venue = new Answering(line => line switch
        {
            _ when line.EndsWith("origClientOrderId=s1x7", StringComparison.Ordinal) => (200, SpotOrder(28, "s1x7", "CANCELED", filled: 0.004m)),
            _ when line.EndsWith("origClientOrderId=s1x7_r1", StringComparison.Ordinal) => (200, SpotOrder(29, "s1x7_r1", "CANCELED", qty: 0.006m)),
            _ when line.EndsWith("origClientOrderId=s1x7_r2", StringComparison.Ordinal) => (200, SpotOrder(30, "s1x7_r2", "PARTIALLY_FILLED", qty: 0.006m, filled: 0.001m, price: 50_200m)),
            _ when line.Contains("myTrades?symbol=BTCUSDT&orderId=28", StringComparison.Ordinal) => (200, Trades(28, (501, 0.003m), (502, 0.001m))),
            _ when line.Contains("myTrades?symbol=BTCUSDT&orderId=30", StringComparison.Ordinal) => (200, Trades(30, (503, 0.001m))),
            _ => (400, NotThere),
        });
        var order = (await Market(venue).Query(Key, default))!;

        Assert.Equal(("s1x7", "30", OrdStatus.PartiallyFilled, 0.005m), (order.ClOrdId, order.VenueOrderId, order.Status, order.CumQty));
        Assert.Equal(new OrderTerms(0.01m, 50_200m, 0m), order.Terms);
        Assert.Equal(["BTCUSDT:501", "BTCUSDT:502", "BTCUSDT:503"], order.Fills.Select(fill => fill.TradeId));
    }

    [Fact]
    public async Task A_cancelled_order_that_was_never_replaced_is_cancelled()
    {
        var venue = new Answering(line => line.EndsWith("origClientOrderId=s1x7", StringComparison.Ordinal) ? (200, SpotOrder(28, "s1x7", "CANCELED")) : (400, NotThere));

        Assert.Equal(OrdStatus.Canceled, (await Market(venue).Query(Key, default))!.Status);
    }

    [Fact]
    public async Task An_open_replacement_is_told_with_its_whole_story()
    {
        var venue = new Answering(line => line switch
        {
            _ when line.Contains("openOrders", StringComparison.Ordinal) => (200, $"[{SpotOrder(29, "s1x7_r1", qty: 0.006m)},{SpotOrder(31, "web_9")}]"),
            _ when line.EndsWith("origClientOrderId=s1x7", StringComparison.Ordinal) => (200, SpotOrder(28, "s1x7", "CANCELED", filled: 0.004m)),
            _ when line.EndsWith("origClientOrderId=s1x7_r1", StringComparison.Ordinal) => (200, SpotOrder(29, "s1x7_r1", qty: 0.006m)),
            _ when line.Contains("orderId=28", StringComparison.Ordinal) => (200, Trades(28, (501, 0.004m))),
            _ => (400, NotThere),
        });
        var open = await Market(venue).OpenOrders([Btc], default);

        Assert.Equal([("s1x7", 0.01m, 0.004m), ("web_9", 0.01m, 0m)], open.Select(order => (order.ClOrdId, order.Terms.OrderQty, order.CumQty)));
    }

    [Fact]
    public async Task Nothing_is_told_of_an_order_whose_fills_lag_behind()
    {
        var venue = new Answering(line => line.Contains("myTrades", StringComparison.Ordinal) ? (200, Trades(28, (501, 0.001m))) : (200, SpotOrder(28, "s1x7", "FILLED", filled: 0.01m)));

        Assert.Equal("WB5037", (await Assert.ThrowsAsync<WorkbenchException>(() => Market(venue).Query(Key, default))).Code);
    }

    [Fact]
    public async Task An_order_that_is_not_there_is_null()
    {
        Assert.Null(await Market(new Answering(_ => (400, NotThere))).Query(Key, default));
        Assert.Null(await Market(new Answering(_ => (400, NotThere)), BinanceMarket.UsdFutures).Query(Key, default));
    }

    [Fact]
    public void The_cancelling_half_is_not_the_end_of_the_order_and_the_new_half_is_its_amendment()
    {
        static VenueReport? Event(string what, string clientId, string original) => BinanceSpotMap.Report(new BinanceSpotReportWire
        {
            Symbol = "BTCUSDT", Side = "BUY", Type = "LIMIT", ExecutionType = what, Status = what, OrderId = 5, TransactTime = 1, ClientOrderId = clientId, OrigClientOrderId = original,
        });

        Assert.Null(Event("CANCELED", "s1x7_x1", "s1x7"));
        Assert.Equal((ExecType.Replaced, "s1x7"), (Event("NEW", "s1x7_r1", "")!.ExecType, Event("NEW", "s1x7_r1", "")!.ClOrdId));
        Assert.Equal((ExecType.Canceled, "s1x7"), (Event("REJECTED", "s1x7_r1", "")!.ExecType, Event("REJECTED", "s1x7_r1", "")!.ClOrdId));
        Assert.Equal((ExecType.Canceled, "s1x7"), (Event("CANCELED", "somecancel", "s1x7_r1")!.ExecType, Event("CANCELED", "somecancel", "s1x7_r1")!.ClOrdId));
    }

    [Fact]
    public async Task Futures_amend_with_price_and_quantity_both()
    {
        var venue = new Answering(_ => (200, FuturesOrder(7, "s1x7", qty: 0.02m, price: 50_100m)));
        var report = Assert.Single((await Market(venue, BinanceMarket.UsdFutures).Replace(Key, Limit with { OrderQty = 0.02m, Price = 50_100m }, default)).Reports);

        Assert.Equal("PUT /fapi/v1/order?symbol=BTCUSDT&origClientOrderId=s1x7&side=BUY&quantity=0.02&price=50100", Assert.Single(venue.Asked));
        Assert.Equal((ExecType.Replaced, "7", new OrderTerms(0.02m, 50_100m, 0m)), (report.ExecType, report.VenueOrderId, report.Terms));
    }

    [Fact]
    public async Task A_futures_amendment_that_cancels_the_order_says_so()
    {
        var venue = new Answering(_ => (200, FuturesOrder(7, "s1x7", "CANCELED")));
        var said = await Market(venue, BinanceMarket.UsdFutures).Replace(Key, Limit with { Price = 50_100m }, default);

        Assert.Equal([ExecType.Replaced, ExecType.Canceled], said.Reports.Select(report => report.ExecType));
    }

    [Fact]
    public async Task A_conditional_order_is_cancelled_where_it_lives()
    {
        const string missing = """{"code":-2011,"msg":"Unknown order sent."}""";
        const string algoDone = """{"algoId":99,"clientAlgoId":"s1x7","code":"200","msg":"success"}""";
        var waiting = new Answering(line => line.Contains("algoOrder", StringComparison.Ordinal) ? (200, algoDone) : (400, missing));
        var triggered = new Answering(line => line.Contains("algoOrder", StringComparison.Ordinal) ? (400, missing) : (200, FuturesOrder(7, "s1x7", "CANCELED")));

        foreach (var venueOrderId in (string[])["", "a99"])
        {
            foreach (var venue in (Answering[])[waiting, triggered])
            {
                var report = Assert.Single((await Market(venue, BinanceMarket.UsdFutures).Cancel(Key with { VenueOrderId = venueOrderId }, default)).Reports);
                Assert.Equal((ExecType.Canceled, "s1x7"), (report.ExecType, report.ClOrdId));
            }
        }

        Assert.Equal(2, waiting.Asked.Count(line => line.Contains("algoOrder", StringComparison.Ordinal)));
        Assert.DoesNotContain(triggered.Asked, line => line.Contains("orderId=a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_follows_a_conditional_order_to_the_real_one()
    {
        var venue = new Answering(line => line switch
        {
            _ when line.Contains("algoOrder", StringComparison.Ordinal) => (200, """{"algoId":99,"clientAlgoId":"s1x7","symbol":"BTCUSDT","side":"BUY","orderType":"STOP_MARKET","algoStatus":"FINISHED","actualOrderId":"7","quantity":"0.01"}"""),
            _ when line.Contains("orderId=7", StringComparison.Ordinal) && !line.Contains("userTrades", StringComparison.Ordinal) => (200, FuturesOrder(7, "s1x7", "FILLED", filled: 0.01m)),
            _ when line.Contains("userTrades", StringComparison.Ordinal) => (200, Trades(7, (81, 0.01m))),
            _ => (400, NotThere),
        });
        var order = (await Market(venue, BinanceMarket.UsdFutures).Query(Key, default))!;

        Assert.Equal(("7", OrdStatus.Filled, "BTCUSDT:81"), (order.VenueOrderId, order.Status, Assert.Single(order.Fills).TradeId));
    }

    static string Both(string old, string made) => $$"""{"cancelResult":"SUCCESS","newOrderResult":"SUCCESS","cancelResponse":{{old}},"newOrderResponse":{{made}}}""";

    static string Trades(long orderId, params (long Id, decimal Qty)[] trades) => "[" + string.Join(',', trades.Select(trade => FormattableString.Invariant(
        $$"""{"symbol":"BTCUSDT","id":{{trade.Id}},"orderId":{{orderId}},"price":"50000","qty":"{{trade.Qty}}","commission":"0.1","commissionAsset":"USDT","time":1700000000000,"isMaker":true}"""))) + "]";
}
