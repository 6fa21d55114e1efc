using System.Net;
using Workbench.Brokers.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>Where an order stands, put together from what the venue knows of it.</summary>
public sealed class OandaQueryTests
{
    readonly ScriptedVenue venue = new();

    [Fact]
    public async Task A_working_order_is_found_by_our_id()
    {
        venue.Answers["GET orders/@ours1"] = Order("\"state\":\"PENDING\"");
        var order = await Query();

        Assert.Equal(("ours1", "101", "EURUSD", OrdStatus.New, 0m), (order!.ClOrdId, order.VenueOrderId, order.Symbol, order.Status, order.CumQty));
        Assert.Equal(new OrderTerms(100m, 1.2m, 0m), order.Terms);
    }

    [Fact]
    public async Task An_order_just_made_that_the_venue_does_not_find_yet_is_looked_for_again()
    {
        venue.Answers["GET orders/@ours1"] = () =>
        {
            venue.Answers["GET orders/@ours1"] = Order("\"state\":\"PENDING\"");
            return Missing();
        };

        Assert.Equal(OrdStatus.New, (await Query())!.Status);
    }

    [Fact]
    public async Task An_order_is_unknown_only_after_two_reads_and_a_look_into_the_ledger()
    {
        Ledger("");

        Assert.Null(await Query());
        Assert.Equal(["GET summary", "GET orders/@ours1", "GET orders/@ours1", "GET summary", "GET transactions/idrange?from=1&to=100"], venue.Asked.Select(each => each.Line));
    }

    [Fact]
    public async Task A_404_that_is_not_the_venues_own_proves_nothing()
    {
        venue.Answers["GET orders/@ours1"] = () => ScriptedVenue.Json("<html>not found</html>", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<WorkbenchException>(Query);
    }

    [Fact]
    public async Task An_order_that_only_the_ledger_remembers_is_found_there()
    {
        Ledger("""{"type":"MARKET_ORDER","id":"98","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"100","clientExtensions":{"id":"ours1"}},""" + Fill(99, "98", 100));
        venue.Answers["GET orders/98"] = Order("\"state\":\"FILLED\",\"fillingTransactionID\":\"99\"", id: "98");
        venue.Answers["GET transactions/idrange?from=98&to=99"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Fill(99, "98", 100)}}],"lastTransactionID":"100"}""");
        var order = await Query();

        Assert.Equal((OrdStatus.Filled, 100m), (order!.Status, order.CumQty));
        Assert.Equal("99", Assert.Single(order.Fills).TradeId);
    }

    [Fact]
    public async Task A_refusal_that_only_the_ledger_remembers_is_a_refusal()
    {
        Ledger("""{"type":"LIMIT_ORDER_REJECT","id":"98","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"-100","price":"1.2","rejectReason":"PRICE_INVALID","clientExtensions":{"id":"ours1"}}""");
        var order = await Query();

        Assert.Equal((OrdStatus.Rejected, RejectReason.BadPrice, "PRICE_INVALID", Side.Sell), (order!.Status, order.RejectReason, order.Text, order.Side));
    }

    [Fact]
    public async Task A_refused_repetition_is_no_refusal()
    {
        Ledger("""{"type":"LIMIT_ORDER_REJECT","id":"98","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"-100","rejectReason":"CLIENT_ORDER_ID_ALREADY_EXISTS","clientExtensions":{"id":"ours1"}}""");

        Assert.Null(await Query());
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_proves_nothing()
    {
        Ledger("""{"type":"LIMIT_ORDER","id":"98","units":"many"}""");

        Assert.Equal("WB5005", (await Assert.ThrowsAsync<WorkbenchException>(Query)).Code);
    }

    [Fact]
    public async Task A_filled_order_brings_all_its_fills_and_no_one_elses()
    {
        venue.Answers["GET orders/@ours1"] = Order("\"state\":\"FILLED\",\"fillingTransactionID\":\"105\"");
        venue.Answers["GET transactions/idrange?from=101&to=105"] = () =>
            ScriptedVenue.Json($$"""{"transactions":[{{Fill(102, "101", 30)}},{{Fill(103, "77", 5)}},{{Fill(105, "101", 70)}}],"lastTransactionID":"105"}""");
        var order = await Query();

        Assert.Equal((OrdStatus.Filled, 100m), (order!.Status, order.CumQty));
        Assert.Equal([("102", 30m), ("105", 70m)], order.Fills.Select(each => (each.TradeId, each.Qty)));
        Assert.All(order.Fills, each => Assert.Equal("EUR", each.CommissionCurrency));
    }

    [Fact]
    public async Task An_order_of_which_a_part_could_be_filled_at_once_ended_cancelled_with_that_part()
    {
        venue.Answers["GET orders/@ours1"] = Order("\"state\":\"FILLED\",\"fillingTransactionID\":\"102\"");
        venue.Answers["GET transactions/idrange?from=101&to=102"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Fill(102, "101", 30)}}],"lastTransactionID":"105"}""");

        Assert.Equal((OrdStatus.Canceled, 30m), ((await Query())!.Status, (await Query())!.CumQty));
    }

    [Theory]
    [InlineData("CLIENT_REQUEST", "140", OrdStatus.Canceled, RejectReason.None)]
    [InlineData("TIME_IN_FORCE_EXPIRED", "140", OrdStatus.Expired, RejectReason.None)]
    [InlineData("INSUFFICIENT_MARGIN", "140", OrdStatus.Canceled, RejectReason.InsufficientMargin)]
    [InlineData("INSUFFICIENT_MARGIN", "101", OrdStatus.Rejected, RejectReason.InsufficientMargin)]
    public async Task A_cancelled_order_says_why(string reason, string batch, OrdStatus status, RejectReason why)
    {
        venue.Answers["GET orders/@ours1"] = Order("\"state\":\"CANCELLED\",\"cancellingTransactionID\":\"140\"");
        venue.Answers["GET transactions/140"] = () => ScriptedVenue.Json(
            $$"""{"transaction":{"type":"ORDER_CANCEL","id":"140","batchID":"{{batch}}","time":"2016-10-24T21:48:18Z","orderID":"101","reason":"{{reason}}"},"lastTransactionID":"140"}""");
        var order = await Query();

        Assert.Equal((status, reason, why), (order!.Status, order.Text, order.RejectReason));
    }

    [Fact]
    public async Task An_amended_order_is_followed_to_its_newest_id_and_keeps_its_earlier_fills()
    {
        venue.Answers["GET orders/@ours1"] = Order("\"state\":\"CANCELLED\",\"replacedByOrderID\":\"110\",\"cancellingTransactionID\":\"109\",\"fillingTransactionID\":\"102\"");
        venue.Answers["GET orders/101"] = venue.Answers["GET orders/@ours1"];
        venue.Answers["GET orders/110"] = Order("\"state\":\"PENDING\",\"replacesOrderID\":\"101\"", id: "110", units: "60");
        venue.Answers["GET transactions/idrange?from=101&to=102"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Fill(102, "101", 40)}}],"lastTransactionID":"110"}""");
        var order = await Query();

        Assert.Equal(("110", OrdStatus.PartiallyFilled, 40m, new OrderTerms(100m, 1.2m, 0m)), (order!.VenueOrderId, order.Status, order.CumQty, order.Terms));
    }

    [Fact]
    public async Task A_filled_order_that_names_no_fill_is_not_understood()
    {
        venue.Answers["GET orders/@ours1"] = Order("\"state\":\"FILLED\"");

        Assert.Equal("WB5005", (await Assert.ThrowsAsync<WorkbenchException>(Query)).Code);
    }

    [Fact]
    public async Task Working_orders_of_others_are_listed_and_those_of_other_instruments_are_not()
    {
        venue.Answers["GET pendingOrders"] = () => ScriptedVenue.Json("""
            {"orders":[
              {"id":"5","type":"LIMIT","state":"PENDING","instrument":"EUR_USD","units":"60","price":"1.1","timeInForce":"GTC","clientExtensions":{"id":"ours1","tag":"filled 40"}},
              {"id":"6","type":"STOP","state":"PENDING","instrument":"EUR_JPY","units":"60","price":"1.1","timeInForce":"GTC"},
              {"id":"7","type":"TAKE_PROFIT","state":"PENDING","tradeID":"4","price":"1.3","timeInForce":"GTC"}],"lastTransactionID":"9"}
            """);
        venue.Answers["GET openTrades"] = () => ScriptedVenue.Json("""{"trades":[{"id":"4","instrument":"EUR_USD","currentUnits":"25"}],"lastTransactionID":"9"}""");
        await using var broker = venue.Broker();
        var orders = await broker.OpenOrders([ScriptedVenue.EurUsd], default);

        Assert.Equal(["5", "7"], orders.Select(each => each.VenueOrderId));
        Assert.Equal((new OrderTerms(100m, 1.1m, 0m), 40m), (orders[0].Terms, orders[0].CumQty));
        Assert.Equal(("", Side.Sell, OrderType.Limit, new OrderTerms(25m, 1.3m, 0m)), (orders[1].ClOrdId, orders[1].Side, orders[1].Type, orders[1].Terms));
    }

    [Fact]
    public async Task The_account_has_its_money_and_what_it_holds_of_the_instruments_asked_after()
    {
        venue.Answers["GET /v3/accounts/101-004-0000000-001"] = () => ScriptedVenue.Json("""
            {"account":{"id":"101-004-0000000-001","currency":"EUR","balance":"1000.5","positions":[
              {"instrument":"EUR_USD","long":{"units":"0"},"short":{"units":"-20","averagePrice":"1.2"}},
              {"instrument":"EUR_JPY","long":{"units":"5","averagePrice":"120"},"short":{"units":"0"}}]},"lastTransactionID":"100"}
            """);
        await using var broker = venue.Broker();
        var account = await broker.Account([ScriptedVenue.EurUsd], default);

        Assert.Equal(new Money(1000.5m, "EUR"), Assert.Single(account.Balances));
        Assert.Equal(new VenuePosition("EURUSD", -20m, 1.2m), Assert.Single(account.Positions));
        Assert.Equal((true, false), (account.MayTrade, account.MayWithdraw));
    }

    [Fact]
    public async Task An_instrument_that_the_account_cannot_trade_is_refused_with_what_may_have_been_meant()
    {
        venue.Answers["GET instruments"] = () => ScriptedVenue.Json("""
            {"instruments":[{"name":"EUR_USD","type":"CURRENCY","displayPrecision":5,"pipLocation":-4,"tradeUnitsPrecision":0,"minimumTradeSize":"1","maximumOrderUnits":"100000000"}]}
            """);
        await using var broker = venue.Broker();
        var error = await Assert.ThrowsAsync<WorkbenchException>(() => broker.Instruments(["EURUSD", "EURUSB"], default));

        Assert.StartsWith("WB5003 This OANDA account cannot trade EURUSB. Did you mean EURUSD?", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("EURUSD", Assert.Single(await broker.Instruments(["EURUSD"], default)).Symbol);
    }

    [Fact]
    public async Task The_clock_of_the_venue_is_known_to_half_a_second()
    {
        venue.Answers["GET summary"] = () =>
        {
            var answer = ScriptedVenue.Json("""{"account":{"id":"1","currency":"EUR","balance":"1"},"lastTransactionID":"100"}""");
            answer.Headers.Date = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(90);
            return answer;
        };
        await using var broker = venue.Broker();

        Assert.InRange((await broker.ClockOffset(default)).TotalSeconds, 85d, 91d);
    }

    [Fact]
    public async Task Minutes_that_have_closed_warm_a_strategy_up()
    {
        var from = UtcNanos.From(new DateTime(2026, 1, 5, 10, 0, 0, DateTimeKind.Utc));
        venue.Answers["GET /v3/instruments/EUR_USD/candles?price=M&granularity=M1&from=2026-01-05T10%3A00%3A00Z&to=2026-01-05T10%3A02%3A30Z"] = () => ScriptedVenue.Json("""
            {"instrument":"EUR_USD","granularity":"M1","candles":[
              {"complete":true,"volume":12,"time":"2026-01-05T10:00:00.000000000Z","mid":{"o":"1.10000","h":"1.10020","l":"1.09990","c":"1.10015"}},
              {"complete":true,"volume":3,"time":"2026-01-05T10:01:00.000000000Z","mid":{"o":"1.10015","h":"1.10015","l":"1.10001","c":"1.10002"}},
              {"complete":false,"volume":1,"time":"2026-01-05T10:02:00.000000000Z","mid":{"o":"1.10002","h":"1.10002","l":"1.10002","c":"1.10002"}}]}
            """);
        await using var broker = venue.Broker();
        var bars = await broker.Minutes(ScriptedVenue.EurUsd, new TimeRange(from, from + 150 * UtcNanos.Second), default);

        Assert.Equal([(1.1m, 1.1002m, 1.0999m, 1.10015m, 12L), (1.10015m, 1.10015m, 1.10001m, 1.10002m, 3L)], bars.Select(bar => (bar.Open, bar.High, bar.Low, bar.Close, bar.Count)));
        Assert.Equal(from + UtcNanos.Minute, bars[0].CloseNanos);
    }

    async Task<VenueOrder?> Query()
    {
        await using var broker = venue.Broker();
        return await broker.Query(ScriptedVenue.Key, default);
    }

    void Ledger(string transactions) => venue.Answers["GET transactions/idrange?from=1&to=100"] =
        () => ScriptedVenue.Json($$"""{"transactions":[{{transactions}}],"lastTransactionID":"100"}""");

    static Func<HttpResponseMessage> Order(string state, string id = "101", string units = "100") => () => ScriptedVenue.Json($$"""
        {"order":{"id":"{{id}}","type":"LIMIT","createTime":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"{{units}}","price":"1.20000","timeInForce":"GTC",
          "clientExtensions":{"id":"ours1"},{{state}}},"lastTransactionID":"200"}
        """);

    static string Fill(int id, string order, int units) => $$$"""
        {"type":"ORDER_FILL","id":"{{{id}}}","time":"2016-10-24T21:48:18Z","orderID":"{{{order}}}","instrument":"EUR_USD","units":"{{{units}}}","tradeOpened":{"tradeID":"{{{id}}}","units":"{{{units}}}","price":"1.2"}}
        """;

    static HttpResponseMessage Missing() => ScriptedVenue.Json("""{"errorCode":"NO_SUCH_ORDER","errorMessage":"The Order specified does not exist"}""", HttpStatusCode.NotFound);
}
