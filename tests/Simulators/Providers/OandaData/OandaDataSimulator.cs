using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.OandaData;

/// <summary>The candles of OANDA v20 on loopback, as far back as anybody likes. The token is a bearer's, as the venue's.</summary>
public sealed class OandaDataSimulator : ProviderSimulator
{
    const int Most = 5_000;

    static readonly Dictionary<string, TimeSpan> Lengths = new()
    {
        ["M1"] = TimeSpan.FromMinutes(1), ["M2"] = TimeSpan.FromMinutes(2), ["M4"] = TimeSpan.FromMinutes(4), ["M5"] = TimeSpan.FromMinutes(5), ["M10"] = TimeSpan.FromMinutes(10),
        ["M15"] = TimeSpan.FromMinutes(15), ["M30"] = TimeSpan.FromMinutes(30), ["H1"] = TimeSpan.FromHours(1), ["H2"] = TimeSpan.FromHours(2), ["H3"] = TimeSpan.FromHours(3),
        ["H4"] = TimeSpan.FromHours(4), ["H6"] = TimeSpan.FromHours(6), ["H8"] = TimeSpan.FromHours(8), ["H12"] = TimeSpan.FromHours(12), ["D"] = TimeSpan.FromDays(1),
    };

    readonly ProviderOptions options;
    readonly SeededMarket market;

    OandaDataSimulator(ProviderOptions options) : base(options)
    {
        this.options = options;
        market = new SeededMarket(options.Seed, options.TicksPerHour);
    }

    public static async Task<OandaDataSimulator> Start(ProviderOptions? options = null)
    {
        var provider = new OandaDataSimulator(options ?? new ProviderOptions());
        await provider.StartAsync().ConfigureAwait(false);
        return provider;
    }

    protected override ProviderAnswer Answer(ProviderCall call) =>
        call.Headers.Authorization.ToString() != "Bearer " + options.ApiKey ? NoKey(call) : call.Steps switch
        {
            ["v3", "accounts"] => ProviderAnswer.Json(new JsonObject { ["accounts"] = new JsonArray(new JsonObject { ["id"] = "101-004-1435156-001", ["tags"] = new JsonArray() }) }),
            ["v3", "instruments", var name, "candles"] => options.Recorded is { } folder ? Recorded(folder, name, call) : Drawn(name, call),
            ["v3", "accounts", _, "instruments", var name, "candles"] when options.Recorded is null => Drawn(name, call),
            _ => Wrong("Not Found", 404),
        };

    protected override ProviderAnswer NoKey(ProviderCall call) => Wrong("Insufficient authorization to perform request.", 401);

    protected override ProviderAnswer TooMany(ProviderCall call, int seconds) => Wrong("Rate limit exceeded", 429);

    /// <summary>The one call that is recorded: five mid candles of an index, all of them or those that were asked for. Of bid and ask there is nothing.</summary>
    static ProviderAnswer Recorded(string folder, string name, ProviderCall call)
    {
        var recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "brokers", "oanda", "instruments.json")))!["_v3_instruments_instrument_candles"]!;
        if (name != (string?)recorded["instrument"])
        {
            return Wrong("Invalid value specified for 'instrument'", 400);
        }

        if ((call.Text("granularity") ?? "S5") != (string?)recorded["params"]!["granularity"] || (call.Text("price") ?? "M") != "M")
        {
            return Wrong($"Invalid value specified for '{((call.Text("price") ?? "M") == "M" ? "granularity" : "price")}'", 400);
        }

        var answer = recorded["response"]!.DeepClone().AsObject();
        var told = answer["candles"]!.AsArray().Where(each => Within(call, DateTime.Parse((string)each!["time"]!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal))).Select(each => each!.DeepClone());
        answer["candles"] = new JsonArray([.. int.TryParse(call.Text("count"), CultureInfo.InvariantCulture, out var count) ? call.Text("from") is null ? told.TakeLast(count) : told.Take(count) : told]);
        return ProviderAnswer.Json(answer);
    }

    ProviderAnswer Drawn(string name, ProviderCall call)
    {
        if (SeededSymbol.Find(name) is not { } symbol || !name.Contains('_', StringComparison.Ordinal))
        {
            return Wrong("Invalid value specified for 'instrument'", 400);
        }

        if (!Lengths.TryGetValue(call.Text("granularity") ?? "S5", out var length))
        {
            return Wrong("Invalid value specified for 'granularity'", 400);
        }

        var (from, to, count) = (Time(call, "from"), Time(call, "to"), int.TryParse(call.Text("count"), CultureInfo.InvariantCulture, out var asked) ? asked : 500);
        if (count is < 1 or > Most || (from is not null && to is not null && (to.Value - from.Value) / length > Most))
        {
            return Wrong("Maximum value for 'count' exceeded", 400);
        }

        // A count reaches over closed hours, which have no candles.
        var end = to is null || to > Now ? Now : to.Value;
        var begin = from ?? end - (length * count) - TimeSpan.FromDays(4);
        var bars = market.Bars(symbol, begin, end, length).WithFirstRaised(Revision);
        var told = from is null ? bars.TakeLast(count) : to is null ? bars.Take(count) : bars;
        return ProviderAnswer.Json(new JsonObject
        {
            ["instrument"] = name,
            ["granularity"] = call.Text("granularity"),
            ["candles"] = new JsonArray([.. told.Select(bar => (JsonNode?)Candle(bar, length, symbol, call.Text("price") ?? "M"))]),
        });
    }

    JsonObject Candle(SeededBar bar, TimeSpan length, SeededSymbol symbol, string prices)
    {
        var told = new JsonObject
        {
            ["complete"] = bar.Begin + length <= Now, ["volume"] = bar.Volume, ["time"] = bar.Begin.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000000Z'", CultureInfo.InvariantCulture),
        };
        foreach (var (letter, name, shift) in new[] { ('M', "mid", 0), ('B', "bid", -1), ('A', "ask", 1) }.Where(each => prices.Contains(each.Item1, StringComparison.Ordinal)))
        {
            told[name] = new JsonObject { ["o"] = Text(bar.Open + shift), ["h"] = Text(bar.High + shift), ["l"] = Text(bar.Low + shift), ["c"] = Text(bar.Close + shift) };
        }

        return told;

        string Text(long points) => (points * symbol.Point).ToString(CultureInfo.InvariantCulture);
    }

    static bool Within(ProviderCall call, DateTime time) => (Time(call, "from") is not { } from || time >= from) && (Time(call, "to") is not { } to || time < to);

    static DateTime? Time(ProviderCall call, string name) => call.Text(name) is not { } text ? null
        : decimal.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? DateTime.UnixEpoch.AddSeconds((double)seconds)
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    static ProviderAnswer Wrong(string text, int status) => ProviderAnswer.Json(new JsonObject { ["errorMessage"] = text }, status);

    DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
