using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Workbench.Core.Tests.Simulation;

/// <summary>Six minutes of Binance's USD-M BTCUSDT as its sockets sent them: depth from snapshot and differences, prints, and the venue's own word on its best prices.</summary>
sealed class RecordedBook
{
    static readonly Lazy<RecordedBook> Once = new(() => new RecordedBook(SharedData.Path("binance-ws-capture/usdm/btcusdt_20240808.gz")));

    readonly List<(long Id, long Bid, long Ask)> tickers = [];
    readonly List<JsonElement> early = [];
    long lastId;
    long lastTime;

    RecordedBook(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            Take(JsonDocument.Parse(line.AsMemory(line.IndexOf(' ', StringComparison.Ordinal) + 1)).RootElement);
        }
    }

    public static RecordedBook Day => Once.Value;

    public static Instrument Coin { get; } = new()
    {
        Symbol = "BTCUSDT", BaseCurrency = "BTC", QuoteCurrency = "USD", PriceScale = 2, SizeScale = 3, TickSize = 0.1m, LotStep = 0.001m, AssetClass = AssetClass.Crypto,
    };

    public List<DepthRow> Depth { get; } = [];

    public List<TradeRow> Prints { get; } = [];

    /// <summary>Update id that each message of <see cref="Depth"/> leads to.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>What the venue said last of its best prices within the updates of a message; null where it said nothing.</summary>
    public (long Bid, long Ask)? BestWithin(long before, long id)
    {
        var at = tickers.FindLastIndex(ticker => ticker.Id <= id);
        return at >= 0 && tickers[at].Id > before ? (tickers[at].Bid, tickers[at].Ask) : null;
    }

    void Take(JsonElement message)
    {
        if (message.TryGetProperty("lastUpdateId", out var snapshot))
        {
            lastId = snapshot.GetInt64();
            Add(message, "bids", "asks", DepthFlags.Snapshot);

            // Differences that came before the snapshot count from the one that holds its id.
            early.ForEach(Change);
            return;
        }

        var data = message.GetProperty("data");
        switch (data.GetProperty("e").GetString())
        {
            case "depthUpdate" when lastId == 0:
                early.Add(data);
                break;
            case "depthUpdate":
                Change(data);
                break;
            case "bookTicker":
                tickers.Add((data.GetProperty("u").GetInt64(), Raw(data.GetProperty("b")), Raw(data.GetProperty("a"))));
                break;
            case "trade" when data.GetProperty("X").GetString() == "MARKET" && lastId > 0:
                Prints.Add(new TradeRow(Time(data), Raw(data.GetProperty("p")), Size(data.GetProperty("q")), data.GetProperty("m").GetBoolean() ? Side.Sell : Side.Buy));
                break;
        }
    }

    void Change(JsonElement data)
    {
        var id = data.GetProperty("u").GetInt64();
        if (id < lastId)
        {
            return;
        }

        Assert.True(data.GetProperty("pu").GetInt64() == lastId || data.GetProperty("U").GetInt64() <= lastId, $"a gap before {id}");
        lastId = id;
        Add(data, "b", "a", DepthFlags.None);
    }

    void Add(JsonElement message, string bids, string asks, DepthFlags first)
    {
        var time = Time(message);
        var flags = first;
        foreach (var (side, levels) in new[] { (Side.Buy, message.GetProperty(bids)), (Side.Sell, message.GetProperty(asks)) })
        {
            foreach (var level in levels.EnumerateArray())
            {
                Depth.Add(new DepthRow(time, side, Raw(level[0]), Size(level[1]), flags));
                flags = DepthFlags.None;
            }
        }

        if (flags == DepthFlags.None || first == DepthFlags.None)
        {
            Depth[^1] = Depth[^1] with { Flags = Depth[^1].Flags | DepthFlags.End };
            Ids.Add(lastId);
        }
    }

    /// <summary>The venue's time, never falling: two of its machines may disagree by a millisecond.</summary>
    long Time(JsonElement message) => lastTime = Math.Max(lastTime, message.GetProperty("T").GetInt64() * UtcNanos.Millisecond);

    static long Raw(JsonElement price) => (long)(decimal.Parse(price.GetString()!, CultureInfo.InvariantCulture) * 100m);

    static long Size(JsonElement size) => (long)(decimal.Parse(size.GetString()!, CultureInfo.InvariantCulture) * 1_000m);
}
