using System.Net;
using System.Text.Json;
using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>The two streams: what they tell, how often, and what they leave out.</summary>
public sealed class StreamTests
{
    static readonly OandaOptions Quick = new() { Heartbeat = TimeSpan.FromMilliseconds(50), PriceWindow = TimeSpan.FromMilliseconds(20) };

    [Fact]
    public async Task A_price_stream_begins_with_a_snapshot_and_goes_on_with_changes()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/pricing/stream?instruments=EUR_USD");

        var snapshot = await OandaBench.Next(stream);
        bench.Venue.Quote("EUR_USD", 1.20000m, 1.20010m);
        bench.Venue.Quote("GBP_USD", 1.50000m, 1.50010m);
        var change = await OandaBench.Next(stream);

        Assert.Equal(("1.10000", "1.10010"), (Text(snapshot, "bids.0.price"), Text(snapshot, "asks.0.price")));
        Assert.Equal(("PRICE", "EUR_USD"), (Text(change, "type"), Text(change, "instrument")));
        Assert.Equal(("1.20000", "1.20014"), (Text(change, "bids.0.price"), Text(change, "closeoutAsk")));
    }

    [Fact]
    public async Task Without_a_snapshot_only_changes_come()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/pricing/stream?instruments=EUR_USD&snapshot=False");

        await OandaBench.Next(stream, "HEARTBEAT");
        bench.Venue.Quote("EUR_USD", 1.20000m, 1.20010m);

        Assert.Equal("1.20000", Text(await OandaBench.Next(stream), "bids.0.price"));
    }

    [Fact]
    public async Task Of_each_window_only_the_last_price_is_told()
    {
        await using var bench = await OandaBench.Open(Quick with { PriceWindow = TimeSpan.FromMilliseconds(300) });
        using var stream = await bench.Listen("/pricing/stream?instruments=EUR_USD");
        await OandaBench.Next(stream);

        for (var step = 1; step <= 200; step++)
        {
            bench.Venue.Quote("EUR_USD", 1.20000m + step * 0.00001m, 1.20010m + step * 0.00001m);
        }

        // Two hundred prices within a few milliseconds: those of one window, or of two where its end lies among them.
        var told = 1;
        while (Text(await OandaBench.Next(stream), "bids.0.price") != "1.20200")
        {
            told++;
        }

        Assert.InRange(told, 1, 20);
    }

    [Fact]
    public async Task A_halted_instrument_is_told_as_not_tradeable()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/pricing/stream?instruments=EUR_USD");
        await OandaBench.Next(stream);

        bench.Venue.Account.Halt("EUR_USD");

        Assert.False((await OandaBench.Next(stream)).GetProperty("tradeable").GetBoolean());
    }

    [Fact]
    public async Task The_transaction_stream_tells_each_entry_once_and_in_order()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/transactions/stream");

        await bench.Market(100);
        await bench.Order(new { type = "LIMIT", price = "1.05" });

        var told = new[] { await OandaBench.Next(stream), await OandaBench.Next(stream), await OandaBench.Next(stream) };
        Assert.Equal(["MARKET_ORDER", "ORDER_FILL", "LIMIT_ORDER"], told.Select(each => Text(each, "type")));
        Assert.Equal(["2", "3", "4"], told.Select(each => Text(each, "id")));
        Assert.Equal("2", Text(told[1], "batchID"));
    }

    [Fact]
    public async Task Heartbeats_of_the_transaction_stream_say_where_the_log_stands_and_those_of_prices_do_not()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var transactions = await bench.Listen("/transactions/stream");
        using var prices = await bench.Listen("/pricing/stream?instruments=EUR_USD");
        await bench.Market(100);

        JsonElement beat;
        do
        {
            beat = await OandaBench.Next(transactions, "HEARTBEAT");
        }
        while (Text(beat, "lastTransactionID") != "3");

        Assert.Null(Text(await OandaBench.Next(prices, "HEARTBEAT"), "lastTransactionID"));
    }

    [Fact]
    public async Task Times_come_in_the_spelling_that_was_asked_for()
    {
        await using var bench = await OandaBench.Open(Quick);
        bench.Http.DefaultRequestHeaders.Add("Accept-Datetime-Format", "UNIX");
        using var stream = await bench.Listen("/transactions/stream");

        Assert.Matches(@"^\d{10}\.\d{9}$", Text(await OandaBench.Next(stream, "HEARTBEAT"), "time"));
        Assert.Matches(@"^\d{10}\.\d{9}$", (await bench.Get("/transactions/1"))["transaction.time"]);
    }

    [Fact]
    public async Task A_stream_of_unknown_instruments_is_refused()
    {
        await using var bench = await OandaBench.Open(Quick);

        Assert.Equal(400, (await bench.Get("/pricing/stream?instruments=EUR_XYZ")).Status);
    }

    static string? Text(JsonElement line, string path) => Told.At(line, path)?.GetString();
}
