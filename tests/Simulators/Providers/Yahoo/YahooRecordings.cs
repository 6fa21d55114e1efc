using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Workbench.Simulators.Providers.Yahoo;

/// <summary>Recorded pairs of request and answer, joined to one series for each symbol and length, so that any stretch of them can be asked for.</summary>
sealed class YahooRecordings
{
    readonly Dictionary<(string Symbol, string Interval), YahooSeries> series = [];
    readonly Dictionary<string, JsonNode> quotes = [];

    /// <summary>Reads the recordings of a folder. What their authors damaged by hand stays out.</summary>
    public YahooRecordings(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.json").Where(file => !file.Contains(".fake.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var pair = JsonNode.Parse(File.ReadAllText(file))!;
            var asked = new Uri((string)pair["request"]!["url"]!);
            var answer = pair["response"]!["bodyJson"] ?? JsonNode.Parse((string)pair["response"]!["body"]!)!;
            var query = QueryHelpers.ParseQuery(asked.Query);
            if (asked.AbsolutePath.StartsWith("/v8/finance/chart/", StringComparison.Ordinal))
            {
                Take(Uri.UnescapeDataString(asked.Segments[^1]), query["interval"].ToString(), answer["chart"]!["result"]![0]!);
            }
            else
            {
                quotes.TryAdd(query["symbols"].ToString(), answer);
            }
        }
    }

    /// <summary>What is recorded of a symbol at a length.</summary>
    public YahooSeries? Find(string symbol, string interval) => series.GetValueOrDefault((symbol, interval));

    /// <summary>A recorded quote; null where there is none.</summary>
    public JsonNode? Quote(string symbols) => quotes.GetValueOrDefault(symbols);

    void Take(string symbol, string interval, JsonNode result)
    {
        if (!series.TryGetValue((symbol, interval), out var known))
        {
            series[(symbol, interval)] = known = new YahooSeries(result["meta"]!.AsObject().DeepClone().AsObject(), [], []);
        }

        foreach (var row in Rows(result))
        {
            known.Rows[row.Time] = row;
        }

        foreach (var (kind, events) in result["events"]?.AsObject() ?? [])
        {
            known.Events.TryAdd(kind, []);
            foreach (var (_, happened) in events!.AsObject())
            {
                known.Events[kind][(long)happened!["date"]!] = happened.DeepClone();
            }
        }
    }

    static IEnumerable<YahooRow> Rows(JsonNode result)
    {
        var (quote, adjusted) = (result["indicators"]!["quote"]![0]!, result["indicators"]!["adjclose"]?[0]?["adjclose"]);
        return (result["timestamp"]?.AsArray() ?? []).Select((time, at) => new YahooRow(
            (long)time!, quote["open"]?[at], quote["high"]?[at], quote["low"]?[at], quote["close"]?[at], quote["volume"]?[at], adjusted?[at]));
    }
}
