using System.Text;
using System.Text.Json;
using Workbench.Brokers.Binance;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>Streams over real sockets: what is heard, and what a break, garbage or a farewell does.</summary>
public class BinanceStreamTests
{
    const string Subscribed = """{"id":1,"status":200,"result":{"subscriptionId":0},"rateLimits":[]}""";

    [SharedDataTheory]
    [InlineData("GlobalSpotLimitSubmittedFilled", "New, Trade")]
    [InlineData("GlobalSpotMarketSubmittedFilled", "New, Trade")]
    [InlineData("GlobalSpotStopLimitSubmittedTriggerFilled", "New, Triggered, Trade")]
    public async Task A_recorded_life_of_a_spot_order_is_heard(string file, string expected)
    {
        var messages = Recorded(file);
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, _) =>
        {
            await socket.Receive();
            await socket.Send(Subscribed);
            foreach (var message in messages)
            {
                await socket.Send(message);
            }

            await socket.Stay();
        });
        var heard = await Listen(venue, BinanceMarket.Spot, out var broker);
        await using var closing = broker;

        await Heard.Until(() => heard.Reports.Count() == expected.Split(',').Length, "the reports");
        Assert.Equal(expected, string.Join(", ", heard.Reports.Select(report => report.ExecType)));
        Assert.Single(heard.Reports.Select(report => (report.ClOrdId, report.VenueOrderId)).Distinct());
        Assert.Equal("BNB", heard.Reports.Last().CommissionCurrency);
        Assert.Equal(LinkState.Up, Assert.Single(heard.Links).State);
    }

    [SharedDataTheory]
    [InlineData("FutureLimitSubmittedFilled", "New, Trade")]
    [InlineData("FutureMarketSubmittedFilled", "New, Trade")]
    [InlineData("FutureStopLimitSubmittedExpired", "New, Canceled")]
    [InlineData("FutureStopMarketSubmittedCanceled", "New, Canceled")]
    [InlineData("FutureStopMarketSubmitPartiallyFilledFilled", "New, Triggered, Trade, Trade, Triggered")]
    public async Task A_recorded_life_of_a_futures_order_is_heard(string file, string expected)
    {
        var messages = Recorded(file);
        await using var venue = await Playback.Start(_ => (200, """{"listenKey":"pqia91ma19a5s61cv6a81va65sdf19v8a65a1"}"""), async (socket, _) =>
        {
            foreach (var message in messages)
            {
                await socket.Send(message);
            }

            await socket.Stay();
        });
        var heard = await Listen(venue, BinanceMarket.UsdFutures, out var broker);
        await using var closing = broker;

        await Heard.Until(() => heard.Reports.Count() == expected.Split(',').Length, "the reports");
        Assert.Equal(expected, string.Join(", ", heard.Reports.Select(report => report.ExecType)));
        Assert.Single(heard.Reports.Select(report => report.ClOrdId).Distinct());
        Assert.Contains(venue.Asked, line => line.StartsWith("GET /private/ws?listenKey=pqia91ma19a5s61cv6a81va65sdf19v8a65a1&events=ORDER_TRADE_UPDATE/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_subscription_to_own_events_is_signed_by_itself()
    {
        var asked = "";
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, _) =>
        {
            asked = await socket.Receive();
            await socket.Send(Subscribed);
            await socket.Stay();
        });
        await Listen(venue, BinanceMarket.Spot, out var broker);
        await using var closing = broker;
        using var parsed = JsonDocument.Parse(asked);
        var fields = parsed.RootElement.GetProperty("params").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString());
        var payload = string.Join('&', fields.Where(field => field.Key != "signature").OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));

        Assert.Equal("userDataStream.subscribe.signature", parsed.RootElement.GetProperty("method").GetString());
        Assert.Equal(BinanceSigner.Of(BinanceDesk.Keys).Sign(payload), fields["signature"]);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_for_good_and_the_text_shows_no_secret()
    {
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, _) =>
        {
            await socket.Receive();
            await socket.Send("""{"id":1,"status":401,"error":{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}}""");
            await socket.Stay();
        });
        await using var broker = Broker(venue, BinanceMarket.Spot);
        var refused = await Assert.ThrowsAsync<WorkbenchException>(() => broker.Listen([BinanceDesk.Btc], new Heard(), default));

        Assert.Equal("WB5038", refused.Code);
        Assert.DoesNotContain(BinanceDesk.Key, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(BinanceDesk.Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_is_a_gap_and_what_comes_in_pieces_or_with_new_fields_is_heard()
    {
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, _) =>
        {
            await socket.Receive();
            await socket.Send(Subscribed);
            await socket.Send("{not json");
            await socket.Send("""{"subscriptionId":0,"event":{"e":"executionReport","s":"BTCUSDT"}}""");
            await socket.Send("""{"subscriptionId":0,"event":{"e":"somethingNew","x":1}}""");
            await socket.Send("[]");
            await socket.SendInPieces(Report(1, "s1x7", "NEW"), 7);
            await socket.Stay();
        });
        var heard = await Listen(venue, BinanceMarket.Spot, out var broker);
        await using var closing = broker;

        await Heard.Until(() => heard.Reports.Any(), "the report");
        Assert.Equal("s1x7", Assert.Single(heard.Reports).ClOrdId);
        Assert.Equal([LinkState.Up, LinkState.Gap, LinkState.Gap, LinkState.Gap], heard.Links.Select(link => link.State));
    }

    [Fact]
    public async Task A_break_in_mid_message_is_told_and_the_next_connection_subscribes_anew()
    {
        var isUp = new TaskCompletionSource();
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, nth) =>
        {
            await socket.Receive();
            await socket.Send(Subscribed);
            if (nth == 1)
            {
                await isUp.Task;
                await socket.BreakAfter(Report(1, "s1x7", "NEW")[..60]);
                return;
            }

            await socket.Send(Report(1, "s1x7", "CANCELED"));
            await socket.Stay();
        });
        var heard = await Listen(venue, BinanceMarket.Spot, out var broker);
        await using var closing = broker;

        isUp.SetResult();
        await Heard.Until(() => heard.Reports.Any(), "the report after the break");
        Assert.Equal(ExecType.Canceled, Assert.Single(heard.Reports).ExecType);
        Assert.Equal([LinkState.Up, LinkState.Down, LinkState.Up], heard.Links.Select(link => link.State));
    }

    [Theory]
    [InlineData("""{"e":"serverShutdown","E":1}""")]
    [InlineData("""{"subscriptionId":0,"event":{"e":"eventStreamTerminated","E":1}}""")]
    public async Task A_farewell_makes_a_new_connection_before_the_old_one_is_cut(string farewell)
    {
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, nth) =>
        {
            await socket.Receive();
            await socket.Send(Subscribed);
            if (nth == 1)
            {
                await socket.Send(farewell);
            }

            await socket.Stay();
        });
        var heard = await Listen(venue, BinanceMarket.Spot, out var broker);
        await using var closing = broker;

        await Heard.Until(() => heard.Links.Count() >= 3, "the second connection");
        Assert.Equal([LinkState.Up, LinkState.Down, LinkState.Up], heard.Links.Take(3).Select(link => link.State));
    }

    [Fact]
    public async Task An_expired_listen_key_makes_a_new_one_and_a_new_connection()
    {
        var keys = 0;
        await using var venue = await Playback.Start(_ => (200, FormattableString.Invariant($$"""{"listenKey":"key{{Interlocked.Increment(ref keys)}}"}""")), async (socket, nth) =>
        {
            if (nth == 1)
            {
                await socket.Send("""{"e":"listenKeyExpired","E":1700000000000,"listenKey":"key1"}""");
            }

            await socket.Stay();
        });
        var heard = await Listen(venue, BinanceMarket.UsdFutures, out var broker);
        await using var closing = broker;

        await Heard.Until(() => venue.Asked.Any(line => line.Contains("listenKey=key2", StringComparison.Ordinal)), "the second key");
        Assert.Equal([LinkState.Up, LinkState.Down], heard.Links.Take(2).Select(link => link.State));
        Assert.DoesNotContain(heard.Links, link => link.Text.Contains("key1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_listen_key_is_renewed_and_one_that_the_venue_forgot_is_made_anew()
    {
        var renewals = 0;
        await using var venue = await Playback.Start(
            line => !line.StartsWith("PUT", StringComparison.Ordinal) || Interlocked.Increment(ref renewals) == 1
                ? (200, """{"listenKey":"key"}""")
                : (400, """{"code":-1125,"msg":"This listenKey does not exist."}"""),
            (socket, _) => socket.Stay());
        var heard = await Listen(venue, BinanceMarket.UsdFutures, out var broker, new Hasty(6_000));
        await using var closing = broker;

        await Heard.Until(() => heard.Links.Count() >= 3, "the second connection");
        Assert.Equal([LinkState.Up, LinkState.Down, LinkState.Up], heard.Links.Take(3).Select(link => link.State));
        Assert.Equal("the listenKey was not renewed: This listenKey does not exist.", heard.Links.ElementAt(1).Text);
        Assert.Equal(["POST", "PUT", "PUT", "POST"], venue.Asked.Select(line => line.Split(' ')[0]).Where(method => method != "GET").Take(4));
    }

    [Fact]
    public async Task A_market_stream_that_falls_silent_is_connected_anew()
    {
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, _) =>
        {
            await socket.Receive();
            await socket.Send("""{"result":null,"id":1}""");
            await socket.Stay();
        });
        var heard = new Heard();
        await using var broker = Broker(venue, BinanceMarket.Spot, new Hasty(1_000));
        await broker.Subscribe([BinanceDesk.Btc], DataKind.Ticks, heard, default);

        await Heard.Until(() => heard.Links.Count() >= 3, "the second connection");
        Assert.Equal("nothing came for 300 s", heard.Links.ElementAt(1).Text);
        Assert.Equal([LinkState.Up, LinkState.Down, LinkState.Up], heard.Links.Take(3).Select(link => link.State));
    }

    [Fact]
    public async Task Money_that_comes_without_a_trade_is_told_once_with_its_id()
    {
        await using var venue = await Playback.Start(_ => (200, """{"listenKey":"key"}"""), async (socket, _) =>
        {
            await socket.Send("""{"e":"ACCOUNT_UPDATE","E":2,"T":1,"a":{"m":"ORDER","B":[{"a":"USDT","wb":"10","cw":"10","bc":"0"}],"P":[]}}""");
            await socket.Send("""{"e":"ACCOUNT_UPDATE","E":4,"T":3,"a":{"m":"FUNDING_FEE","B":[{"a":"USDT","wb":"9.5","cw":"9.5","bc":"-0.5"}]}}""");
            await socket.Stay();
        });
        var heard = await Listen(venue, BinanceMarket.UsdFutures, out var broker);
        await using var closing = broker;

        await Heard.Until(() => heard.Cash.Any(), "the funding");
        Assert.Equal(("3:FUNDING_FEE:USDT", new Money(-0.5m, "USDT"), "FUNDING_FEE"), Assert.Single(heard.Cash));
    }

    [Theory]
    [InlineData(BinanceMarket.Spot, "/stream", "btcusdt@trade")]
    [InlineData(BinanceMarket.UsdFutures, "/market/stream", "btcusdt@aggTrade")]
    public async Task Prints_are_heard_under_the_path_of_their_kind(BinanceMarket market, string path, string stream)
    {
        var asked = "";
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, _) =>
        {
            asked = socket.Address + " " + await socket.Receive();
            await socket.Send("""{"result":null,"id":1}""");
            await socket.Send($$"""{"stream":"{{stream}}","data":{"e":"trade","E":5,"s":"BTCUSDT","t":9,"p":"61837.63000000","q":"0.02000000","T":1723161255342,"m":true,"M":true} }""");
            await socket.Stay();
        });
        var heard = new Heard();
        await using var broker = Broker(venue, market);
        await broker.Subscribe([BinanceDesk.Btc], DataKind.Trades, heard, default);

        await Heard.Until(() => heard.Trades.Any(), "the print");
        var print = Assert.Single(heard.Trades);
        Assert.Equal($$"""{{path}} {"method":"SUBSCRIBE","params":["{{stream}}"],"id":1}""", asked);
        Assert.Equal((61837.63m, 0.02m, Side.Sell, 1723161255342 * UtcNanos.Millisecond), (print.Price, print.Size, print.Aggressor, print.TimeNanos));
    }

    [Fact]
    public async Task Best_prices_and_closed_bars_are_heard()
    {
        await using var venue = await Playback.Start(_ => (404, ""), async (socket, _) =>
        {
            var isBars = (await socket.Receive()).Contains("kline", StringComparison.Ordinal);
            await socket.Send("""{"result":null,"id":1}""");
            await socket.Send(isBars ? Bar(false) : """{"stream":"btcusdt@bookTicker","data":{"u":50093239212,"s":"BTCUSDT","b":"61837.63000000","B":"3.78826000","a":"61837.64000000","A":"1.54698000"}}""");
            await socket.Send(isBars ? Bar(true) : """{"stream":"ethusdt@bookTicker","data":{}}""");
            await socket.Stay();
        });
        var heard = new Heard();
        await using var broker = Broker(venue, BinanceMarket.Spot);
        await broker.Subscribe([BinanceDesk.Btc], DataKind.Ticks, heard, default);
        await broker.Subscribe([BinanceDesk.Btc], DataKind.Bars, heard, default);

        await Heard.Until(() => heard.Ticks.Any() && heard.Bars.Any(), "tick and bar");
        var tick = Assert.Single(heard.Ticks);
        var bar = Assert.Single(heard.Bars);
        Assert.Equal((61837.63m, 61837.64m, 3.78826m, 1.54698m), (tick.Bid, tick.Ask, tick.BidSize, tick.AskSize));
        Assert.InRange(tick.Time, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal((1m, 4m, 0.5m, 2m, UtcNanos.Minute), (bar.Open, bar.High, bar.Low, bar.Close, bar.CloseNanos - bar.OpenNanos));
    }

    [Fact]
    public async Task A_book_with_a_gap_is_begun_anew_with_another_snapshot()
    {
        var snapshots = 0;
        var next = new TaskCompletionSource();
        await using var venue = await Playback.Start(
            line => line.StartsWith("GET /api/v3/depth?symbol=BTCUSDT&limit=1000", StringComparison.Ordinal)
                ? (200, Interlocked.Increment(ref snapshots) == 1 ? Snapshot(105) : Snapshot(125))
                : (404, ""),
            async (socket, _) =>
            {
                await socket.Receive();
                await socket.Send("""{"result":null,"id":1}""");
                await socket.Send(Depth(101, 110));
                await next.Task;
                await socket.Send(Depth(121, 130));
                for (var id = 131; snapshots < 2; id++)
                {
                    await Task.Delay(100);
                    await socket.Send(Depth(id, id));
                }

                await socket.Stay();
            });
        var heard = new Heard();
        await using var broker = Broker(venue, BinanceMarket.Spot);
        await broker.Subscribe([BinanceDesk.Btc], DataKind.Depth, heard, default);

        await Heard.Until(() => heard.Books.TryGetValue("BTCUSDT", out var book) && book.IsValid, "the book");
        next.SetResult();
        await Heard.Until(() => heard.BookMessages.Count(flags => flags.HasFlag(DepthFlags.Snapshot)) == 2, "the second snapshot");
        await Heard.Until(() => heard.Books["BTCUSDT"].IsValid, "the book again");
        Assert.Contains(heard.BookMessages, flags => flags.HasFlag(DepthFlags.Gap));
        Assert.Contains(heard.Links, link => link.State == LinkState.Gap && link.Text.Contains("BTCUSDT", StringComparison.Ordinal));
    }

    static Task<Heard> Listen(Playback venue, BinanceMarket market, out BinanceBroker broker, TimeProvider? time = null)
    {
        var made = broker = Broker(venue, market, time);
        return Start();

        async Task<Heard> Start()
        {
            var heard = new Heard();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await made.Listen([BinanceDesk.Btc], heard, patience.Token);
            return heard;
        }
    }

    static BinanceBroker Broker(Playback venue, BinanceMarket market, TimeProvider? time = null) =>
        new(new HttpClient(), BinanceDesk.Keys, market, BinanceHosts.At(market, venue.Root), time);

    static string Report(long id, string clientId, string what) => FormattableString.Invariant(
        $$$"""{"subscriptionId":0,"event":{"e":"executionReport","E":1,"s":"BTCUSDT","c":"{{{clientId}}}","S":"BUY","o":"LIMIT","f":"GTC","q":"1.0","p":"50000","P":"0","C":"","x":"{{{what}}}","X":"{{{what}}}","r":"NONE","i":{{{id}}},"l":"0","z":"0","L":"0","n":"0","N":null,"T":1700000000000,"t":-1,"w":true,"m":false,"O":1700000000000,"brandNew":{"a":[1]} } }""");

    static string Bar(bool isClosed) => $$$"""{"stream":"btcusdt@kline_1m","data":{"e":"kline","E":1,"s":"BTCUSDT","k":{"t":1638747660000,"T":1638747719999,"o":"1.0","c":"2.0","h":"4.0","l":"0.5","v":"10","n":7,"x":{{{(isClosed ? "true" : "false")}}} } } }""";

    static string Depth(long first, long last) => FormattableString.Invariant(
        $$$"""{"stream":"btcusdt@depth@100ms","data":{"e":"depthUpdate","E":1700000000000,"s":"BTCUSDT","U":{{{first}}},"u":{{{last}}},"b":[["50000.00","1"]],"a":[]}}""");

    static string Snapshot(long last) => FormattableString.Invariant($$"""{"lastUpdateId":{{last}},"bids":[["49999.00","9"]],"asks":[["50001.00","9"]]}""");

    static List<string> Recorded(string file)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(SharedData.Path($"brokers/binance/lean-order-lifecycles/WebSocket{file}.json")), new JsonReaderOptions { AllowMultipleValues = true });
        List<string> messages = [];
        while (reader.Read())
        {
            using var message = JsonDocument.ParseValue(ref reader);
            messages.Add(message.RootElement.GetRawText());
        }

        return messages;
    }
}
