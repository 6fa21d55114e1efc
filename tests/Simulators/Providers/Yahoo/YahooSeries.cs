using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.Yahoo;

/// <summary>All bars and events of a symbol at one length.</summary>
/// <param name="Meta">What stands before the bars.</param>
/// <param name="Rows">The bars by their time.</param>
/// <param name="Events">Events by their kind (<c>dividends</c>, <c>splits</c>), then by their time.</param>
sealed record YahooSeries(JsonObject Meta, SortedDictionary<long, YahooRow> Rows, Dictionary<string, SortedDictionary<long, JsonNode>> Events)
{
    static readonly Dictionary<string, string> Words = new() { ["dividends"] = "div", ["splits"] = "split", ["capitalGains"] = "capitalGain" };

    /// <summary>The chart of a stretch.</summary>
    /// <param name="from">First second of it.</param>
    /// <param name="to">Last second of it: a bar that opens then is told too, as recordings of coins and currencies show.</param>
    /// <param name="wanted">Kinds of events that were asked for.</param>
    /// <param name="isDaily">Whether the bars have adjusted closes.</param>
    public JsonObject Chart(long from, long to, IReadOnlyCollection<string> wanted, bool isDaily)
    {
        var rows = Rows.Values.Where(row => row.Time >= from && row.Time <= to).ToList();
        var chart = new JsonObject { ["meta"] = Meta.DeepClone() };
        if (rows.Count > 0)
        {
            chart["timestamp"] = new JsonArray([.. rows.Select(row => (JsonNode?)JsonValue.Create(row.Time))]);
        }

        if (Happened(from, to, wanted) is { Count: > 0 } events)
        {
            chart["events"] = events;
        }

        chart["indicators"] = Indicators(rows, isDaily);
        return Whole(chart);
    }

    /// <summary>A result, or what stands in its place.</summary>
    public static JsonObject Whole(JsonObject? result, JsonObject? error = null) =>
        new() { ["chart"] = new JsonObject { ["result"] = result is null ? null : new JsonArray(result), ["error"] = error } };

    JsonObject Happened(long from, long to, IReadOnlyCollection<string> wanted)
    {
        var told = new JsonObject();
        foreach (var (kind, all) in Events.Where(each => wanted.Contains(Words.GetValueOrDefault(each.Key, each.Key))))
        {
            var within = all.Where(each => each.Key >= from && each.Key <= to).ToList();
            if (within.Count > 0)
            {
                told[kind] = new JsonObject(within.Select(each => KeyValuePair.Create(each.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), (JsonNode?)each.Value.DeepClone())));
            }
        }

        return told;
    }

    static JsonObject Indicators(IReadOnlyList<YahooRow> rows, bool isDaily)
    {
        var quote = rows.Count == 0 ? [] : new JsonObject
        {
            ["open"] = Column(rows, row => row.Open),
            ["high"] = Column(rows, row => row.High),
            ["low"] = Column(rows, row => row.Low),
            ["close"] = Column(rows, row => row.Close),
            ["volume"] = Column(rows, row => row.Volume),
        };
        var indicators = new JsonObject { ["quote"] = new JsonArray(quote) };
        if (isDaily)
        {
            indicators["adjclose"] = new JsonArray(rows.Count == 0 ? [] : new JsonObject { ["adjclose"] = Column(rows, row => row.Adjusted) });
        }

        return indicators;
    }

    static JsonArray Column(IReadOnlyList<YahooRow> rows, Func<YahooRow, JsonNode?> of) => new([.. rows.Select(row => of(row)?.DeepClone())]);
}
