using System.Text.Json;

namespace Workbench.Simulators.Tests.Binance;

public sealed class BookStreamTests : BinanceCase
{
    [Theory]
    [InlineData("spot")]
    [InlineData("futures")]
    public async Task Snapshot_and_changes_make_the_book_by_the_documented_rule(string market)
    {
        await using var ear = await Open(market);
        Move(market, 1);
        await ear.Await(_ => true, "first change");
        var snapshot = await Snapshot(market);
        Move(market, 2);
        Move(market, 3);
        var last = await LastId(market);
        await ear.Await(change => change.GetProperty("u").GetInt64() >= last, "last change");

        var id = snapshot.GetProperty("lastUpdateId").GetInt64();
        var (bids, asks) = (Ladder(snapshot, "bids"), Ladder(snapshot, "asks"));
        var relevant = ear.Heard.Where(change => change.GetProperty("u").GetInt64() > id).ToList();
        Assert.All(relevant.Zip(relevant.Skip(1)), pair => Assert.Equal(pair.First.GetProperty("u").GetInt64(), Previous(pair.Second)));
        Assert.True(relevant[0].GetProperty("U").GetInt64() <= id + 1);
        foreach (var change in relevant)
        {
            Apply(change, "b", bids);
            Apply(change, "a", asks);
        }

        var exchange = market == "spot" ? Simulator.Spot : Simulator.Futures;
        Assert.Equal(exchange.Depth("BTCUSDT").Bids.Select(level => (level.Price, level.Qty)), bids.Reverse().Select(level => (level.Key, level.Value)));
        Assert.Equal(exchange.Depth("BTCUSDT").Asks.Select(level => (level.Price, level.Qty)), asks.Select(level => (level.Key, level.Value)));
    }

    [Fact]
    public async Task A_gap_shows_in_the_sequence()
    {
        await using var ear = await Open("futures");
        Move("futures", 1);
        var before = await ear.Await(_ => true, "change");
        Simulator.Faults.Arm(FaultKind.BookGap);
        Move("futures", 2);
        await Ear.Until(() => Simulator.Faults.Pending.Count == 0, "gap");
        Move("futures", 3);

        var after = await ear.Await(change => change.GetProperty("u").GetInt64() > before.GetProperty("u").GetInt64(), "change after the gap");
        Assert.NotEqual(before.GetProperty("u").GetInt64(), Previous(after));
    }

    [Fact]
    public async Task A_reset_begins_anew_and_the_snapshot_goes_with_it()
    {
        await using var ear = await Open("futures");
        Move("futures", 1);
        var before = (await ear.Await(_ => true, "change")).GetProperty("u").GetInt64();
        Simulator.Faults.Arm(FaultKind.BookReset);
        Move("futures", 2);

        await ear.Await(change => change.GetProperty("u").GetInt64() < before, "change below the last");
        Assert.InRange((await Snapshot("futures")).GetProperty("lastUpdateId").GetInt64(), 1, before);
    }

    [Fact]
    public async Task On_futures_books_and_trades_of_all_have_paths_of_their_own()
    {
        await using var wrong = await Ear.Open(Simulator.FuturesStreamUri, "/market/ws/btcusdt@bookTicker");
        await using var right = await Ear.Open(Simulator.FuturesStreamUri, "/public/stream?streams=btcusdt@bookTicker");
        await using var trades = await Ear.Open(Simulator.FuturesStreamUri, "/market/stream?streams=btcusdt@aggTrade");

        Move("futures", 100);

        Assert.Equal("btcusdt@bookTicker", (await right.Await(_ => true, "ticker")).GetProperty("stream").GetString());
        await trades.Await(_ => true, "trade");
        Assert.Empty(wrong.Heard);
    }

    [Fact]
    public async Task Streams_are_joined_and_left_on_an_open_connection()
    {
        await using var ear = await Ear.Open(Simulator.StreamUri, "/ws");
        await ear.Say("""{"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":7}""");
        var answer = await ear.Await(each => each.TryGetProperty("id", out _), "answer");
        Assert.Equal((7, JsonValueKind.Null), (answer.GetProperty("id").GetInt32(), answer.GetProperty("result").ValueKind));
        Simulator.Spot.Print("BTCUSDT", 60_000m, 0.5m, buyerIsMaker: true);
        await ear.Await(each => each.TryGetProperty("q", out var qty) && qty.GetString() == "0.50000000", "trade");

        await ear.Say("""{"method":"UNSUBSCRIBE","params":["btcusdt@trade"],"id":8}""");
        await ear.Await(each => each.TryGetProperty("id", out var id) && id.GetInt32() == 8, "answer");
        Simulator.Spot.Print("BTCUSDT", 60_000m, 0.6m, buyerIsMaker: true);
        await ear.Say("""{"method":"LIST_SUBSCRIPTIONS","id":9}""");

        await ear.Await(each => each.TryGetProperty("id", out var id) && id.GetInt32() == 9, "answer");
        Assert.DoesNotContain(ear.Heard, each => each.TryGetProperty("q", out var qty) && qty.GetString() == "0.60000000");
    }

    [Fact]
    public async Task Who_talks_too_much_is_cut_off()
    {
        await using var ear = await Ear.Open(Simulator.StreamUri, "/ws");
        for (var message = 0; message < 20 && ear.End is null; message++)
        {
            await ear.Say("""{"method":"LIST_SUBSCRIPTIONS","id":1}""");
        }

        await ear.Ended();
    }

    Task<Ear> Open(string market) => market == "spot"
        ? Ear.Open(Simulator.StreamUri, "/ws/btcusdt@depth@100ms")
        : Ear.Open(Simulator.FuturesStreamUri, "/public/ws/btcusdt@depth@100ms");

    void Move(string market, int ticks)
    {
        var (exchange, tick) = market == "spot" ? (Simulator.Spot, 0.01m) : (Simulator.Futures, 0.1m);
        exchange.Quote("BTCUSDT", 60_000m + ticks * tick, 60_000m + (ticks + 1) * tick, ticks, ticks);
    }

    async Task<JsonElement> Snapshot(string market) => (await Caller.Open(market == "spot" ? "/api/v3/depth?symbol=BTCUSDT&limit=5000" : "/fapi/v1/depth?symbol=BTCUSDT&limit=1000")).Body;

    async Task<long> LastId(string market) => (await Snapshot(market)).GetProperty("lastUpdateId").GetInt64();

    static long Previous(JsonElement change) => change.TryGetProperty("pu", out var previous) ? previous.GetInt64() : change.GetProperty("U").GetInt64() - 1;

    static SortedDictionary<decimal, decimal> Ladder(JsonElement snapshot, string side)
    {
        var ladder = new SortedDictionary<decimal, decimal>();
        Apply(snapshot, side, ladder);
        return ladder;
    }

    static void Apply(JsonElement change, string side, SortedDictionary<decimal, decimal> ladder)
    {
        foreach (var level in change.GetProperty(side).EnumerateArray())
        {
            var (price, qty) = (Number(level[0]), Number(level[1]));
            ladder[price] = qty;
            if (qty == 0)
            {
                ladder.Remove(price);
            }
        }
    }

    static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
