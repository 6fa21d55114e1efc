using Workbench.Brokers.Binance;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>What an answer proves: the table of section 2 and 6 of the venue's documents, both ways.</summary>
public class BinanceOutcomeTests
{
    const string Garbage = "<html>Bad gateway</html>";

    [Theory]
    [InlineData(500, """{"code":-1000,"msg":"An unknown error occurred while processing the request."}""")]
    [InlineData(502, Garbage)]
    [InlineData(503, """{"msg":"Unknown error, please check your request or try again later."}""")]
    [InlineData(503, """{"code":-1008,"msg":"Request throttled by system-level protection."}""")]
    [InlineData(504, """{"code":-1007,"msg":"Timeout waiting for response from backend server."}""")]
    [InlineData(400, """{"code":-1006,"msg":"An unexpected response was received from the message bus."}""")]
    [InlineData(400, """{"code":-1007,"msg":"Timeout waiting for response from backend server."}""")]
    [InlineData(408, """{"code":-1007,"msg":"Timeout"}""")]
    [InlineData(400, Garbage)]
    [InlineData(404, Garbage)]
    [InlineData(200, Garbage)]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"symbol":"BTCUSDT","orderId":28""")]
    public async Task An_answer_that_proves_nothing_is_unknown_for_every_command(int status, string body)
    {
        foreach (var market in Enum.GetValues<BinanceMarket>())
        {
            var desk = BinanceDesk.Market(new Answering(_ => (status, body)), market);
            var placed = await desk.Submit(BinanceDesk.Limit, default);
            var cancelled = await desk.Cancel(new OrderKey(BinanceDesk.Btc, "s1x7", ""), default);

            Assert.Equal(SendOutcome.Unknown, placed.Result.Outcome);
            Assert.Empty(placed.Reports);
            Assert.Equal(SendOutcome.Unknown, cancelled.Result.Outcome);
            Assert.Empty(cancelled.Reports);
        }
    }

    [Theory]
    [InlineData(400, -2010, "Account has insufficient balance for requested action.", RejectReason.InsufficientMargin)]
    [InlineData(400, -2010, "Order would immediately match and take.", RejectReason.WouldTrade)]
    [InlineData(400, -2010, "Order would trigger immediately.", RejectReason.BadPrice)]
    [InlineData(400, -2010, "Market is closed.", RejectReason.TooLate)]
    [InlineData(400, -1013, "Filter failure: PRICE_FILTER", RejectReason.BadPrice)]
    [InlineData(400, -1013, "Filter failure: PERCENT_PRICE_BY_SIDE", RejectReason.BadPrice)]
    [InlineData(400, -1013, "Filter failure: LOT_SIZE", RejectReason.BadQuantity)]
    [InlineData(400, -1013, "Filter failure: NOTIONAL", RejectReason.BadQuantity)]
    [InlineData(400, -1013, "Filter failure: MAX_NUM_ORDERS", RejectReason.VenueRule)]
    [InlineData(400, -1121, "Invalid symbol.", RejectReason.UnknownInstrument)]
    [InlineData(400, -1021, "Timestamp for this request is outside of the recvWindow.", RejectReason.VenueRule)]
    [InlineData(401, -2015, "Invalid API-key, IP, or permissions for action.", RejectReason.VenueRule)]
    [InlineData(429, -1015, "Too many new orders.", RejectReason.VenueRule)]
    [InlineData(418, -1003, "Way too many requests; IP banned.", RejectReason.VenueRule)]
    public async Task A_definite_refusal_at_spot_is_a_report_with_its_reason(int status, int code, string text, RejectReason reason) =>
        await Refused(BinanceMarket.Spot, status, code, text, reason);

    [Theory]
    [InlineData(-2019, "Margin is insufficient.", RejectReason.InsufficientMargin)]
    [InlineData(-2021, "Order would immediately trigger.", RejectReason.BadPrice)]
    [InlineData(-2022, "ReduceOnly Order is rejected.", RejectReason.NothingToReduce)]
    [InlineData(-2027, "Exceeded the maximum allowable position at current leverage.", RejectReason.InsufficientMargin)]
    [InlineData(-4131, "The counterparty's best price does not meet the PERCENT_PRICE filter limit.", RejectReason.BadPrice)]
    [InlineData(-4164, "Order's notional must be no smaller than 5.0", RejectReason.BadQuantity)]
    [InlineData(-5021, "Due to the order could not be filled immediately, the FOK order has been rejected.", RejectReason.VenueRule)]
    [InlineData(-5022, "Due to the order could not be executed as maker, the Post Only order will be rejected.", RejectReason.WouldTrade)]
    [InlineData(-4120, "Order type not supported for this endpoint.", RejectReason.NotOffered)]
    public async Task A_definite_refusal_at_futures_is_a_report_with_its_reason(int code, string text, RejectReason reason) =>
        await Refused(BinanceMarket.UsdFutures, 400, code, text, reason);

    [Theory]
    [InlineData(BinanceMarket.Spot, -2010, "Duplicate order sent.")]
    [InlineData(BinanceMarket.UsdFutures, -4116, "ClientOrderId is duplicated.")]
    public async Task A_duplicate_proves_that_the_first_one_lives_and_rejects_nothing(BinanceMarket market, int code, string text)
    {
        var said = await BinanceDesk.Market(new Answering(_ => (400, Error(code, text))), market).Submit(BinanceDesk.Limit, default);

        Assert.Equal(SendOutcome.Unknown, said.Result.Outcome);
        Assert.Empty(said.Reports);
    }

    [Theory]
    [InlineData(BinanceMarket.Spot, "Unknown order sent.", RejectReason.OrderIsDone)]
    [InlineData(BinanceMarket.Spot, "Order was not canceled due to cancel restrictions.", RejectReason.BadQuantity)]
    [InlineData(BinanceMarket.UsdFutures, "Unknown order sent.", RejectReason.OrderIsDone)]
    public async Task A_cancellation_refused_says_so(BinanceMarket market, string text, RejectReason reason)
    {
        var said = await BinanceDesk.Market(new Answering(_ => (400, Error(-2011, text))), market).Cancel(new OrderKey(BinanceDesk.Btc, "s1x7", "12"), default);
        var report = Assert.Single(said.Reports);

        Assert.Equal(SendOutcome.Answered, said.Result.Outcome);
        Assert.Equal((ExecType.CancelRejected, reason, "s1x7", text), (report.ExecType, report.RejectReason, report.ClOrdId, report.Text));
    }

    [Fact]
    public async Task What_never_left_is_not_sent_and_all_else_that_breaks_is_unknown()
    {
        async Task<SendOutcome> When(Exception broken) =>
            (await BinanceDesk.Market(new Answering(_ => throw broken)).Submit(BinanceDesk.Limit, default)).Result.Outcome;

        Assert.Equal(SendOutcome.NotSent, await When(new NotSentException("the breaker is open")));
        Assert.Equal(SendOutcome.NotSent, await When(new HttpRequestException("wrapped", new NotSentException("the breaker is open"))));
        Assert.Equal(SendOutcome.Unknown, await When(new HttpRequestException(HttpRequestError.ConnectionError)));
        Assert.Equal(SendOutcome.Unknown, await When(new TaskCanceledException("slow", new TimeoutException())));
        Assert.Equal(SendOutcome.Unknown, await When(new IOException("cut")));
    }

    [Fact]
    public async Task A_command_no_longer_waited_for_is_unknown_and_a_question_throws()
    {
        var market = BinanceDesk.Market(new Answering(_ => (200, "{}")));
        var gone = new CancellationToken(canceled: true);

        Assert.Equal(SendOutcome.Unknown, (await market.Submit(BinanceDesk.Limit, gone)).Result.Outcome);
        Assert.Equal(SendOutcome.Unknown, (await market.Cancel(new OrderKey(BinanceDesk.Btc, "s1x7", ""), gone)).Result.Outcome);
        Assert.Equal(SendOutcome.NotSent, (await market.Replace(new OrderKey(BinanceDesk.Btc, "s1x7", ""), BinanceDesk.Limit, gone)).Result.Outcome);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => market.Query(new OrderKey(BinanceDesk.Btc, "s1x7", ""), gone));
    }

    [Theory]
    [InlineData(500, "{}", "WB5034")]
    [InlineData(200, Garbage, "WB5035")]
    [InlineData(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", "WB5033")]
    public async Task A_question_without_an_answer_throws(int status, string body, string code)
    {
        foreach (var market in Enum.GetValues<BinanceMarket>())
        {
            var desk = BinanceDesk.Market(new Answering(_ => (status, body)), market);

            Assert.Equal(code, (await Assert.ThrowsAsync<WorkbenchException>(() => desk.Query(new OrderKey(BinanceDesk.Btc, "s1x7", ""), default))).Code);
            Assert.Equal(code, (await Assert.ThrowsAsync<WorkbenchException>(() => desk.OpenOrders([BinanceDesk.Btc], default))).Code);
            Assert.Equal(code, (await Assert.ThrowsAsync<WorkbenchException>(() => desk.Account([BinanceDesk.Btc], default))).Code);
        }
    }

    [Fact]
    public async Task No_text_shows_a_key_a_secret_or_a_signature()
    {
        (int, string)[] answers = [(400, Error(-2010, "no")), (503, Garbage), (200, Garbage), (401, Error(-1022, "Signature for this request is not valid."))];
        foreach (var market in Enum.GetValues<BinanceMarket>())
        {
            foreach (var answer in answers)
            {
                var venue = new Answering(_ => answer);
                var desk = BinanceDesk.Market(venue, market);
                var said = await desk.Submit(BinanceDesk.Limit, default);
                var thrown = await Assert.ThrowsAsync<WorkbenchException>(() => desk.Account([BinanceDesk.Btc], default));
                var signatures = venue.Requests.Select(request => request.RequestUri!.Query).Where(query => query.Contains("signature=", StringComparison.Ordinal))
                    .Select(query => query.Split("signature=")[1]).ToList();

                Assert.NotEmpty(signatures);
                foreach (var text in (string[])[said.Result.Text, .. said.Reports.Select(report => report.ToString()), thrown.ToString(), thrown.InnerException?.ToString() ?? ""])
                {
                    Assert.DoesNotContain(BinanceDesk.Secret, text, StringComparison.Ordinal);
                    Assert.DoesNotContain(BinanceDesk.Key, text, StringComparison.Ordinal);
                    Assert.DoesNotContain(signatures, signature => text.Contains(signature, StringComparison.Ordinal));
                }
            }
        }
    }

    static async Task Refused(BinanceMarket market, int status, int code, string text, RejectReason reason)
    {
        var said = await BinanceDesk.Market(new Answering(line => line.Contains("/time", StringComparison.Ordinal) ? (500, "") : (status, Error(code, text))), market)
            .Submit(BinanceDesk.Limit, default);
        var report = Assert.Single(said.Reports);

        Assert.Equal(SendOutcome.Answered, said.Result.Outcome);
        Assert.Equal((ExecType.Rejected, reason, "s1x7", text), (report.ExecType, report.RejectReason, report.ClOrdId, report.Text));
    }

    static string Error(int code, string text) => System.Text.Json.JsonSerializer.Serialize(new { code, msg = text });
}
