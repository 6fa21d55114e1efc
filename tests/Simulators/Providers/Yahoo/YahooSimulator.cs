using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Yahoo;

/// <summary>Yahoo's charts on loopback: /v8/finance/chart, and of recordings /v7/finance/quote too. It knows no keys.</summary>
public sealed class YahooSimulator : ProviderSimulator
{
    const string Type = "application/json;charset=utf-8";

    readonly YahooMarket market;
    readonly YahooRecordings? recordings;

    YahooSimulator(ProviderOptions options) : base(options)
    {
        market = new YahooMarket(new SeededMarket(options.Seed, options.TicksPerHour));
        recordings = options.Recorded is { } folder ? new YahooRecordings(Path.Combine(folder, "yahoo-chart-json")) : null;
    }

    public static async Task<YahooSimulator> Start(ProviderOptions? options = null)
    {
        var provider = new YahooSimulator(options ?? new ProviderOptions());
        await provider.StartAsync().ConfigureAwait(false);
        return provider;
    }

    protected override ProviderAnswer Answer(ProviderCall call) => call.Steps switch
    {
        ["v8", "finance", "chart", var symbol] => Chart(symbol, call),
        ["v7", "finance", "quote"] when recordings?.Quote(call.Text("symbols") ?? "") is { } quote => ProviderAnswer.Json(quote, type: Type),
        _ => ProviderAnswer.Text("Not Found", status: 404),
    };

    protected override ProviderAnswer NoKey(ProviderCall call) => ProviderAnswer.Json(
        new JsonObject { ["finance"] = new JsonObject { ["result"] = null, ["error"] = new JsonObject { ["code"] = "Unauthorized", ["description"] = "Invalid Crumb" } } }, 401, Type);

    ProviderAnswer Chart(string spelt, ProviderCall call)
    {
        var interval = call.Text("interval") ?? "1d";
        if (YahooMarket.Step(interval) is not { } step)
        {
            return Wrong(422, "Unprocessable Entity", $"Invalid input - interval={interval} is not supported. Valid intervals: [1m, 2m, 5m, 15m, 30m, 60m, 90m, 1h, 4h, 1d, 5d, 1wk, 1mo, 3mo]");
        }

        var wanted = (call.Text("events") ?? "").Split('|', ',');
        var isDaily = step == TimeSpan.FromDays(1);
        var (from, to) = Stretch(call);
        if (recordings is not null)
        {
            return recordings.Find(spelt, interval) is { } recorded ? ProviderAnswer.Json(recorded.Chart(from, to, wanted, isDaily), type: Type) : NotFound;
        }

        if (YahooMarket.Find(spelt) is not { } symbol)
        {
            return NotFound;
        }

        return Refusal(symbol, interval, step, from, to)
            ?? ProviderAnswer.Json(market.Series(symbol, spelt, interval, Later(from, YahooMarket.FirstTrade(symbol)), Time(Math.Min(to, Seconds(Now)) + 1), Now, Revision).Chart(from, to, wanted, isDaily), type: Type);
    }

    ProviderAnswer? Refusal(SeededSymbol symbol, string interval, TimeSpan step, long from, long to)
    {
        if (from >= to || to <= Seconds(YahooMarket.FirstTrade(symbol)) || from > Seconds(Now))
        {
            return Wrong(400, "Bad Request", $"Data doesn't exist for startDate = {from}, endDate = {to}");
        }

        // Days that each length reaches back, and days that may be asked for at once.
        var (reach, most) = step < TimeSpan.FromMinutes(2) ? (30, 8) : step < TimeSpan.FromHours(1) || interval == "90m" ? (60, 60) : step < TimeSpan.FromDays(1) ? (730, 730) : (int.MaxValue, int.MaxValue);
        return (Seconds(Now) - from) / 86_400 >= reach
            ? Wrong(422, "Unprocessable Entity", $"{interval} data not available for startTime={from} and endTime={to}. The requested range must be within the last {reach} days.")
            : (to - from) / 86_400 > most
                ? Wrong(422, "Unprocessable Entity", $"{interval} data not available for startTime={from} and endTime={to}. Only {most} days worth of {interval} granularity data are allowed to be fetched per request.")
                : null;
    }

    (long From, long To) Stretch(ProviderCall call)
    {
        if (long.TryParse(call.Text("period1"), CultureInfo.InvariantCulture, out var from))
        {
            return (from, long.TryParse(call.Text("period2"), CultureInfo.InvariantCulture, out var to) ? to : Seconds(Now));
        }

        var days = (call.Text("range") ?? "1d") switch
        {
            "1d" => 1, "5d" => 5, "1mo" => 30, "3mo" => 91, "6mo" => 182, "1y" => 365, "2y" => 730, "5y" => 1_826, "10y" => 3_652, "ytd" => Now.DayOfYear, _ => 36_500,
        };
        return (Math.Max(0, Seconds(Now) - (days * 86_400L)), Seconds(Now));
    }

    static ProviderAnswer NotFound => Wrong(404, "Not Found", "No data found, symbol may be delisted");

    static ProviderAnswer Wrong(int status, string code, string description) =>
        ProviderAnswer.Json(YahooSeries.Whole(null, new JsonObject { ["code"] = code, ["description"] = description }), status, Type);

    DateTime Now => Clock.GetUtcNow().UtcDateTime;

    static DateTime Later(long from, DateTime first) => from > Seconds(first) ? Time(from) : first;

    static DateTime Time(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

    static long Seconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeSeconds();
}
