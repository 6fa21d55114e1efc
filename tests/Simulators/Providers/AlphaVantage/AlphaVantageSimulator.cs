using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.AlphaVantage;

/// <summary>
/// Alpha Vantage on loopback: one path, and a function in the query. The key stands in the query too, every refusal is status 200, and
/// the one that ends a day repeats the key.
/// </summary>
public sealed class AlphaVantageSimulator : ProviderSimulator
{
    /// <summary>Calls that a free key has in a day.</summary>
    public const int CallsADay = 25;

    readonly ProviderOptions options;
    readonly AlphaVantageMarket market;
    readonly AlphaVantageRecordings? recordings;

    AlphaVantageSimulator(ProviderOptions options) : base(options)
    {
        this.options = options;
        market = new AlphaVantageMarket(new SeededMarket(options.Seed, options.TicksPerHour), options.NewsADay, options.Press);
        recordings = options.Recorded is { } folder ? new AlphaVantageRecordings(folder) : null;
    }

    /// <summary>Starts one; without options it has the budget of a free key.</summary>
    public static async Task<AlphaVantageSimulator> Start(ProviderOptions? options = null)
    {
        var provider = new AlphaVantageSimulator(options ?? new ProviderOptions { DayBudget = CallsADay });
        await provider.StartAsync().ConfigureAwait(false);
        return provider;
    }

    protected override ProviderAnswer Answer(ProviderCall call)
    {
        if (call.Path != "/query")
        {
            return ProviderAnswer.Text("Not Found", status: 404);
        }

        var function = call.Text("function") ?? "";
        return call.Text("apikey") != options.ApiKey ? NoKey(call)
            : (recordings is null ? Drawn(function, call) : Recorded(recordings, function, call)) ?? Wrong($"Invalid API call. Please retry or visit the documentation (https://www.alphavantage.co/documentation/) for {function}.");
    }

    protected override ProviderAnswer NoKey(ProviderCall call) =>
        Wrong("the parameter apikey is invalid or missing. Please claim your free API key on (https://www.alphavantage.co/support/#api-key). It should take less than 20 seconds.");

    protected override ProviderAnswer TooMany(ProviderCall call, int seconds) => ProviderAnswer.Json(new JsonObject
    {
        ["Information"] = $"We have detected your API key as {call.Text("apikey")} and our standard API rate limit is {options.DayBudget} requests per day. Please subscribe to any of the premium plans at https://www.alphavantage.co/premium/ to instantly remove all daily rate limits.",
    });

    ProviderAnswer? Drawn(string function, ProviderCall call)
    {
        var (isWhole, interval) = (call.Text("outputsize") == "full", call.Text("interval") ?? "");
        var isInterval = AlphaVantageMarket.Minutes.ContainsKey(interval);
        return function switch
        {
            "TIME_SERIES_INTRADAY" when isInterval && IsMonth(call.Text("month")) && Share(call) is { } share => market.Intraday(share, interval, call.Text("month"), Now, Revision).Answer(call),
            "TIME_SERIES_DAILY" when Share(call) is { } share => market.Daily(share, isWhole, Now, Revision).Answer(call),
            "FX_DAILY" when Pair(call) is { } pair => market.Currency(pair, null, isWhole, Now, Revision).Answer(call),
            "FX_INTRADAY" when isInterval && Pair(call) is { } pair => market.Currency(pair, interval, isWhole, Now, Revision).Answer(call),
            "NEWS_SENTIMENT" => News(call, (ticker, from, to) => market.News(ticker ?? "SPY", from, to)),
            _ => null,
        };
    }

    static ProviderAnswer? Recorded(AlphaVantageRecordings recordings, string function, ProviderCall call) => function switch
    {
        "TIME_SERIES_INTRADAY" => recordings.Minutes(call.Text("symbol") ?? "", call.Text("interval") ?? "", call.Text("month"))?.Answer(call),
        "NEWS_SENTIMENT" => News(call, recordings.News),
        _ => recordings.Single(function) is { } single ? ProviderAnswer.Json(single) : null,
    };

    static ProviderAnswer? News(ProviderCall call, Func<string?, DateTime, DateTime, IEnumerable<JsonNode>> find)
    {
        if (Time(call.Text("time_from"), DateTime.UnixEpoch) is not { } from || Time(call.Text("time_to"), DateTime.UtcNow) is not { } to)
        {
            return null;
        }

        // Without a beginning it tells the latest, which are not older than some days.
        var within = call.Text("time_from") is null && find.Target is not AlphaVantageRecordings ? to.AddDays(-7) : from;
        var feed = find(call.Text("tickers"), within, to.AddMinutes(1));
        var sorted = call.Text("sort") == "EARLIEST" ? feed.OrderBy(Published, StringComparer.Ordinal) : feed.OrderByDescending(Published, StringComparer.Ordinal);
        var told = sorted.Take(int.TryParse(call.Text("limit"), CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, 1_000) : 50).ToList();
        return ProviderAnswer.Json(new JsonObject
        {
            ["items"] = told.Count.ToString(CultureInfo.InvariantCulture),
            ["sentiment_score_definition"] = "x <= -0.35: Bearish; -0.35 < x <= -0.15: Somewhat-Bearish; -0.15 < x < 0.15: Neutral; 0.15 <= x < 0.35: Somewhat_Bullish; x >= 0.35: Bullish",
            ["relevance_score_definition"] = "0 < x <= 1, with a higher score indicating higher relevance.",
            ["feed"] = new JsonArray([.. told]),
        });
    }

    static string Published(JsonNode item) => (string)item["time_published"]!;

    static DateTime? Time(string? text, DateTime otherwise) => text is null ? otherwise
        : DateTime.TryParseExact(text, "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    static bool IsMonth(string? month) => month is null || (DateTime.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year >= 2000);

    static SeededSymbol? Share(ProviderCall call) => SeededSymbol.All.FirstOrDefault(each => each.Hours == TradingHours.Shares && each.Name == call.Text("symbol"));

    static SeededSymbol? Pair(ProviderCall call) => SeededSymbol.All.FirstOrDefault(each => each.Hours == TradingHours.Forex && each.Name == call.Text("from_symbol") + call.Text("to_symbol"));

    static ProviderAnswer Wrong(string text) => ProviderAnswer.Json(new JsonObject { ["Error Message"] = text });

    DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
