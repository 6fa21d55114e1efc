using System.Globalization;
using System.Text.Json;
using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>Money: what fills, nights and losses do to it.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task Profit_in_another_currency_is_converted_at_a_worse_rate_than_the_middle()
    {
        await using var bench = await OandaBench.Open();
        bench.Venue.Quote("USD_JPY", 149.990m, 150.010m);
        await bench.Order(new { type = "MARKET", instrument = "USD_JPY", units = "1000" });
        bench.Venue.Quote("USD_JPY", 159.990m, 160.010m);

        var told = await bench.Order(new { type = "MARKET", instrument = "USD_JPY", units = "-1000" });

        // 9980 yen at 160 less half a percent.
        Assert.Equal("62.0631", told["orderFillTransaction.pl"]);
        Assert.Equal("9980.000", told["orderFillTransaction.quotePL"]);
    }

    [Fact]
    public async Task What_the_margin_does_not_bear_is_cancelled_in_the_answer()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { Funds = new Dictionary<string, decimal> { ["USD"] = 1_000m } });

        // 27,000 units bind 989.06 dollars and lose 2.70 of spread; 27,300 would bind more than there is.
        Assert.Equal("INSUFFICIENT_MARGIN", (await bench.Market(27_300))["orderCancelTransaction.reason"]);
        Assert.True((await bench.Market(27_000)).Has("orderFillTransaction"));
        Assert.Equal("989.0550", (await bench.Get("/summary"))["account.marginUsed"]);
        Assert.Equal("INSUFFICIENT_MARGIN", (await bench.Market(1_000))["orderCancelTransaction.reason"]);
        Assert.True((await bench.Market(-27_000)).Has("orderFillTransaction"));
    }

    [Fact]
    public async Task A_loss_leads_to_a_margin_call_and_then_to_a_closeout()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { Funds = new Dictionary<string, decimal> { ["USD"] = 1_000m } });
        await bench.Market(25_000);

        bench.Venue.Quote("EUR_USD", 1.09500m, 1.09510m);
        Assert.Equal("MARGIN_CALL_ENTER", (await bench.Get($"/transactions/{bench.Venue.Account.LastTransactionID}"))["transaction.type"]);
        bench.Venue.Quote("EUR_USD", 1.10000m, 1.10010m);
        Assert.Equal("MARGIN_CALL_EXIT", (await bench.Get($"/transactions/{bench.Venue.Account.LastTransactionID}"))["transaction.type"]);

        bench.Venue.Quote("EUR_USD", 1.07000m, 1.07010m);
        Assert.Equal("MARKET_ORDER_MARGIN_CLOSEOUT", (await bench.Get($"/transactions/{bench.Venue.Account.LastTransactionID}"))["transaction.reason"]);
        Assert.Equal("0", (await bench.Get("/summary"))["account.openTradeCount"]);
    }

    [Fact]
    public async Task Commission_is_positive_and_taken_from_the_balance()
    {
        var rule = OandaInstruments.EurUsd with { Commission = new OandaCommission(5m, 100_000m, 1m) };
        await using var bench = await OandaBench.Open(new OandaOptions { Tradeable = [rule] });

        Assert.Equal("2.5000", (await bench.Market(50_000))["orderFillTransaction.commission"]);
        Assert.Equal("1.0000", (await bench.Market(10))["orderFillTransaction.commission"]);
        Assert.Equal("99996.5000", (await bench.Get("/summary"))["account.balance"]);
        Assert.Equal("3.5000", (await bench.Get("/summary"))["account.commission"]);
    }

    [Fact]
    public async Task A_night_costs_financing_once_for_each_day_that_ended()
    {
        var time = new ManualTime { Now = new DateTimeOffset(2026, 12, 1, 20, 0, 0, TimeSpan.Zero) };
        var rule = OandaInstruments.EurUsd with { LongRate = -0.0365m };
        await using var bench = await OandaBench.Open(new OandaOptions { Time = time, Tradeable = [rule] });
        await bench.Market(10_000);

        time.Now = new DateTimeOffset(2026, 12, 3, 22, 0, 0, TimeSpan.Zero);
        bench.Venue.Account.LookAtClock();

        // 10,000 at 1.10005, a ten-thousandth of it a day; winter has its five o'clock at 22:00 UTC.
        var told = await bench.Get("/transactions/sinceid?id=1&type=DAILY_FINANCING");
        Assert.Equal(["-1.1000", "-1.1000", "-1.1000"], told.Each("transactions", "financing"));
        Assert.Equal("-3.3000", (await bench.Get("/openTrades"))["trades.0.financing"]);
        Assert.Equal("99996.7000", told["transactions.2.accountBalance"]);
    }

    [Fact]
    public async Task Changes_since_a_transaction_tell_what_was_made_filled_and_closed()
    {
        await using var bench = await OandaBench.Open();
        var trade = (await bench.Market(100))["orderFillTransaction.id"];
        var since = bench.Venue.Account.LastTransactionID;
        var limit = await bench.Order(new { type = "LIMIT", price = "1.05" });
        await bench.Put($"/trades/{trade}/close");

        var told = await bench.Get($"/changes?sinceTransactionID={since}");
        var nothing = await bench.Get($"/changes?sinceTransactionID={told["lastTransactionID"]}");

        Assert.Equal([limit["orderCreateTransaction.id"], $"{since + 2}"], told.Each("changes.ordersCreated", "id"));
        Assert.Equal([trade], told.Each("changes.tradesClosed", "id"));
        Assert.Equal(3, told.Count("changes.transactions"));
        Assert.Equal([limit["orderCreateTransaction.id"]], told.Each("state.orders", "id"));
        Assert.Equal(0, nothing.Count("changes.transactions"));
        Assert.Equal("99999.9900", told["state.NAV"]);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Whatever_happens_the_log_adds_up_to_the_account(int seed, bool hedging)
    {
        var dice = new Random(seed);
        await using var bench = await OandaBench.Open(new OandaOptions { HedgingEnabled = hedging, RequestsPerSecond = 10_000 });
        var mid = 1.10000m;
        for (var step = 0; step < 120; step++)
        {
            await OneStep(bench, dice, mid);
            mid += dice.Next(-40, 41) * 0.00001m;
            bench.Venue.Quote("EUR_USD", mid, mid + dice.Next(1, 5) * 0.00001m);
        }

        var log = (await bench.Get("/transactions/sinceid?id=0")).Body.GetProperty("transactions").EnumerateArray().ToList();
        var account = await bench.Get("/summary");
        var position = await bench.Get("/positions/EUR_USD");
        var fills = log.Where(entry => Text(entry, "type") == "ORDER_FILL").ToList();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(id => $"{id}"), log.Select(entry => Text(entry, "id")));
        Assert.True(fills.Count > 30, $"seed {seed} has only {fills.Count} fills");
        Assert.Equal(100_000m + fills.Sum(fill => Number(fill, "pl") - Number(fill, "commission")), Decimal(account, "account.balance"));
        Assert.Equal(fills.Sum(fill => Number(fill, "units")), Decimal(position, "position.long.units") + Decimal(position, "position.short.units"));
        Assert.All(fills, fill => Assert.Equal(Number(fill, "units"), Parts(fill).Sum(part => Number(part, "units"))));
        Assert.Equal(log.Count(entry => Text(entry, "type")!.EndsWith("_ORDER", StringComparison.Ordinal)),
            fills.Count + log.Count(entry => Text(entry, "type") == "ORDER_CANCEL") + Decimal(account, "account.pendingOrderCount"));
    }

    static Task<Told> OneStep(OandaBench bench, Random dice, decimal mid)
    {
        var units = $"{dice.Next(1, 50) * (dice.Next(2) == 0 ? 1 : -1) * 10}";
        var price = (mid + dice.Next(-30, 31) * 0.00001m).ToString(CultureInfo.InvariantCulture);
        return dice.Next(6) switch
        {
            0 => bench.Order(new { type = "LIMIT", units, price }),
            1 => bench.Order(new { type = "STOP", units, price, stopLossOnFill = new { distance = "0.0005" } }),
            2 => bench.Order(new { type = "MARKET", units, trailingStopLossOnFill = new { distance = "0.0006" } }),
            3 => bench.Order(new { type = "MARKET_IF_TOUCHED", units, price, takeProfitOnFill = new { price = "1.2" } }),
            4 => bench.Put("/positions/EUR_USD/close", new { longUnits = "ALL" }),
            _ => bench.Order(new { type = "MARKET", units }),
        };
    }

    static IEnumerable<JsonElement> Parts(JsonElement fill) =>
        (Told.At(fill, "tradesClosed")?.EnumerateArray().ToList() ?? [])
            .Concat(new[] { Told.At(fill, "tradeReduced"), Told.At(fill, "tradeOpened") }.OfType<JsonElement>());

    static string? Text(JsonElement entry, string field) => Told.At(entry, field)?.GetString();

    static decimal Number(JsonElement entry, string field) => decimal.Parse(Text(entry, field)!, CultureInfo.InvariantCulture);

    static decimal Decimal(Told told, string path) => decimal.Parse(told[path]!, CultureInfo.InvariantCulture);
}
