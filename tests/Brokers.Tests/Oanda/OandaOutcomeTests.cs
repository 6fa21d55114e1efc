using System.Net;
using System.Net.Sockets;
using Workbench.Brokers.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>What is known after a command, for everything that can come back.</summary>
public sealed class OandaOutcomeTests
{
    const string Create = "POST orders";
    const string Cancel = "PUT orders/@ours1/cancel";
    const string Replace = "PUT orders/@ours1";

    readonly ScriptedVenue venue = new();
    readonly HeardInbox inbox = new();

    [Fact]
    public async Task A_201_with_the_order_in_it_is_a_working_order()
    {
        var result = await Submit(Accepted(""));

        Assert.Equal(SendResult.Answered, result);
        Assert.Equal([(ExecType.New, "101")], Heard);
    }

    [Fact]
    public async Task A_201_with_a_fill_in_it_is_new_and_filled()
    {
        var result = await Submit(Accepted("""
            ,"orderFillTransaction":{"type":"ORDER_FILL","id":"102","batchID":"101","time":"2016-10-24T21:48:18Z","orderID":"101","clientOrderID":"ours1",
             "instrument":"EUR_USD","units":"100","tradeOpened":{"tradeID":"102","units":"100","price":"1.19"}}
            """));

        Assert.Equal(SendOutcome.Answered, result.Outcome);
        Assert.Equal([(ExecType.New, "101"), (ExecType.Trade, "101")], Heard);
    }

    [Theory]
    [InlineData("TIME_IN_FORCE_EXPIRED", ExecType.Expired)]
    [InlineData("MARKET_HALTED", ExecType.Canceled)]
    [InlineData("BOUNDS_VIOLATION", ExecType.Canceled)]
    [InlineData("FIFO_VIOLATION", ExecType.Canceled)]
    [InlineData("INSUFFICIENT_LIQUIDITY", ExecType.Canceled)]
    public async Task A_201_with_a_cancellation_in_it_is_a_dead_order(string reason, ExecType end)
    {
        var result = await Submit(Accepted(Cancelled(reason)));

        Assert.Equal(SendOutcome.Answered, result.Outcome);
        Assert.Equal([(ExecType.New, "101"), (end, "101")], Heard);
        Assert.Equal(reason, inbox.Reports[^1].Text);
    }

    [Fact]
    public async Task A_201_that_lacks_the_margin_is_a_refusal()
    {
        var result = await Submit(Accepted(Cancelled("INSUFFICIENT_MARGIN")));

        Assert.Equal(SendOutcome.Answered, result.Outcome);
        Assert.Equal([(ExecType.Rejected, "101")], Heard);
        Assert.Equal(RejectReason.InsufficientMargin, inbox.Reports[0].RejectReason);
    }

    [Theory]
    [InlineData(400, "UNITS_LIMIT_EXCEEDED", RejectReason.BadQuantity)]
    [InlineData(400, "PRICE_PRECISION_EXCEEDED", RejectReason.BadPrice)]
    [InlineData(404, "ACCOUNT_NOT_ACTIVE", RejectReason.AccountClosed)]
    public async Task A_refusal_of_an_order_is_told_with_its_reason(int status, string reason, RejectReason why)
    {
        var result = await Submit(() => ScriptedVenue.Json(Rejected(reason), (HttpStatusCode)status));

        Assert.Equal(SendOutcome.Answered, result.Outcome);
        var report = Assert.Single(inbox.Reports);
        Assert.Equal(("ours1", ExecType.Rejected, why, "EURUSD"), (report.ClOrdId, report.ExecType, report.RejectReason, report.Symbol));
        Assert.Equal(reason + ": The order was refused", report.Text);
        Assert.Equal(report.Text, result.Text);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(429)]
    public async Task A_status_that_says_no_is_a_refusal_even_without_a_transaction(int status)
    {
        var result = await Submit(() => ScriptedVenue.Json("""{"errorMessage":"Insufficient authorization to perform request."}""", (HttpStatusCode)status));

        Assert.Equal(SendOutcome.Answered, result.Outcome);
        Assert.Equal((ExecType.Rejected, "Insufficient authorization to perform request."), (Assert.Single(inbox.Reports).ExecType, inbox.Reports[0].Text));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(302)]
    [InlineData(408)]
    [InlineData(409)]
    public async Task A_status_that_leaves_it_open_proves_nothing(int status) =>
        await ProvesNothing(() => ScriptedVenue.Json("""{"errorMessage":"busy"}""", (HttpStatusCode)status));

    [Theory]
    [InlineData(201, "")]
    [InlineData(201, "{")]
    [InlineData(201, "null")]
    [InlineData(201, "<html>login</html>")]
    [InlineData(201, "{}")]
    [InlineData(201, """{"orderCreateTransaction":{"id":"x","type":"LIMIT_ORDER","instrument":"EUR_USD","units":"100","time":"2016-10-24T21:48:18Z"}}""")]
    [InlineData(201, """{"orderCreateTransaction":{"id":"101","type":"LIMIT_ORDER","instrument":"EUR_USD","units":"100","time":"yesterday"}}""")]
    [InlineData(201, """{"orderCreateTransaction":{"id":"101","units":"many"}}""")]
    [InlineData(400, "<html>bad request</html>")]
    [InlineData(403, "<html>blocked</html>")]
    public async Task An_answer_that_is_not_understood_proves_nothing(int status, string body) =>
        await ProvesNothing(() => ScriptedVenue.Json(body, (HttpStatusCode)status));

    [Fact]
    public async Task A_connection_that_breaks_proves_nothing() =>
        await ProvesNothing(() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "it ended"));

    [Fact]
    public async Task A_time_out_proves_nothing() => await ProvesNothing(() => throw new TaskCanceledException());

    [Fact]
    public async Task What_we_do_not_know_of_proves_nothing() => await ProvesNothing(() => throw new InvalidOperationException("a pipeline of tomorrow"));

    [Fact]
    public async Task An_id_that_the_venue_has_already_proves_that_an_earlier_attempt_arrived() =>
        await ProvesNothing(() => ScriptedVenue.Json(Rejected("CLIENT_ORDER_ID_ALREADY_EXISTS"), HttpStatusCode.BadRequest));

    [Fact]
    public async Task A_call_that_the_pipeline_held_back_never_left()
    {
        var result = await Submit(() => throw new NotSentException("the breaker is open"));

        Assert.Equal(SendResult.NotSent("the breaker is open"), result);
        Assert.Empty(inbox.Reports);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Where_no_connection_came_about_a_new_order_never_left(HttpRequestError error) =>
        Assert.Equal(SendOutcome.NotSent, (await Submit(() => throw new HttpRequestException(error, "no way"))).Outcome);

    [Fact]
    public async Task A_real_port_where_nobody_listens_is_such_a_way()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var nobody = new Uri("http://127.0.0.1:" + ((IPEndPoint)closed.LocalEndpoint).Port);
        closed.Stop();
        using var http = new HttpClient();
        await using var broker = new OandaBroker(ScriptedVenue.Keys, OandaHosts.At(nobody, nobody), http, TimeProvider.System);

        Assert.Equal(SendOutcome.NotSent, (await broker.Submit(Approved.Of(ScriptedVenue.Limit), default)).Outcome);
        Assert.Equal(SendOutcome.Unknown, (await broker.Cancel(ScriptedVenue.Key, default)).Outcome);
        Assert.Equal("WB5004", (await Assert.ThrowsAsync<WorkbenchException>(() => broker.Query(ScriptedVenue.Key, default))).Code);
    }

    [Fact]
    public async Task Of_a_cancellation_that_may_have_been_sent_before_a_failed_connect_proves_nothing()
    {
        venue.Answers[Cancel] = () => throw new HttpRequestException(HttpRequestError.ConnectionError, "no way");
        await using var broker = venue.Broker();

        Assert.Equal(SendOutcome.Unknown, (await broker.Cancel(ScriptedVenue.Key, default)).Outcome);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_not_sent()
    {
        await using var broker = venue.Broker();

        Assert.Equal(SendOutcome.NotSent, (await broker.Submit(Approved.Of(ScriptedVenue.Limit), new CancellationToken(true))).Outcome);
        Assert.Empty(venue.Asked);
    }

    [Fact]
    public async Task What_the_venue_does_not_have_is_not_sent()
    {
        await using var broker = venue.Broker();

        Assert.Equal(SendOutcome.NotSent, (await broker.Submit(Approved.Of(ScriptedVenue.Limit with { PostOnly = true }), default)).Outcome);
        Assert.Empty(venue.Asked);
    }

    [Fact]
    public async Task A_cancellation_that_was_obeyed_is_told()
    {
        venue.Answers[Cancel] = () => ScriptedVenue.Json("""
            {"orderCancelTransaction":{"type":"ORDER_CANCEL","id":"102","time":"2016-10-24T21:48:18Z","orderID":"101","clientOrderID":"ours1","reason":"CLIENT_REQUEST"},"lastTransactionID":"102"}
            """);
        await using var broker = await Listening();

        Assert.Equal(SendResult.Answered, await broker.Cancel(ScriptedVenue.Key, default));
        Assert.Equal([(ExecType.Canceled, "101")], Heard);
    }

    [Fact]
    public async Task A_cancellation_that_came_too_late_leaves_the_order_as_it_is()
    {
        venue.Answers[Cancel] = () => ScriptedVenue.Json("""
            {"orderCancelRejectTransaction":{"type":"ORDER_CANCEL_REJECT","id":"102","time":"2016-10-24T21:48:18Z","orderID":"101","rejectReason":"ORDER_DOESNT_EXIST"},
             "lastTransactionID":"102","errorCode":"ORDER_DOESNT_EXIST","errorMessage":"The Order specified does not exist"}
            """, HttpStatusCode.NotFound);
        await using var broker = await Listening();

        Assert.Equal(SendOutcome.Answered, (await broker.Cancel(ScriptedVenue.Key with { VenueOrderId = "101" }, default)).Outcome);
        var report = Assert.Single(inbox.Reports);
        Assert.Equal(("ours1", "101", ExecType.CancelRejected, RejectReason.OrderIsDone), (report.ClOrdId, report.VenueOrderId, report.ExecType, report.RejectReason));
    }

    [Fact]
    public async Task An_order_of_others_is_cancelled_by_the_venues_id()
    {
        await using var broker = venue.Broker();
        await broker.Cancel(new OrderKey(ScriptedVenue.EurUsd, "", "204"), default);

        var (line, _, call) = Assert.Single(venue.Asked);
        Assert.Equal("PUT orders/204/cancel", line);
        Assert.Equal((true, true), (call.IsRepeatable, call.IsUrgent));
    }

    [Fact]
    public async Task An_amended_order_goes_on_under_its_new_id()
    {
        venue.Answers[Replace] = () => ScriptedVenue.Json("""
            {"orderCancelTransaction":{"type":"ORDER_CANCEL","id":"102","time":"2016-10-24T21:48:18Z","orderID":"101","clientOrderID":"ours1","reason":"CLIENT_REQUEST_REPLACED","replacedByOrderID":"103"},
             "orderCreateTransaction":{"type":"LIMIT_ORDER","id":"103","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"70","price":"1.21","reason":"REPLACEMENT",
              "replacesOrderID":"101","cancellingTransactionID":"102","clientExtensions":{"id":"ours1","tag":"filled 30"}},"lastTransactionID":"103"}
            """, HttpStatusCode.Created);
        await using var broker = await Listening();
        var result = await broker.Replace(ScriptedVenue.Key, Approved.Of(ScriptedVenue.Limit with { Price = 1.21m, CumQty = 30m }), default);

        Assert.Equal(SendResult.Answered, result);
        Assert.Equal([(ExecType.Replaced, "103")], Heard);
        Assert.Equal(new OrderTerms(100m, 1.21m, 0m), inbox.Reports[0].Terms);
        Assert.Contains("\"units\":\"70\"", venue.Asked[^1].Body, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"ours1\"", venue.Asked[^1].Body, StringComparison.Ordinal);
        Assert.False(venue.Asked[^1].Call.IsRepeatable);
    }

    [Theory]
    [InlineData(400, "\"orderRejectTransaction\":{\"type\":\"LIMIT_ORDER_REJECT\",\"id\":\"102\",\"time\":\"2016-10-24T21:48:18Z\",\"rejectReason\":\"PRICE_INVALID\"}", RejectReason.BadPrice)]
    [InlineData(404, "\"orderCancelRejectTransaction\":{\"type\":\"ORDER_CANCEL_REJECT\",\"id\":\"102\",\"time\":\"2016-10-24T21:48:18Z\",\"rejectReason\":\"ORDER_DOESNT_EXIST\"}", RejectReason.OrderIsDone)]
    [InlineData(429, "\"errorMessage\":\"too much\"", RejectReason.VenueRule)]
    public async Task An_amendment_that_is_refused_leaves_the_order_as_it_is(int status, string transaction, RejectReason why)
    {
        venue.Answers[Replace] = () => ScriptedVenue.Json("{" + transaction + "}", (HttpStatusCode)status);
        await using var broker = await Listening();

        Assert.Equal(SendOutcome.Answered, (await broker.Replace(ScriptedVenue.Key, Approved.Of(ScriptedVenue.Limit), default)).Outcome);
        Assert.Equal(("ours1", ExecType.ReplaceRejected, why), (inbox.Reports[0].ClOrdId, inbox.Reports[0].ExecType, inbox.Reports[0].RejectReason));
    }

    [Fact]
    public async Task New_orders_are_never_repeated_by_the_pipeline_and_reads_may_be()
    {
        await using var broker = venue.Broker();
        await broker.Submit(Approved.Of(ScriptedVenue.Limit), default);
        await Assert.ThrowsAsync<WorkbenchException>(() => broker.OpenOrders([ScriptedVenue.EurUsd], default));

        Assert.Equal([("POST orders", false), ("GET pendingOrders", true)], venue.Asked.Select(each => (each.Call.Name, each.Call.IsRepeatable)));
        Assert.All(venue.Asked, each => Assert.Equal(["requests"], each.Call.Buckets));
    }

    [Theory]
    [InlineData(401, "WB5001")]
    [InlineData(403, "WB5001")]
    [InlineData(404, "WB5002")]
    [InlineData(429, "WB5006")]
    [InlineData(503, "WB5004")]
    public async Task A_question_that_fails_says_why(int status, string code)
    {
        venue.Answers["GET summary"] = () => ScriptedVenue.Json("""{"errorMessage":"no"}""", (HttpStatusCode)status);
        await using var broker = venue.Broker();

        Assert.Equal(code, (await Assert.ThrowsAsync<WorkbenchException>(() => broker.ClockOffset(default))).Code);
    }

    [Fact]
    public async Task No_text_ever_holds_the_token_even_where_the_venue_repeats_it()
    {
        var texts = new List<string>();
        var said = $$"""{"errorMessage":"bad token {{ScriptedVenue.Keys.Key}} you fool","lastTransactionID":"1"}""";
        await using var broker = await Listening();
        foreach (var status in (int[])[400, 401, 403, 404, 429, 500, 201])
        {
            venue.Answers[Create] = venue.Answers[Cancel] = venue.Answers["GET summary"] = venue.Answers["GET pendingOrders"] =
                () => ScriptedVenue.Json(said, (HttpStatusCode)status);
            texts.Add((await broker.Submit(Approved.Of(ScriptedVenue.Limit), default)).ToString());
            texts.Add((await broker.Cancel(ScriptedVenue.Key, default)).ToString());
            texts.Add((await Record.ExceptionAsync(() => broker.ClockOffset(default)))?.ToString() ?? "");
            texts.Add((await Record.ExceptionAsync(() => broker.OpenOrders([], default)))?.ToString() ?? "");
        }

        venue.Answers[Create] = venue.Answers["GET summary"] = () => throw new HttpRequestException("sent " + ScriptedVenue.Keys.Key);
        texts.Add((await broker.Submit(Approved.Of(ScriptedVenue.Limit), default)).ToString());
        texts.Add((await Assert.ThrowsAsync<WorkbenchException>(() => broker.ClockOffset(default))).ToString());
        texts.Add(inbox.ToString());
        texts.Add(ScriptedVenue.Keys.ToString());

        Assert.Contains(texts, text => text.Contains("(token)", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains(ScriptedVenue.Keys.Key, StringComparison.Ordinal));
    }

    IEnumerable<(ExecType, string)> Heard => inbox.Reports.Select(each => (each.ExecType, each.VenueOrderId));

    async Task<SendResult> Submit(Func<HttpResponseMessage> answer)
    {
        venue.Answers[Create] = answer;
        await using var broker = await Listening();
        return await broker.Submit(Approved.Of(ScriptedVenue.Limit), default);
    }

    async Task ProvesNothing(Func<HttpResponseMessage> answer)
    {
        var result = await Submit(answer);

        Assert.Equal(SendOutcome.Unknown, result.Outcome);
        Assert.NotEqual("", result.Text);
        Assert.Empty(inbox.Reports);
    }

    async Task<OandaBroker> Listening()
    {
        venue.Answers["GET transactions/stream"] = () => ScriptedVenue.Stream();
        var broker = venue.Broker(new OandaOptions());
        await broker.Listen([ScriptedVenue.EurUsd], inbox, default);
        return broker;
    }

    static Func<HttpResponseMessage> Accepted(string more) => () => ScriptedVenue.Json($$$"""
        {"orderCreateTransaction":{"type":"LIMIT_ORDER","id":"101","batchID":"101","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"100","price":"1.2",
          "reason":"CLIENT_ORDER","clientExtensions":{"id":"ours1"}}{{{more}}},"relatedTransactionIDs":["101"],"lastTransactionID":"102"}
        """, HttpStatusCode.Created);

    static string Cancelled(string reason) =>
        $$""","orderCancelTransaction":{"type":"ORDER_CANCEL","id":"102","batchID":"101","time":"2016-10-24T21:48:18Z","orderID":"101","clientOrderID":"ours1","reason":"{{reason}}"}""";

    static string Rejected(string reason) => $$$"""
        {"orderRejectTransaction":{"type":"LIMIT_ORDER_REJECT","id":"101","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"100","rejectReason":"{{{reason}}}",
          "clientExtensions":{"id":"ours1"}},"lastTransactionID":"101","errorCode":"{{{reason}}}","errorMessage":"The order was refused"}
        """;
}
