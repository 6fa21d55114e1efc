using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Dukascopy;

/// <summary>Dukascopy on loopback: the tree of .bi5 files under /datafeed, the newer JSON interface under /v1. It knows no keys.</summary>
public sealed class DukascopySimulator : ProviderSimulator
{
    static readonly DateTime Dawn = new(2003, 5, 5, 0, 0, 0, DateTimeKind.Utc);

    readonly ProviderOptions options;
    readonly SeededMarket market;

    DukascopySimulator(ProviderOptions options) : base(options)
    {
        this.options = options;
        market = new SeededMarket(options.Seed, options.TicksPerHour);
    }

    public static async Task<DukascopySimulator> Start(ProviderOptions? options = null)
    {
        var provider = new DukascopySimulator(options ?? new ProviderOptions());
        await provider.StartAsync().ConfigureAwait(false);
        return provider;
    }

    protected override ProviderAnswer Answer(ProviderCall call) => call.Steps switch
    {
        ["datafeed", .. var tree] => options.Recorded is { } folder ? FileOf(Path.Combine([folder, "dukascopy-bi5", .. tree]), "application/octet-stream") : Drawn(DukascopyFile.OfTree(tree)),
        ["v1", .. var rest] => options.Recorded is { } folder ? FileOf(Path.Combine(folder, "dukascopy-json-api", NameOf(rest, call)), "application/json") : Told(rest, call),
        _ => NotFound,
    };

    protected override ProviderAnswer NoKey(ProviderCall call) => ProviderAnswer.Text("Unauthorized", status: 401);

    static ProviderAnswer NotFound => ProviderAnswer.Text("<html><head><title>404 Not Found</title></head><body>404 Not Found</body></html>", "text/html", 404);

    /// <summary>An hour or day of the tree: empty while the market was closed, not there before it began or before it is over.</summary>
    ProviderAnswer Drawn(DukascopyFile? file)
    {
        if (file is null || SeededSymbol.Find(file.Symbol) is not { } symbol || symbol.Name != file.Symbol || file.Begin < Dawn || file.Begin > Now)
        {
            return NotFound;
        }

        return ProviderAnswer.Bytes(file.Side is null ? Bi5.Ticks(Ticks(symbol, file), file.Begin) : Bi5.Candles(Flats(symbol, file), file.Begin));
    }

    ProviderAnswer Told(string[] steps, ProviderCall call)
    {
        if (steps is ["instruments", var code] && SeededSymbol.Find(code) is { } known)
        {
            return ProviderAnswer.Json(new JsonObject { ["name"] = code.Replace('-', '/'), ["code"] = code, ["priceScale"] = known.Point.Scale, ["histories"] = new JsonArray() });
        }

        if ((DukascopyFile.OfInterface(steps) ?? Running(steps, call)) is not { } file || SeededSymbol.Find(file.Symbol) is not { } symbol)
        {
            return NotFound;
        }

        // A day that is not over is asked for with "from" alone.
        return file.End > Now && call.Text("from") is null ? ProviderAnswer.Json(new JsonObject { ["error"] = "Bad Request" }, 400)
            : ProviderAnswer.Json(file.Side is null
                ? DeltaJson.Ticks(Ticks(symbol, file), file.Begin, symbol.Point)
                : DeltaJson.Candles(Candles(symbol, file), file.Begin, file.Step, symbol.Point));
    }

    List<SeededTick> Ticks(SeededSymbol symbol, DukascopyFile file) => [.. market.Ticks(symbol, file.Begin).Where(tick => tick.At <= Now).WithFirstRaised(Revision)];

    List<SeededBar> Candles(SeededSymbol symbol, DukascopyFile file)
    {
        var shift = file.Side == "ASK" ? 1 : -1;
        return [.. market.Bars(symbol, file.Begin, Sooner(file.End, Now), file.Step)
            .Select(bar => bar with { Open = bar.Open + shift, High = bar.High + shift, Low = bar.Low + shift, Close = bar.Close + shift }).WithFirstRaised(Revision)];
    }

    /// <summary>Files of candles hold closed hours too, flat and without volume.</summary>
    List<SeededBar> Flats(SeededSymbol symbol, DukascopyFile file)
    {
        var open = Candles(symbol, file).ToDictionary(bar => bar.Begin);
        var (last, all) = (open.Count == 0 ? market.Mid(symbol, file.Begin) : open.Values.First().Open, new List<SeededBar>());
        for (var begin = file.Begin; begin < Sooner(file.End, Now); begin += file.Step)
        {
            all.Add(open.GetValueOrDefault(begin) ?? new SeededBar(begin, last, last, last, last, 0));
            last = all[^1].Close;
        }

        return all;
    }

    DukascopyFile? Running(string[] steps, ProviderCall call) =>
        steps is ["candles", "minute" or "hour" or "day", var symbol, "BID" or "ASK"] && long.TryParse(call.Text("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? new DukascopyFile(symbol, steps[3], steps[1] switch { "minute" => TimeSpan.FromMinutes(1), "hour" => TimeSpan.FromHours(1), _ => TimeSpan.FromDays(1) },
                DateTimeOffset.FromUnixTimeMilliseconds(from).UtcDateTime, Now)
            : null;

    DateTime Now => Clock.GetUtcNow().UtcDateTime;

    static DateTime Sooner(DateTime one, DateTime other) => one < other ? one : other;

    // The pile names each answer by its path.
    static string NameOf(string[] steps, ProviderCall call) =>
        string.Join('-', steps is ["instruments", ..] ? ["instrument", .. steps[1..]] : steps) + (call.Text("from") is { } from ? "-from-" + from : "") + ".json";

    static ProviderAnswer FileOf(string path, string type) =>
        !path.Contains("..", StringComparison.Ordinal) && File.Exists(path) ? new ProviderAnswer(200, type, File.ReadAllBytes(path)) : NotFound;
}
