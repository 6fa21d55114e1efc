using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Workbench.Simulators.Providers.Tiingo;

/// <summary>Recorded exchanges: those asked again as they were asked, and parts of the days that are among them.</summary>
sealed class TiingoRecordings
{
    readonly Dictionary<string, Cassette> exchanges = [];
    readonly Dictionary<string, SortedDictionary<string, JsonNode>> days = [];

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
        var (from, to) = (call.Text("startDate"), call.Text("endDate"));
        if (!days.TryGetValue(call.Path, out var all) || from is null || to is null || (call.Text("format") ?? "json") != "json" || (call.Text("resampleFreq") ?? "daily") != "daily")
        {
            return null;
        }

        var part = all.Where(day => string.CompareOrdinal(day.Key, from) >= 0 && string.CompareOrdinal(day.Key, to) <= 0).Select(day => (JsonNode?)day.Value.DeepClone());
        return ProviderAnswer.Json(new JsonArray([.. part]));
    }

    void Keep(Cassette cassette)
    {
        var query = QueryHelpers.ParseQuery(cassette.Address.Query);
        if (cassette.Status != 200 || query.GetValueOrDefault("resampleFreq") != "daily" || query.GetValueOrDefault("format") != "json" || query.ContainsKey("columns"))
        {
            return;
        }

        days.TryAdd(cassette.Address.AbsolutePath, []);
        foreach (var day in JsonNode.Parse(cassette.Body)!.AsArray())
        {
            days[cassette.Address.AbsolutePath][((string)day!["date"]!)[..10]] = day;
        }
    }

    // Parameters in one order, without the key.
    static string Name(string path, string query) => path + "?" + string.Join('&', QueryHelpers.ParseQuery(query)
        .Where(each => each.Key != "token").OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key + "=" + each.Value));
}
