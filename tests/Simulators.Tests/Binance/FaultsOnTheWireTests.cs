using System.Text.Json;
using Workbench.Simulators.Binance;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Tests.Binance;

public sealed class FaultsOnTheWireTests : BinanceCase
{
    private protected override BinanceOptions Options => new() { Heartbeat = TimeSpan.FromMilliseconds(100) };

    [Theory]
    [InlineData(FaultKind.TooManyRequests, 3, 429, "3")]
    [InlineData(FaultKind.Banned, 0, 418, "120")]
    public async Task A_caller_is_sent_away_for_so_long(FaultKind kind, int value, int status, string seconds)
    {
        Simulator.Faults.Arm(kind, 1, value);

        var answer = await Caller.Limit("BUY", "0.01", "50000");

        Assert.Equal((status, -1003, seconds), (answer.Status, answer.Code, answer.Headers["Retry-After"]));
        Assert.Equal(200, (await Caller.Limit("BUY", "0.01", "50000")).Status);
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_an_order_behind()
    {
        Simulator.Faults.Arm(FaultKind.DropAckAfterAccept);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Caller.Limit("BUY", "0.01", "50000", "&newClientOrderId=lost"));

        Assert.Equal("NEW", (await Caller.Signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=lost"))["status"]);
    }

    [Fact]
    public async Task A_server_error_leaves_an_order_behind_in_both_markets()
    {
        Simulator.Faults.Arm(FaultKind.ServerErrorWithOrderAccepted, 2);

        var spot = await Caller.Limit("BUY", "0.01", "50000");
        var futures = await Caller.FuturesLimit("BUY", "0.01", "59000");

        Assert.Equal((504, -1007), (spot.Status, spot.Code));
        Assert.Equal((503, false), (futures.Status, futures.Body.TryGetProperty("code", out _)));
        Assert.Single(Simulator.Spot.OpenOrders("main"));
        Assert.Single(Simulator.Futures.OpenOrders("main"));
    }

    [Fact]
    public async Task A_throttled_order_may_be_alive()
    {
        Simulator.Faults.Arm(new Fault(FaultKind.Venue, Name: BinanceFaults.ThrottledButAlive));

        Assert.Equal((503, -1008), await Caller.FuturesLimit("BUY", "0.01", "59000") is var answer ? (answer.Status, answer.Code) : default);
        Assert.Single(Simulator.Futures.OpenOrders("main"));
    }

    [Fact]
    public async Task A_refused_order_leaves_none_and_keeps_the_fault_for_the_next()
    {
        Simulator.Faults.Arm(FaultKind.ServerErrorWithOrderAccepted);

        Assert.Equal(-1013, (await Caller.Limit("BUY", "0.00001", "50000")).Code);
        Assert.Equal(504, (await Caller.Limit("BUY", "0.01", "50000")).Status);
    }

    [Fact]
    public async Task A_cancel_and_an_amendment_may_come_after_half_a_fill()
    {
        var (first, second) = (await Caller.Limit("BUY", "0.02", "50000"), await Caller.Limit("BUY", "0.02", "50000"));
        Simulator.Faults.Arm(FaultKind.PartialFillThenCancelRace);
        Simulator.Faults.Arm(FaultKind.AmendFillRace);

        var cancelled = await Caller.Signed("DELETE", "/api/v3/order", $"symbol=BTCUSDT&orderId={first["orderId"]}");
        var amended = await Caller.Signed("PUT", "/api/v3/order/amend/keepPriority", $"symbol=BTCUSDT&orderId={second["orderId"]}&newQty=0.01");

        Assert.Equal(("CANCELED", "0.01000000"), (cancelled["status"], cancelled["executedQty"]));
        Assert.Equal(-2038, amended.Code);
    }

    [Fact]
    public async Task A_fill_may_be_told_twice_and_before_what_it_fills()
    {
        await using var ear = await OwnSpotEvents();
        Simulator.Faults.Arm(FaultKind.DuplicateFill);
        Simulator.Faults.Arm(FaultKind.OutOfOrderStatus);

        await Caller.Limit("BUY", "0.01", "60001");

        await Ear.Until(() => Reports(ear).Count == 3, "three reports");
        Assert.Equal(["TRADE", "TRADE", "NEW"], Reports(ear).Select(report => report.GetProperty("x").GetString()));
        Assert.Equal(Reports(ear)[0].GetProperty("t").GetInt64(), Reports(ear)[1].GetProperty("t").GetInt64());
        Assert.Single(Simulator.Spot.Fills("main"));
    }

    [Fact]
    public async Task A_socket_may_fall_silent_and_stay_open()
    {
        await using var ear = await Ear.Open(Simulator.StreamUri, "/ws/btcusdt@bookTicker");
        Simulator.Spot.Quote("BTCUSDT", 60_000m, 60_000.01m, 1, 1);
        await ear.Await(_ => true, "ticker");
        Simulator.Faults.Arm(FaultKind.HeartbeatStop);

        Simulator.Spot.Quote("BTCUSDT", 60_001m, 60_001.01m, 1, 1);
        await using var other = await Ear.Open(Simulator.StreamUri, "/ws/btcusdt@bookTicker");
        Simulator.Spot.Quote("BTCUSDT", 60_002m, 60_002.01m, 1, 1);
        await other.Await(_ => true, "ticker on a new socket");

        Assert.Equal((1, null), (ear.Heard.Count(each => each.GetProperty("b").GetString() != "60002.00000000"), ear.End));
    }

    [Fact]
    public async Task A_socket_may_break_within_a_frame()
    {
        await using var ear = await Ear.Open(Simulator.StreamUri, "/ws/btcusdt@bookTicker");
        Simulator.Faults.Arm(FaultKind.CloseMidFrame);

        Simulator.Spot.Quote("BTCUSDT", 60_000m, 60_000.01m, 1, 1);

        await ear.Ended();
        Assert.Empty(ear.Heard);
    }

    [Fact]
    public async Task A_restart_breaks_every_connection_and_keeps_every_order()
    {
        await Caller.Limit("BUY", "0.01", "50000");
        await using var ear = await Ear.Open(Simulator.StreamUri, "/ws/btcusdt@bookTicker");

        Simulator.Restart();

        await ear.Ended();
        Assert.Equal(1, (await Caller.Signed("GET", "/api/v3/openOrders", "symbol=BTCUSDT")).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_key_that_is_revoked_ends_the_session_with_a_word()
    {
        await using var ear = await OwnSpotEvents();

        Simulator.Faults.Arm(FaultKind.TokenExpired);

        var word = await ear.Await(each => each.TryGetProperty("status", out var status) && status.GetInt32() == 401, "last word");
        Assert.Equal(-2015, word.GetProperty("error").GetProperty("code").GetInt32());
        await ear.Ended();
        Assert.Equal(401, (await Caller.Signed("GET", "/api/v3/account")).Status);
    }

    [Fact]
    public async Task A_listen_key_may_end_in_mid_session_and_silence_follows()
    {
        await using var ear = await OwnFuturesEvents();

        Simulator.Faults.Arm(new Fault(FaultKind.Venue, Name: BinanceFaults.ListenKeyExpired));
        await ear.Await(each => each.GetProperty("e").GetString() == "listenKeyExpired", "end of the key");
        await Caller.FuturesLimit("BUY", "0.01", "59000");
        await using var again = await OwnFuturesEvents();
        await Caller.FuturesLimit("BUY", "0.01", "59001");

        await again.Await(each => each.GetProperty("e").GetString() == "ORDER_TRADE_UPDATE", "event on a new key");
        Assert.Single(ear.Heard);
    }

    [Fact]
    public async Task A_shutdown_is_announced()
    {
        await using var ear = await Ear.Open(Simulator.StreamUri, "/ws/btcusdt@bookTicker");

        await Ear.Until(() =>
        {
            Simulator.Faults.Arm(new Fault(FaultKind.Venue, Name: BinanceFaults.ServerShutdown));
            return ear.End is not null;
        }, "shutdown");

        Assert.Contains(ear.Heard, each => each.GetProperty("e").GetString() == "serverShutdown");
    }

    static List<JsonElement> Reports(Ear ear) => [.. ear.Heard.Where(each => each.TryGetProperty("event", out var inner) && inner.GetProperty("e").GetString() == "executionReport").Select(each => each.GetProperty("event"))];
}
