using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.BinanceData;

/// <summary>Six minutes of a market that were captured from its streams: trades, each told as an aggregate of one, bars made of them, and the depth snapshot.</summary>
sealed class BinanceCapture
{
    public const string Symbol = "BTCUSDT";

    readonly List<(long Number, DateTime At, decimal Price, decimal Size, bool IsSold)> trades = [];
    readonly JsonNode depth = new JsonObject();

    public BinanceCapture(string folder, string market)
    {
        using var file = File.OpenRead(Path.Combine(folder, "binance-ws-capture", market, "btcusdt_20240808.gz"));
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            var text = line.AsSpan(line.IndexOf(' ', StringComparison.Ordinal) + 1);
            if (text.Contains("@trade\"", StringComparison.Ordinal))
            {
                var data = JsonNode.Parse(text.ToString())!["data"]!;
                trades.Add(((long)data["t"]!, DateTimeOffset.FromUnixTimeMilliseconds((long)data["T"]!).UtcDateTime, Number(data["p"]), Number(data["q"]), (bool)data["m"]!));
            }
            else if (text.StartsWith("{\"lastUpdateId\"", StringComparison.Ordinal))
            {
                depth = JsonNode.Parse(text.ToString())!;
            }
        }
    }

    public JsonNode Depth() => depth.DeepClone();

    public IEnumerable<JsonNode> Trades(BinanceRows rows, DateTime? from, DateTime? to, long? first) =>
        trades.Where(each => (from is null || each.At >= from) && (to is null || each.At <= to) && !(each.Number < first)).Select(each => rows.Trade(each.Number, each.At, each.Price, each.Size, each.IsSold));

    public IEnumerable<JsonNode> Bars(BinanceRows rows, TimeSpan step, DateTime? from, DateTime? to) =>
        trades.GroupBy(each => new DateTime(each.At.Ticks - (each.At.Ticks % step.Ticks), DateTimeKind.Utc))
            .Where(bar => (from is null || bar.Key >= from) && (to is null || bar.Key <= to))
            .Select(bar => rows.Bar(bar.Key, step, bar.First().Price, bar.Max(each => each.Price), bar.Min(each => each.Price), bar.Last().Price, bar.Sum(each => each.Size), bar.Count()));

    static decimal Number(JsonNode? text) => decimal.Parse((string)text!, CultureInfo.InvariantCulture);
}
