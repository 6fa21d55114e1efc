using System.IO.Compression;
using System.Text;
using Workbench.Brokers.Binance;

namespace Workbench.Brokers.Tests.Binance;

public class BinanceBookTests
{
    [SharedDataTheory]
    [InlineData("usdm", true, 6_551, 1)]
    [InlineData("spot", false, 3_451, 2)]
    public void A_recorded_book_is_followed_without_a_gap(string folder, bool isFutures, int diffs, int priceScale)
    {
        var heard = new Heard();
        var instrument = BinanceDesk.Btc with { PriceScale = priceScale };
        var book = new BinanceBook(instrument, isFutures, heard);
        var seen = 0;
        foreach (var line in Lines($"binance-ws-capture/{folder}/btcusdt_20240808.gz"))
        {
            var json = Encoding.UTF8.GetBytes(line[(line.IndexOf(' ') + 1)..]);
            if (!BinanceFeedWire.TryUnwrap(json, out var stream, out var data))
            {
                Assert.True(book.WantsSnapshot);
                book.Snapshot(BinanceDepth.Read(instrument, json));
                Assert.False(book.WantsSnapshot);
            }
            else if (stream.Contains("@depth", StringComparison.Ordinal))
            {
                seen++;
                book.Change(BinanceDepth.Read(instrument, data));
            }

            if (heard.Books.TryGetValue("BTCUSDT", out var ladder))
            {
                Assert.True(ladder.IsValid && ladder.Level(Side.Buy, 0).PriceRaw < ladder.Level(Side.Sell, 0).PriceRaw, $"crossed after {seen} changes");
            }
        }

        Assert.Equal(diffs, seen);
        Assert.Empty(heard.Links);
        Assert.Equal(DepthFlags.Snapshot, heard.BookMessages.First() & DepthFlags.Snapshot);
        Assert.Single(heard.BookMessages, flags => flags.HasFlag(DepthFlags.Snapshot));
        Assert.InRange(heard.BookMessages.Count, diffs - 60, diffs);
    }

    [SharedDataFact]
    public void The_best_of_a_recorded_book_is_what_the_best_price_stream_says()
    {
        // Best prices are sent per change and the book each 100 ms: they can be compared where their numbers meet.
        var heard = new Heard();
        var book = new BinanceBook(BinanceDesk.Btc, isFutures: false, heard);
        var ticks = new Dictionary<long, (long Bid, long BidSize, long Ask, long AskSize)>();
        var compared = 0;
        foreach (var line in Lines("binance-ws-capture/spot/btcusdt_20240808.gz"))
        {
            var json = Encoding.UTF8.GetBytes(line[(line.IndexOf(' ') + 1)..]);
            if (!BinanceFeedWire.TryUnwrap(json, out var stream, out var data))
            {
                book.Snapshot(BinanceDepth.Read(BinanceDesk.Btc, json));
            }
            else if (stream.EndsWith("@bookTicker", StringComparison.Ordinal))
            {
                var tick = BinanceFeedWire.Tick(BinanceDesk.Btc, data, 0);
                using var parsed = System.Text.Json.JsonDocument.Parse(data.ToArray());
                ticks[parsed.RootElement.GetProperty("u").GetInt64()] = (tick.BidRaw, tick.BidSizeRaw, tick.AskRaw, tick.AskSizeRaw);
            }
            else if (stream.Contains("@depth", StringComparison.Ordinal))
            {
                var change = BinanceDepth.Read(BinanceDesk.Btc, data);
                book.Change(change);
                if (!book.WantsSnapshot && ticks.TryGetValue(change.Last, out var best))
                {
                    var ladder = heard.Books["BTCUSDT"];
                    Assert.Equal(best, (ladder.Level(Side.Buy, 0).PriceRaw, ladder.Level(Side.Buy, 0).SizeRaw, ladder.Level(Side.Sell, 0).PriceRaw, ladder.Level(Side.Sell, 0).SizeRaw));
                    compared++;
                }
            }
        }

        Assert.True(compared > 50, $"compared only {compared}");
    }

    [Fact]
    public void Spot_drops_what_the_snapshot_holds_and_joins_what_goes_on_from_it()
    {
        var heard = new Heard();
        var book = new BinanceBook(BinanceDesk.Btc, isFutures: false, heard);
        book.Change(Change(101, 105, 0, "1"));
        book.Change(Change(106, 110, 0, "2"));
        book.Snapshot(Snapshot(105));

        Assert.Equal([DepthFlags.Snapshot, DepthFlags.End], heard.BookMessages);
        Assert.Equal(2m, heard.Books["BTCUSDT"].Size(Side.Buy, 0));
    }

    [Fact]
    public void A_snapshot_older_than_what_is_kept_is_of_no_use()
    {
        foreach (var isFutures in (bool[])[false, true])
        {
            var heard = new Heard();
            var book = new BinanceBook(BinanceDesk.Btc, isFutures, heard);
            book.Change(Change(120, 130, 110, "1"));
            book.Snapshot(Snapshot(105));

            Assert.True(book.WantsSnapshot);
            Assert.Empty(heard.BookMessages);

            book.Snapshot(Snapshot(125));
            Assert.False(book.WantsSnapshot);
            Assert.True(heard.Books["BTCUSDT"].IsValid);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_gap_voids_the_book_at_once_and_the_next_snapshot_begins_it_anew(bool isFutures)
    {
        var heard = new Heard();
        var book = new BinanceBook(BinanceDesk.Btc, isFutures, heard);
        book.Change(Change(101, 110, 100, "1"));
        book.Snapshot(Snapshot(105));
        book.Change(Change(111, 115, 110, "2"));
        Assert.True(heard.Books["BTCUSDT"].IsValid);

        book.Change(Change(118, 120, 117, "3"));

        Assert.False(heard.Books["BTCUSDT"].IsValid);
        Assert.True(book.WantsSnapshot);
        Assert.Equal(LinkState.Gap, Assert.Single(heard.Links).State);

        book.Snapshot(Snapshot(119));
        Assert.True(heard.Books["BTCUSDT"].IsValid);
        Assert.Equal(3m, heard.Books["BTCUSDT"].Size(Side.Buy, 0));
    }

    [Fact]
    public void Futures_go_by_the_message_before_even_where_the_numbers_have_holes()
    {
        var heard = new Heard();
        var book = new BinanceBook(BinanceDesk.Btc, isFutures: true, heard);
        book.Change(Change(101, 110, 90, "1"));
        book.Snapshot(Snapshot(105));
        book.Change(Change(150, 160, 110, "2"));

        Assert.True(heard.Books["BTCUSDT"].IsValid);
        Assert.Equal(2m, heard.Books["BTCUSDT"].Size(Side.Buy, 0));
    }

    [Fact]
    public void A_repeated_change_at_spot_is_nothing_new()
    {
        var heard = new Heard();
        var book = new BinanceBook(BinanceDesk.Btc, isFutures: false, heard);
        book.Change(Change(101, 110, 0, "1"));
        book.Snapshot(Snapshot(105));
        book.Change(Change(101, 110, 0, "7"));

        Assert.Equal(1m, heard.Books["BTCUSDT"].Size(Side.Buy, 0));
        Assert.False(book.WantsSnapshot);
    }

    [Fact]
    public void A_lost_connection_voids_the_book()
    {
        var heard = new Heard();
        var book = new BinanceBook(BinanceDesk.Btc, isFutures: false, heard);
        book.Change(Change(101, 110, 0, "1"));
        book.Snapshot(Snapshot(105));
        book.Lost();

        Assert.False(heard.Books["BTCUSDT"].IsValid);
        Assert.True(book.WantsSnapshot);
    }

    [Theory]
    [InlineData("""{"U":1,"u":2,"b":[["1.005","1"]],"a":[]}""")]
    [InlineData("""{"U":1,"u":2,"b":[["1.0x","1"]],"a":[]}""")]
    [InlineData("""{"U":1,"u":2,"b":[["","1"]],"a":[]}""")]
    public void A_level_that_does_not_fit_is_no_level(string json) =>
        Assert.Throws<FormatException>(() => BinanceDepth.Read(BinanceDesk.Btc, Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"U":1,"u":2,"b":[["1.00","1"]]""")]
    [InlineData("""{"hello":1}""")]
    [InlineData("garbage")]
    public void A_message_cut_short_is_no_message(string json) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => BinanceDepth.Read(BinanceDesk.Btc, Encoding.UTF8.GetBytes(json)));

    static BinanceDepth Change(long first, long last, long previous, string size) => BinanceDepth.Read(BinanceDesk.Btc, Encoding.UTF8.GetBytes(
        FormattableString.Invariant($$"""{"e":"depthUpdate","E":1700000000000,"s":"BTCUSDT","U":{{first}},"u":{{last}},"pu":{{previous}},"b":[["50000.00","{{size}}"]],"a":[],"new":[[1],{}]}""")));

    static BinanceDepth Snapshot(long last) => BinanceDepth.Read(BinanceDesk.Btc, Encoding.UTF8.GetBytes(
        FormattableString.Invariant($$"""{"lastUpdateId":{{last}},"bids":[["49999.00","9"]],"asks":[["50001.00","9"]]}""")));

    static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
