using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.BinanceData;

/// <summary>The public history of Binance spot on loopback: klines, aggregate trades, a depth snapshot. No key; weight is counted by the minute and told in a header at the venue.</summary>
public sealed class BinanceDataSimulator : ProviderSimulator
{
    const int MostRows = 1_000;

    static readonly Dictionary<string, TimeSpan> Intervals = new()
    {
        ["1m"] = TimeSpan.FromMinutes(1), ["3m"] = TimeSpan.FromMinutes(3), ["5m"] = TimeSpan.FromMinutes(5), ["15m"] = TimeSpan.FromMinutes(15), ["30m"] = TimeSpan.FromMinutes(30),
        ["1h"] = TimeSpan.FromHours(1), ["2h"] = TimeSpan.FromHours(2), ["4h"] = TimeSpan.FromHours(4), ["6h"] = TimeSpan.FromHours(6), ["8h"] = TimeSpan.FromHours(8), ["12h"] = TimeSpan.FromHours(12), ["1d"] = TimeSpan.FromDays(1),
    };

    static readonly DateTime Dawn = new(2017, 8, 17, 4, 0, 0, DateTimeKind.Utc);

    readonly ProviderOptions options;
    readonly SeededMarket market;
    readonly Lazy<BinanceCapture>? capture;

    BinanceDataSimulator(ProviderOptions options) : base(options)
    {
        this.options = options;
        market = new SeededMarket(options.Seed, options.TicksPerHour);
        capture = options.Recorded is { } folder ? new Lazy<BinanceCapture>(() => new BinanceCapture(folder)) : null;
    }

    public static async Task<BinanceDataSimulator> Start(ProviderOptions? options = null)
    {
        var provider = new BinanceDataSimulator(options ?? new ProviderOptions());
        await provider.StartAsync().ConfigureAwait(false);
        return provider;
    }

    protected override ProviderAnswer Answer(ProviderCall call)
    {
        switch (call.Path)
        {
            case "/api/v3/ping":
                return ProviderAnswer.Json(new JsonObject());
            case "/api/v3/time":
                return ProviderAnswer.Json(new JsonObject { ["serverTime"] = Clock.GetUtcNow().ToUnixTimeMilliseconds() });
            case "/api/v3/klines" or "/api/v3/aggTrades" or "/api/v3/depth":
                return Of(call);
            default:
                return ProviderAnswer.Text("<html><body><h2>404 Not found</h2></body></html>", "text/html", 404);
        }
    }

    protected override ProviderAnswer NoKey(ProviderCall call) => Wrong(401, -2015, "Invalid API-key, IP, or permissions for action.");

    protected override ProviderAnswer TooMany(ProviderCall call, int seconds) => Wrong(429, -1003, "Too much request weight used; current limit is 6000 request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.") with { RetryAfter = seconds };

    ProviderAnswer Of(ProviderCall call)
    {
        if (call.Text("symbol") is not { } name)
        {
            return Wrong(400, -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.");
        }

        if (SeededSymbol.All.FirstOrDefault(each => each.Name == name && each.Name.EndsWith("USDT", StringComparison.Ordinal)) is not { } symbol || (capture is not null && name != BinanceCapture.Symbol))
        {
            return Wrong(400, -1121, "Invalid symbol.");
        }

        var step = call.Path != "/api/v3/klines" ? TimeSpan.Zero : Intervals.GetValueOrDefault(call.Text("interval") ?? "");
        return call.Path switch
        {
            "/api/v3/depth" => ProviderAnswer.Json(capture?.Value.Depth() ?? Depth(symbol)),
            "/api/v3/aggTrades" => ProviderAnswer.Json(new JsonArray([.. (capture?.Value.Trades(Time(call, "startTime"), Time(call, "endTime")) ?? Trades(symbol, call)).Take(Limit(call))])),
            _ when step == TimeSpan.Zero => Wrong(400, -1120, "Invalid interval."),
            _ => ProviderAnswer.Json(new JsonArray([.. (capture?.Value.Bars(step, Time(call, "startTime"), Time(call, "endTime")) ?? Bars(symbol, step, call)).Take(Limit(call))])),
        };
    }

    /// <summary>Klines from a start, or the last ones before an end: both ends are inclusive and count by the opening.</summary>
    IEnumerable<JsonNode> Bars(SeededSymbol symbol, TimeSpan step, ProviderCall call)
    {
        var end = Time(call, "endTime") is { } last && last < Now ? last.AddMilliseconds(1) : Now;
        var begin = Time(call, "startTime") ?? end - (step * Limit(call));
        return market.Bars(symbol, begin > Dawn ? begin : Dawn, end, step).WithFirstRaised(Revision).Select(bar => BinanceRows.Bar(
            bar.Begin, step, bar.Open * symbol.Point, bar.High * symbol.Point, bar.Low * symbol.Point, bar.Close * symbol.Point, bar.Volume / 100m, (int)(bar.Volume / 10)));
    }

    /// <summary>Trades of a stretch; without a start those of the hour that runs.</summary>
    IEnumerable<JsonNode> Trades(SeededSymbol symbol, ProviderCall call)
    {
        var end = Time(call, "endTime") is { } last && last < Now ? last.AddMilliseconds(1) : Now;
        var begin = Time(call, "startTime") ?? end.AddHours(-1);
        for (var hour = new DateTime(begin.Year, begin.Month, begin.Day, begin.Hour, 0, 0, DateTimeKind.Utc); hour < end; hour = hour.AddHours(1))
        {
            // Numbers go up with time, with room for the busiest hour.
            var number = (hour - Dawn).Ticks / TimeSpan.TicksPerHour * 100_000;
            foreach (var tick in market.Ticks(symbol, hour).WithFirstRaised(Revision))
            {
                number++;
                if (tick.At >= begin && tick.At < end)
                {
                    var isSold = tick.BidSize % 2 == 0;
                    yield return BinanceRows.Trade(number, tick.At, (isSold ? tick.Bid : tick.Ask) * symbol.Point, tick.BidSize / 10_000m, isSold);
                }
            }
        }
    }

    JsonObject Depth(SeededSymbol symbol)
    {
        var mid = market.Mid(symbol, Now);
        return new JsonObject { ["lastUpdateId"] = Clock.GetUtcNow().ToUnixTimeMilliseconds(), ["bids"] = Side(-1), ["asks"] = Side(1) };

        JsonArray Side(int sign) => new([.. Enumerable.Range(1, 100).Select(level => (JsonNode?)new JsonArray(BinanceRows.Text((mid + (sign * level)) * symbol.Point), BinanceRows.Text(level / 10m)))]);
    }

    static int Limit(ProviderCall call) => int.TryParse(call.Text("limit"), CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, MostRows) : 500;

    static DateTime? Time(ProviderCall call, string name) =>
        long.TryParse(call.Text(name), CultureInfo.InvariantCulture, out var milliseconds) ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime : null;

    static ProviderAnswer Wrong(int status, int code, string text) => ProviderAnswer.Json(new JsonObject { ["code"] = code, ["msg"] = text }, status);

    DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
