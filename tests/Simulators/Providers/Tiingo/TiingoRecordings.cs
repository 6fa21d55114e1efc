using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Workbench.Simulators.Providers.Tiingo;

/// <summary>Recorded exchanges: those asked again as they were asked, and of prices and news the parts that are among them. Tickers may be written in any letters.</summary>
sealed class TiingoRecordings
{
    const string NewsPath = "/tiingo/news";

    readonly Dictionary<string, Cassette> exchanges = [];
    readonly Dictionary<string, SortedDictionary<string, JsonNode>> series = [];
    readonly List<JsonNode> news = [];

    public TiingoRecordings(string folder)
    {
        foreach (var cassette in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(Cassette.Read))
        {
            exchanges.TryAdd(Name(Uri.UnescapeDataString(cassette.Address.AbsolutePath), cassette.Address.Query), cassette);
            Keep(cassette);
        }
    }

    /// <summary>Answers a call; null where nothing of it is recorded.</summary>
    public ProviderAnswer? Find(ProviderCall call, string query) =>
        exchanges.TryGetValue(Name(call.Path, query), out var exchange) ? ProviderAnswer.Text(exchange.Body, exchange.Type, exchange.Status) : Part(call);

    ProviderAnswer? Part(ProviderCall call)
    {
        if (call.Text("startDate") is not { } from || call.Text("endDate") is not { } to || (call.Text("format") ?? "json") != "json")
        {
            return null;
        }

        bool Within(string date) => string.CompareOrdinal(date[..10], from) >= 0 && string.CompareOrdinal(date[..10], to) <= 0;
        return call.Path == NewsPath ? News(call, Within)
            : series.TryGetValue(SeriesOf(call.Path, call.Text("resampleFreq")), out var all) ? Listed(all.Where(row => Within(row.Key)).Select(row => row.Value))
            : null;
    }

    /// <summary>Newest first, as the venue tells them.</summary>
    ProviderAnswer News(ProviderCall call, Func<string, bool> within)
    {
        var tickers = (call.Text("tickers") ?? "").Split(',');
        var (skip, most) = (Number(call, "offset", 0), Number(call, "limit", 100));
        return Listed(news.Where(item => within(Published(item)) && item["tickers"]!.AsArray().Any(each => tickers.Contains((string?)each, StringComparer.OrdinalIgnoreCase)))
            .OrderByDescending(Published, StringComparer.Ordinal).Skip(skip).Take(most));
    }

    void Keep(Cassette cassette)
    {
        var query = QueryHelpers.ParseQuery(cassette.Address.Query);
        if (cassette.Status != 200 || cassette.Type != "application/json" || JsonNode.Parse(cassette.Body) is not JsonArray rows)
        {
            return;
        }

        if (cassette.Address.AbsolutePath == NewsPath)
        {
            news.AddRange(rows.Select(item => item!));
        }
        else if (cassette.Address.AbsolutePath.EndsWith("/prices", StringComparison.Ordinal) && query.GetValueOrDefault("format") == "json" && !query.ContainsKey("columns"))
        {
            var name = SeriesOf(cassette.Address.AbsolutePath, query.GetValueOrDefault("resampleFreq"));
            series.TryAdd(name, new SortedDictionary<string, JsonNode>(StringComparer.Ordinal));
            foreach (var row in rows)
            {
                series[name][(string)row!["date"]!] = row;
            }
        }
    }

    static ProviderAnswer Listed(IEnumerable<JsonNode> rows) => ProviderAnswer.Json(new JsonArray([.. rows.Select(row => (JsonNode?)row.DeepClone())]));

    static string Published(JsonNode item) => (string)item["publishedDate"]!;

    static int Number(ProviderCall call, string name, int otherwise) => int.TryParse(call.Text(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    static string SeriesOf(string path, string? frequency) => (path + " " + (frequency ?? "daily")).ToUpperInvariant();

    // Parameters in one order, without the key.
    static string Name(string path, string query) => path + "?" + string.Join('&', QueryHelpers.ParseQuery(query)
        .Where(each => each.Key != "token").OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key + "=" + each.Value));
}
