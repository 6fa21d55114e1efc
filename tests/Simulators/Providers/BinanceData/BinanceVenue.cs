using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.BinanceData;

/// <summary>One of Binance's markets: the same questions at spot and at USD-M perpetuals, below another root, with other prices and other numbers.</summary>
/// <param name="root">Where its paths begin, such as <c>/api/v3</c>.</param>
/// <param name="dawn">When its history begins, a full hour.</param>
/// <param name="mostBars">Bars of an answer at most.</param>
/// <param name="rows">How it writes rows.</param>
/// <param name="market">The drawn market.</param>
/// <param name="capture">What was captured, which is then all that it has; null = the drawn market.</param>
/// <param name="clock">The clock.</param>
/// <param name="revision">How many points the first price of an answer is higher than it was.</param>
sealed class BinanceVenue(string root, DateTime dawn, int mostBars, BinanceRows rows, SeededMarket market, Lazy<BinanceCapture>? capture, TimeProvider clock, Func<int> revision)
{
    const int MostTrades = 1_000;

    // Numbers of trades go up with time, with room for the busiest hour.
    const int NumbersAnHour = 100_000;

    static readonly Dictionary<string, TimeSpan> Intervals = new()
    {
        ["1m"] = TimeSpan.FromMinutes(1), ["3m"] = TimeSpan.FromMinutes(3), ["5m"] = TimeSpan.FromMinutes(5), ["15m"] = TimeSpan.FromMinutes(15), ["30m"] = TimeSpan.FromMinutes(30),
        ["1h"] = TimeSpan.FromHours(1), ["2h"] = TimeSpan.FromHours(2), ["4h"] = TimeSpan.FromHours(4), ["6h"] = TimeSpan.FromHours(6), ["8h"] = TimeSpan.FromHours(8), ["12h"] = TimeSpan.FromHours(12), ["1d"] = TimeSpan.FromDays(1),
    };

    /// <summary>Answers a call below its root; null where there is no such path.</summary>
    public ProviderAnswer? Answer(ProviderCall call) => call.Path[root.Length..] switch
    {
        "/ping" => ProviderAnswer.Json(new JsonObject()),
        "/time" => ProviderAnswer.Json(new JsonObject { ["serverTime"] = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
        "/klines" or "/aggTrades" or "/depth" => Of(call, call.Path[(root.Length + 1)..]),
        _ => null,
    };

    /// <summary>A refusal as it writes them.</summary>
    public static ProviderAnswer Wrong(int status, int code, string text) => ProviderAnswer.Json(new JsonObject { ["code"] = code, ["msg"] = text }, status);

    ProviderAnswer Of(ProviderCall call, string what)
    {
        if (call.Text("symbol") is not { } name)
        {
            return Wrong(400, -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.");
        }

        if (SeededSymbol.All.FirstOrDefault(each => each.Name == name && each.Name.EndsWith("USDT", StringComparison.Ordinal)) is not { } symbol || (capture is not null && name != BinanceCapture.Symbol))
        {
            return Wrong(400, -1121, "Invalid symbol.");
        }

        var step = what == "klines" ? Intervals.GetValueOrDefault(call.Text("interval") ?? "") : TimeSpan.Zero;
        return what switch
        {
            "depth" => ProviderAnswer.Json(capture?.Value.Depth() ?? Depth(symbol)),
            "aggTrades" => List(capture?.Value.Trades(rows, Time(call, "startTime"), Time(call, "endTime"), Number(call, "fromId")) ?? Trades(symbol, call), call, MostTrades),
            _ when step == TimeSpan.Zero => Wrong(400, -1120, "Invalid interval."),
            _ => List(capture?.Value.Bars(rows, step, Time(call, "startTime"), Time(call, "endTime")) ?? Bars(symbol, step, call), call, mostBars),
        };
    }

    /// <summary>Bars from a start, or the last ones before an end: both ends are inclusive and count by the opening.</summary>
    IEnumerable<JsonNode> Bars(SeededSymbol symbol, TimeSpan step, ProviderCall call)
    {
        var end = EndOf(call);
        var begin = Time(call, "startTime") ?? end - (step * Limit(call, mostBars));
        return market.Bars(symbol, begin > dawn ? begin : dawn, end, step).WithFirstRaised(revision()).Select(bar => rows.Bar(
            bar.Begin, step, bar.Open * symbol.Point, bar.High * symbol.Point, bar.Low * symbol.Point, bar.Close * symbol.Point, bar.Volume / 100m, (int)(bar.Volume / 10)));
    }

    /// <summary>Trades of a stretch, or from a number on; without either those of the hour that runs.</summary>
    IEnumerable<JsonNode> Trades(SeededSymbol symbol, ProviderCall call)
    {
        var (first, end) = (Number(call, "fromId"), EndOf(call));
        var begin = Time(call, "startTime") ?? (first is { } from ? dawn.AddHours(from / NumbersAnHour) : end.AddHours(-1));
        for (var hour = new DateTime(begin.Year, begin.Month, begin.Day, begin.Hour, 0, 0, DateTimeKind.Utc); hour < end; hour = hour.AddHours(1))
        {
            var number = (hour - dawn).Ticks / TimeSpan.TicksPerHour * NumbersAnHour;
            foreach (var tick in market.Ticks(symbol, hour).WithFirstRaised(revision()))
            {
                number++;
                if (tick.At >= begin && tick.At < end && !(number < first))
                {
                    var isSold = tick.BidSize % 2 == 0;
                    yield return rows.Trade(number, tick.At, (isSold ? tick.Bid : tick.Ask) * symbol.Point, tick.BidSize / 10_000m, isSold);
                }
            }
        }
    }

    JsonObject Depth(SeededSymbol symbol)
    {
        var mid = market.Mid(symbol, Now);
        return new JsonObject { ["lastUpdateId"] = clock.GetUtcNow().ToUnixTimeMilliseconds(), ["bids"] = Side(-1), ["asks"] = Side(1) };

        JsonArray Side(int sign) => new([.. Enumerable.Range(1, 100).Select(level => (JsonNode?)new JsonArray(rows.Text((mid + (sign * level)) * symbol.Point), rows.Text(level / 10m)))]);
    }

    static ProviderAnswer List(IEnumerable<JsonNode> all, ProviderCall call, int most) => ProviderAnswer.Json(new JsonArray([.. all.Take(Limit(call, most))]));

    static int Limit(ProviderCall call, int most) => int.TryParse(call.Text("limit"), CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, most) : 500;

    static long? Number(ProviderCall call, string name) => long.TryParse(call.Text(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    static DateTime? Time(ProviderCall call, string name) => Number(call, name) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime : null;

    DateTime EndOf(ProviderCall call) => Time(call, "endTime") is { } last && last < Now ? last.AddMilliseconds(1) : Now;

    DateTime Now => clock.GetUtcNow().UtcDateTime;
}
