using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Tiingo;

/// <summary>Tiingo on loopback: days, intraday, currencies, coins and news over REST, quotes over WebSocket. The token goes in a header, or in the query.</summary>
public sealed class TiingoSimulator : ProviderSimulator
{
    readonly ProviderOptions options;
    readonly TiingoMarket market;
    readonly TiingoRecordings? recordings;

    TiingoSimulator(ProviderOptions options) : base(options)
    {
        this.options = options;
        market = new TiingoMarket(new SeededMarket(options.Seed, options.TicksPerHour));
        recordings = options.Recorded is { } folder ? new TiingoRecordings(Path.Combine(folder, "tiingo-vcr")) : null;
    }

    public static async Task<TiingoSimulator> Start(ProviderOptions? options = null)
    {
        var provider = new TiingoSimulator(options ?? new ProviderOptions());
        await provider.StartAsync().ConfigureAwait(false);
        return provider;
    }

    protected override ProviderAnswer Answer(ProviderCall call) =>
        call.Headers.Authorization.ToString() != "Token " + options.ApiKey && call.Text("token") != options.ApiKey ? NoKey(call)
        : recordings is null ? Drawn(call)
        : recordings.Find(call, QueryString.Create(call.Query).Value ?? "") ?? NotFound;

    protected override ProviderAnswer NoKey(ProviderCall call) => Detail("Invalid token.", 401);

    protected override ProviderAnswer TooMany(ProviderCall call, int seconds) =>
        Detail("Error: You have run over your daily request allocation. Please upgrade at https://api.tiingo.com/pricing to have your limits increased.", 429) with { RetryAfter = seconds };

    protected override void MapStreams(WebApplication routes)
    {
        foreach (var (path, service) in new[] { ("/fx", "fx"), ("/iex", "iex"), ("/crypto", "crypto_data") })
        {
            routes.Map(path, http => ListenAsync(http, service));
        }
    }

    async Task ListenAsync(HttpContext http, string service)
    {
        if (SimSocket.Accept(http) is not { } socket)
        {
            return;
        }

        await using var closing = socket.ConfigureAwait(false);
        var stream = new StreamConnection(socket, Faults, TimeSpan.Zero, TimeSpan.Zero);
        var listener = new TiingoStream(service, options.ApiKey, market, stream, Clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Stopping);
        var telling = listener.TellAsync(ended.Token);
        Faults.Armed += Meet;
        await stream.RunAsync(listener.OnText, Stopping).ConfigureAwait(false);
        Faults.Armed -= Meet;
        await ended.CancelAsync().ConfigureAwait(false);
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        void Meet(Fault fault)
        {
            if (fault.Kind == FaultKind.HeartbeatStop)
            {
                stream.FallSilent();
            }
        }
    }

    ProviderAnswer Drawn(ProviderCall call)
    {
        if (Range(call) is not var (from, to))
        {
            return Detail("Error: startDate and endDate must be dates.", 400);
        }

        var step = TiingoMarket.Step(call.Text("resampleFreq") ?? "5min");
        return call.Steps switch
        {
            ["api", "test"] => ProviderAnswer.Json(new JsonObject { ["message"] = "You successfully sent a request" }),
            ["tiingo", "daily", var ticker] when Share(ticker) is { } share => ProviderAnswer.Json(new JsonObject { ["ticker"] = share.Name, ["name"] = share.Name, ["exchangeCode"] = "NASDAQ", ["startDate"] = "2000-01-03", ["endDate"] = Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["description"] = "" }),
            ["tiingo", "daily", var ticker, "prices"] when Share(ticker) is { } share => Shaped(market.Days(share, from, to, Revision), call),
            ["iex", var ticker, "prices"] when Share(ticker) is { } share && step is { } length => Shaped(market.Bars(share, from, to, length, Revision), call),
            ["tiingo", "fx", var ticker, "prices"] when Pair(ticker, TradingHours.Forex) is { } pair && step is { } length => Shaped(market.Bars(pair, from, to, length, Revision, ticker), call),
            ["tiingo", "fx", "top"] => ProviderAnswer.Json(new JsonArray([.. Tickers(call, TradingHours.Forex).Select(pair => (JsonNode?)market.Top(pair, Now))])),
            ["tiingo", "crypto", "prices"] when step is { } length => ProviderAnswer.Json(new JsonArray([.. Tickers(call, TradingHours.Always).Select(coin => (JsonNode?)new JsonObject
            {
                ["ticker"] = coin.Name.ToLowerInvariant(), ["baseCurrency"] = coin.Name[..3].ToLowerInvariant(), ["quoteCurrency"] = coin.Name[3..].ToLowerInvariant(),
                ["priceData"] = market.Bars(coin, from, to, length, Revision),
            })])),
            ["tiingo", "news"] => ProviderAnswer.Json(News(call, from, to)),
            _ => NotFound,
        };
    }

    JsonArray News(ProviderCall call, DateTime from, DateTime to)
    {
        var all = (call.Text("tickers") ?? "spy").Split(',').SelectMany(ticker => TiingoNews.Of(ticker.ToLowerInvariant(), from, to, options.NewsADay).Concat(options.Press.Of(ticker, from, to).Select(TiingoNews.Of))).OrderByDescending(item => (string)item["publishedDate"]!, StringComparer.Ordinal);
        var (skip, most) = (int.TryParse(call.Text("offset"), CultureInfo.InvariantCulture, out var offset) ? offset : 0, int.TryParse(call.Text("limit"), CultureInfo.InvariantCulture, out var limit) ? limit : 100);
        return new JsonArray([.. all.Skip(skip).Take(Math.Min(most, 1_000))]);
    }

    /// <summary>From the first date, or time, to the end of the last one, and never beyond now.</summary>
    (DateTime From, DateTime To)? Range(ProviderCall call)
    {
        if (Time(call.Text("startDate"), Now.Date.AddDays(-1)) is not { } from || Time(call.Text("endDate"), Now) is not { } to)
        {
            return null;
        }

        var end = call.Text("endDate")?.Length <= 10 ? to.AddDays(1) : to;
        return (from, end < Now ? end : Now);
    }

    static DateTime? Time(string? text, DateTime otherwise) => text is null ? otherwise
        : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    static ProviderAnswer Shaped(JsonArray rows, ProviderCall call)
    {
        if (call.Text("format") != "csv")
        {
            return ProviderAnswer.Json(rows);
        }

        var text = new StringBuilder();
        foreach (var row in rows.Select(row => row!.AsObject()))
        {
            text.Append(text.Length == 0 ? string.Join(',', row.Select(each => each.Key)) + "\n" : "").AppendJoin(',', row.Select(each => each.Value!.ToString())).Append('\n');
        }

        return ProviderAnswer.Text(text.ToString(), "text/csv");
    }

    IEnumerable<SeededSymbol> Tickers(ProviderCall call, TradingHours hours) => (call.Text("tickers") ?? "").Split(',').Select(ticker => Pair(ticker, hours)).OfType<SeededSymbol>();

    static SeededSymbol? Share(string ticker) => Pair(ticker, TradingHours.Shares);

    static SeededSymbol? Pair(string ticker, TradingHours hours) => SeededSymbol.All.FirstOrDefault(each => each.Hours == hours && each.Name.Equals(ticker, StringComparison.OrdinalIgnoreCase));

    static ProviderAnswer NotFound => Detail("Not found.", 404);

    static ProviderAnswer Detail(string text, int status) => ProviderAnswer.Json(new JsonObject { ["detail"] = text }, status);

    DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
