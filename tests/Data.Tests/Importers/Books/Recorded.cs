using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Workbench.Data.Tests.Importers.Books;

/// <summary>A recording of Binance read a second time, by dictionaries and the venue's own description of how a book is kept: what our importer is held against.</summary>
sealed class Recorded
{
    static readonly ConcurrentDictionary<string, Lazy<Recorded>> Known = new();

    readonly List<JsonElement> early = [];
    readonly bool isFutures;

    Recorded(string market)
    {
        isFutures = market == "usdm";
        using var lines = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path($"binance-ws-capture/{market}/btcusdt_20240808.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            Take(JsonDocument.Parse(line.AsMemory(line.IndexOf(' ', StringComparison.Ordinal) + 1)).RootElement);
        }
    }

    /// <summary>The recording of a market, read once.</summary>
    public static Recorded Of(string market) => Known.GetOrAdd(market, _ => new Lazy<Recorded>(() => new Recorded(market))).Value;

    /// <summary>Prices and sizes as text made comparable, by side.</summary>
    public SortedDictionary<decimal, decimal> Bids { get; } = [];

    public SortedDictionary<decimal, decimal> Asks { get; } = [];

    public int Applied { get; private set; }

    public int Changes { get; private set; }

    public int Gaps { get; private set; }

    public long LastId { get; private set; }

    /// <summary>Update id that each message which is in the book leads to.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>What the venue said of its best prices, by update id.</summary>
    public Dictionary<long, (decimal Bid, decimal BidSize, decimal Ask, decimal AskSize)> Best { get; } = [];

    public List<(decimal Price, decimal Size)> Prints { get; } = [];

    void Take(JsonElement message)
    {
        if (message.TryGetProperty("lastUpdateId", out var id))
        {
            LastId = id.GetInt64();
            Put(message, "bids", "asks");
            early.ForEach(Change);
            return;
        }

        var data = message.GetProperty("data");
        switch (data.TryGetProperty("e", out var name) ? name.GetString() : "bookTicker")
        {
            case "depthUpdate":
                Changes++;
                if (LastId == 0)
                {
                    early.Add(data);
                }
                else
                {
                    Change(data);
                }

                break;
            case "bookTicker":
                Best[data.GetProperty("u").GetInt64()] = (Number(data, "b"), Number(data, "B"), Number(data, "a"), Number(data, "A"));
                break;
            case "trade":
                Prints.Add((Number(data, "p"), Number(data, "q")));
                break;
        }
    }

    void Change(JsonElement data)
    {
        var (first, last) = (data.GetProperty("U").GetInt64(), data.GetProperty("u").GetInt64());
        if (isFutures ? last < LastId : last <= LastId)
        {
            return;
        }

        var follows = Applied == 1
            ? isFutures ? first <= LastId && LastId <= last : first <= LastId + 1
            : isFutures ? data.GetProperty("pu").GetInt64() == LastId : first == LastId + 1;
        Gaps += follows ? 0 : 1;
        LastId = last;
        Put(data, "b", "a");
    }

    void Put(JsonElement message, string bids, string asks)
    {
        Applied++;
        Ids.Add(LastId);
        foreach (var (side, name) in new[] { (Bids, bids), (Asks, asks) })
        {
            foreach (var level in message.GetProperty(name).EnumerateArray())
            {
                var (price, size) = (Decimal(level[0]), Decimal(level[1]));
                if (size == 0m)
                {
                    side.Remove(price);
                }
                else
                {
                    side[price] = size;
                }
            }
        }
    }

    static decimal Number(JsonElement data, string name) => Decimal(data.GetProperty(name));

    static decimal Decimal(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
