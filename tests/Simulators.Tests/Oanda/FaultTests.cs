using System.Text.Json;
using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>Faults on demand: what a client sees of each.</summary>
public sealed class FaultTests
{
    static readonly OandaOptions Quick = new() { Heartbeat = TimeSpan.FromMilliseconds(50), PriceWindow = TimeSpan.FromMilliseconds(20) };

    [Fact]
    public async Task An_answer_that_is_lost_leaves_the_order_in_the_log()
    {
        await using var bench = await OandaBench.Open();
        bench.Venue.Faults.Arm(FaultKind.DropAckAfterAccept);

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.Order(new { type = "LIMIT", price = "1.05", clientExtensions = new { id = "lost" } }));

        Assert.Equal("PENDING", (await bench.Get("/orders/@lost"))["order.state"]);
        Assert.Equal(["lost"], (await bench.Get("/transactions/sinceid?id=1")).Each("transactions", "clientExtensions.id"));
    }

    [Fact]
    public async Task A_server_error_may_hide_an_order_that_was_accepted()
    {
        await using var bench = await OandaBench.Open();
        bench.Venue.Faults.Arm(FaultKind.ServerErrorWithOrderAccepted);

        Assert.Equal(502, (await bench.Order(new { type = "LIMIT", price = "1.05" })).Status);
        Assert.Equal(1, (await bench.Get("/pendingOrders")).Count("orders"));
    }

    [Fact]
    public async Task A_stream_that_falls_silent_stays_open_and_a_new_one_speaks()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var old = await bench.Listen("/transactions/stream");
        await OandaBench.Next(old, "HEARTBEAT");

        bench.Venue.Faults.Arm(FaultKind.HeartbeatStop);
        using var fresh = await bench.Listen("/transactions/stream");
        await OandaBench.Next(fresh, "HEARTBEAT");

        // A line may still have been under way.
        var next = Silence(old);
        await OandaBench.Next(fresh, "HEARTBEAT");
        await OandaBench.Next(fresh, "HEARTBEAT");
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task A_line_may_break_off_in_its_middle()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/transactions/stream");
        await OandaBench.Next(stream, "HEARTBEAT");
        bench.Venue.Faults.Arm(FaultKind.CloseMidFrame);

        var read = "";
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            var one = new char[1];
            while (await stream.ReadAsync(one).AsTask().WaitAsync(TimeSpan.FromSeconds(20)) > 0)
            {
                read += one[0];
            }

            throw new EndOfStreamException();
        });

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(read.Split('\n')[^1]));
    }

    [Fact]
    public async Task A_fill_may_be_told_twice_with_one_id()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/transactions/stream");
        bench.Venue.Faults.Arm(FaultKind.DuplicateFill);
        await bench.Market(100);

        var told = new[] { await OandaBench.Next(stream), await OandaBench.Next(stream), await OandaBench.Next(stream) };

        Assert.Equal(["2", "3", "3"], told.Select(each => each.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Two_entries_may_come_in_reverse()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/transactions/stream");
        bench.Venue.Faults.Arm(FaultKind.OutOfOrderStatus);
        await bench.Market(100);

        var told = new[] { await OandaBench.Next(stream), await OandaBench.Next(stream) };

        Assert.Equal(["ORDER_FILL", "MARKET_ORDER"], told.Select(each => each.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_line_that_is_lost_shows_in_the_heartbeat_and_is_read_from_the_log()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/transactions/stream");
        bench.Venue.Faults.Arm(new Fault(FaultKind.Venue, Name: OandaFaults.LostTransaction));
        await bench.Order(new { type = "LIMIT", price = "1.05" });

        JsonElement beat;
        do
        {
            beat = JsonDocument.Parse((await stream.ReadLineAsync())!).RootElement;
            Assert.Equal("HEARTBEAT", beat.GetProperty("type").GetString());
        }
        while (beat.GetProperty("lastTransactionID").GetString() != "2");

        Assert.Equal(["2"], (await bench.Get("/transactions/sinceid?id=1")).Each("transactions", "id"));
    }

    [Fact]
    public async Task An_order_just_made_may_not_be_found_for_half_a_second()
    {
        await using var bench = await OandaBench.Open();
        bench.Venue.Faults.Arm(new Fault(FaultKind.Venue, Name: OandaFaults.ReadAfterWriteLag));
        await bench.Order(new { type = "LIMIT", price = "1.05", clientExtensions = new { id = "new" } });

        Assert.Equal((404, "NO_SUCH_ORDER"), ((await bench.Get("/orders/@new")).Status, (await bench.Get("/orders/@new"))["errorCode"]));
        bench.Venue.Clock.Ahead = TimeSpan.FromSeconds(1);
        Assert.Equal(200, (await bench.Get("/orders/@new")).Status);
    }

    [Fact]
    public async Task An_order_may_be_cancelled_in_the_answer_that_says_created()
    {
        await using var bench = await OandaBench.Open();
        bench.Venue.Faults.Arm(new Fault(FaultKind.Venue, Name: OandaFaults.CancelInAnswer));

        var told = await bench.Order(new { type = "LIMIT", price = "1.05" });

        Assert.Equal((201, "INSUFFICIENT_MARGIN"), (told.Status, told["orderCancelTransaction.reason"]));
        Assert.Equal(0, (await bench.Get("/pendingOrders")).Count("orders"));
    }

    [Theory]
    [InlineData(FaultKind.PartialFillThenCancelRace, "/cancel")]
    [InlineData(FaultKind.AmendFillRace, "")]
    public async Task The_market_may_be_quicker_than_a_cancel_or_a_replacement(FaultKind fault, string call)
    {
        await using var bench = await OandaBench.Open();
        var placed = await bench.Order(new { type = "LIMIT", price = "1.05" });
        var path = $"/orders/{placed["orderCreateTransaction.id"]}";
        bench.Venue.Faults.Arm(fault);

        var told = await bench.Put(path + call, new { order = new { type = "LIMIT", instrument = "EUR_USD", units = "1", price = "1.04" } });

        Assert.Equal((404, "ORDER_DOESNT_EXIST"), (told.Status, told["errorCode"]));
        Assert.Equal("FILLED", (await bench.Get(path))["order.state"]);
        Assert.Equal("1.05000", (await bench.Get("/openTrades"))["trades.0.price"]);
    }

    [Fact]
    public async Task A_token_that_expired_ends_calls_and_streams()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/transactions/stream");
        bench.Venue.Faults.Arm(FaultKind.TokenExpired);

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await stream.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is not null)
            {
            }

            throw new EndOfStreamException();
        });
        Assert.Equal(401, (await bench.Get("/summary")).Status);
        Assert.Equal(200, (await bench.Get("/summary")).Status);
    }

    [Fact]
    public async Task After_a_restart_orders_and_trades_are_still_there()
    {
        await using var bench = await OandaBench.Open(Quick);
        await bench.Market(100);
        await bench.Order(new { type = "LIMIT", price = "1.05", clientExtensions = new { id = "w1" } });
        using var stream = await bench.Listen("/transactions/stream");

        bench.Venue.Restart();

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await stream.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is not null)
            {
            }

            throw new EndOfStreamException();
        });
        Assert.Equal("PENDING", (await bench.Get("/orders/@w1"))["order.state"]);
        Assert.Equal(1, (await bench.Get("/openTrades")).Count("trades"));
    }

    [Fact]
    public async Task Limits_closed_hours_and_a_wrong_clock_look_as_they_do_at_the_venue()
    {
        await using var bench = await OandaBench.Open();

        bench.Venue.Faults.Arm(FaultKind.TooManyRequests);
        Assert.Equal(429, (await bench.Get("/summary")).Status);
        bench.Venue.Faults.Arm(FaultKind.Maintenance);
        Assert.Equal(503, (await bench.Get("/summary")).Status);
        bench.Venue.Faults.Arm(FaultKind.ClockAhead);
        var told = DateTimeOffset.Parse((await bench.Get("/pricing?instruments=EUR_USD"))["time"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(told - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(91));
    }

    [Fact]
    public async Task A_late_answer_comes_after_the_line_of_its_fill()
    {
        await using var bench = await OandaBench.Open(Quick);
        using var stream = await bench.Listen("/transactions/stream");
        bench.Venue.Faults.Arm(FaultKind.FillBeforeAck, value: 2_000);

        var answer = bench.Market(100);
        await OandaBench.Next(stream);
        await OandaBench.Next(stream);

        Assert.False(answer.IsCompleted);
        Assert.Equal(201, (await answer).Status);
    }

    static async Task<string?> Silence(StreamReader stream)
    {
        await Task.Yield();
        while (await stream.ReadLineAsync() is { } line)
        {
            if (!line.Contains("HEARTBEAT", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
