using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.BinanceData;

/// <summary>Six minutes of spot that were captured from the streams: trades, each told as an aggregate of one, bars made of them, and the depth snapshot.</summary>
sealed class BinanceCapture
{
    public const string Symbol = "BTCUSDT";

    readonly List<(long Number, DateTime At, decimal Price, decimal Size, bool IsSold)> trades = [];
    readonly JsonNode depth = new JsonObject();

    public BinanceCapture(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "binance-ws-capture", "spot", "btcusdt_20240808.gz"));
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

    public IEnumerable<JsonNode> Trades(DateTime? from, DateTime? to) =>
        Within(from, to).Select(each => BinanceRows.Trade(each.Number, each.At, each.Price, each.Size, each.IsSold));

    public IEnumerable<JsonNode> Bars(TimeSpan step, DateTime? from, DateTime? to) =>
        Within(null, null).GroupBy(each => new DateTime(each.At.Ticks - (each.At.Ticks % step.Ticks), DateTimeKind.Utc))
            .Where(bar => (from is null || bar.Key >= from) && (to is null || bar.Key <= to))
            .Select(bar => BinanceRows.Bar(bar.Key, step, bar.First().Price, bar.Max(each => each.Price), bar.Min(each => each.Price), bar.Last().Price, bar.Sum(each => each.Size), bar.Count()));

    IEnumerable<(long Number, DateTime At, decimal Price, decimal Size, bool IsSold)> Within(DateTime? from, DateTime? to) =>
        trades.Where(each => (from is null || each.At >= from) && (to is null || each.At <= to));

    static decimal Number(JsonNode? text) => decimal.Parse((string)text!, CultureInfo.InvariantCulture);
}
