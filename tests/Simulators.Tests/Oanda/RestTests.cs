using System.Text;
using System.Text.Json;
using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>What every call has in common: token, account, limit, headers; and the calls that only read.</summary>
public sealed class RestTests
{
    [Theory]
    [InlineData("Bearer other")]
    [InlineData("sim-key")]
    public async Task Without_the_token_nothing_is_told(string authorization)
    {
        await using var bench = await OandaBench.Open();
        bench.Http.DefaultRequestHeaders.Remove("Authorization");
        bench.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        foreach (var path in new[] { "/summary", "/pricing/stream?instruments=EUR_USD", "/transactions/stream" })
        {
            var told = await bench.Get(path);
            Assert.Equal((401, "Insufficient authorization to perform request."), (told.Status, told["errorMessage"]));
        }
    }

    [Theory]
    [InlineData("/v3/accounts/101-004-7654321-001/summary", 403)]
    [InlineData("/v3/accounts/mine/summary", 400)]
    [InlineData("/v3/accounts/101-004-1435156-001/nothing", 404)]
    public async Task Another_account_or_path_leads_nowhere(string path, int status)
    {
        await using var bench = await OandaBench.Open();

        Assert.Equal(status, (await bench.Get(path)).Status);
    }

    [Fact]
    public async Task A_wrong_method_is_405()
    {
        await using var bench = await OandaBench.Open();

        Assert.Equal(405, (await bench.Put("/summary")).Status);
    }

    [Fact]
    public async Task The_request_id_of_an_answer_is_that_of_its_transactions()
    {
        await using var bench = await OandaBench.Open();

        var told = await bench.Market(100);
        var cancelled = await bench.Send(HttpMethod.Put, "/orders/9/cancel", null, ("ClientRequestID", "mine"));

        Assert.Equal(told.Headers["RequestID"], told["orderFillTransaction.requestID"]);
        Assert.Equal(cancelled.Headers["RequestID"], cancelled["orderCancelRejectTransaction.requestID"]);
        Assert.NotEqual(told.Headers["RequestID"], cancelled.Headers["RequestID"]);
        Assert.Equal($"{bench.Venue.RestUri}v3/accounts/101-004-1435156-001/orders/{told["orderCreateTransaction.id"]}", told.Headers["Location"]);
    }

    [Fact]
    public async Task More_calls_than_the_limit_are_429()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { RequestsPerSecond = 5 });

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.Get("/summary")));

        Assert.Contains(told, each => each.Status == 429);
        Assert.InRange(told.Count(each => each.Status == 200), 5, 19);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_400()
    {
        await using var bench = await OandaBench.Open();
        using var body = new StringContent("{\"order\":", Encoding.UTF8, "application/json");

        using var told = await bench.Http.PostAsync("/v3/accounts/101-004-1435156-001/orders", body);

        Assert.Equal(400, (int)told.StatusCode);
    }

    [Fact]
    public async Task Numbers_and_ids_are_strings_and_counts_are_not()
    {
        await using var bench = await OandaBench.Open();
        var told = await bench.Market(100);
        var account = (await bench.Get("/summary")).Body.GetProperty("account");

        Assert.All(new[] { "id", "units", "pl", "orderID", "batchID", "accountBalance" },
            field => Assert.Equal(JsonValueKind.String, told.Body.GetProperty("orderFillTransaction").GetProperty(field).ValueKind));
        Assert.Equal(JsonValueKind.Number, account.GetProperty("openTradeCount").ValueKind);
        Assert.Equal(JsonValueKind.String, account.GetProperty("NAV").ValueKind);
    }

    [Fact]
    public async Task Client_words_on_orders_and_trades_can_be_changed()
    {
        await using var bench = await OandaBench.Open();
        var order = await bench.Order(new { type = "LIMIT", price = "1.05" });
        var trade = (await bench.Market(100))["orderFillTransaction.id"];

        var renamed = await bench.Put(
            $"/orders/{order["orderCreateTransaction.id"]}/clientExtensions", new { clientExtensions = new { id = "o", comment = "c" } });
        await bench.Put($"/trades/{trade}/clientExtensions", new { clientExtensions = new { id = "t" } });

        Assert.Equal((200, "o"), (renamed.Status, renamed["orderClientExtensionsModifyTransaction.clientExtensionsModify.id"]));
        Assert.Equal("c", (await bench.Get("/orders/@o"))["order.clientExtensions.comment"]);
        Assert.Equal(trade, (await bench.Get("/trades/@t"))["trade.id"]);
        Assert.Equal(404, (await bench.Put("/orders/@none/clientExtensions", new { clientExtensions = new { id = "x" } })).Status);
    }

    [Fact]
    public async Task Ranges_are_inclusive_since_is_not_and_what_is_beyond_the_log_is_416()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { FirstTransactionID = 2_000 });
        await bench.Market(100);

        Assert.Equal(["2001", "2002"], (await bench.Get("/transactions/sinceid?id=2000")).Each("transactions", "id"));
        Assert.Equal(["2000", "2001"], (await bench.Get("/transactions/idrange?from=2000&to=2001")).Each("transactions", "id"));
        Assert.Equal(["2002"], (await bench.Get("/transactions/sinceid?id=2000&type=ORDER_FILL")).Each("transactions", "id"));
        Assert.Equal(0, (await bench.Get("/transactions/sinceid?id=2002")).Count("transactions"));
        Assert.Equal(416, (await bench.Get("/transactions/sinceid?id=2003")).Status);
        Assert.Equal(416, (await bench.Get("/transactions/idrange?from=2001&to=2000")).Status);
        Assert.Equal(416, (await bench.Get("/changes?sinceTransactionID=9999")).Status);
    }

    [Fact]
    public async Task The_log_of_a_time_is_told_as_addresses_of_ranges_that_can_be_read()
    {
        await using var bench = await OandaBench.Open();
        await bench.Market(100);
        await bench.Market(100);

        var told = await bench.Get("/transactions?pageSize=2");
        var pages = told.Body.GetProperty("pages").EnumerateArray().Select(page => new Uri(page.GetString()!)).ToList();

        Assert.Equal(("5", 3), (told["count"], pages.Count));
        Assert.Equal(["3", "4"], (await bench.Get(pages[1].PathAndQuery)).Each("transactions", "id"));
    }

    [Fact]
    public async Task Candles_end_with_the_minute_that_is_not_over_and_follow_the_prices()
    {
        var time = new ManualTime { Now = new DateTimeOffset(2026, 11, 2, 12, 0, 30, TimeSpan.Zero) };
        await using var bench = await OandaBench.Open(new OandaOptions { Time = time, HistoryMinutes = 30 });
        bench.Venue.Quote("EUR_USD", 1.20000m, 1.20020m);
        bench.Venue.Quote("EUR_USD", 1.15000m, 1.15020m);

        var told = await bench.Get("/v3/instruments/EUR_USD/candles?granularity=M1&count=3&price=MB");
        var hour = await bench.Get("/v3/instruments/EUR_USD/candles?granularity=M5&from=2026-11-02T11:40:00Z&to=2026-11-02T11:50:00Z");

        Assert.Equal(["2026-11-02T11:58:00.000000000Z", "2026-11-02T11:59:00.000000000Z", "2026-11-02T12:00:00.000000000Z"],
            told.Each("candles", "time"));
        Assert.Equal(["True", "True", "False"], told.Each("candles", "complete"));
        Assert.Equal(("1.20000", "1.15000"), (told["candles.2.bid.h"], told["candles.2.bid.c"]));
        Assert.Equal(("1.15010", "3"), (told["candles.2.mid.c"], told["candles.2.volume"]));
        Assert.Equal(["2026-11-02T11:40:00.000000000Z", "2026-11-02T11:45:00.000000000Z"], hour.Each("candles", "time"));
        Assert.Equal(400, (await bench.Get("/v3/instruments/EUR_USD/candles?granularity=S7")).Status);
    }
}
