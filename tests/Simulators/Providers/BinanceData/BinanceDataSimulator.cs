using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.BinanceData;

/// <summary>
/// The public history of Binance on loopback, spot below <c>api/v3</c> and USD-M perpetuals below <c>fapi/v1</c>: bars, aggregate trades, a depth
/// snapshot. No key; weight is counted by the minute and told in a header at the venue.
/// </summary>
public sealed class BinanceDataSimulator : ProviderSimulator
{
    const string SpotRoot = "/api/v3", FuturesRoot = "/fapi/v1";

    readonly BinanceVenue spot;
    readonly BinanceVenue futures;

    BinanceDataSimulator(ProviderOptions options) : base(options)
    {
        spot = new BinanceVenue(SpotRoot, new DateTime(2017, 8, 17, 4, 0, 0, DateTimeKind.Utc), 1_000, BinanceRows.OfSpot, Drawn(0), Captured("spot"), Clock, () => Revision);
        futures = new BinanceVenue(FuturesRoot, new DateTime(2019, 9, 8, 17, 0, 0, DateTimeKind.Utc), 1_500, BinanceRows.OfFutures, Drawn(1), Captured("usdm"), Clock, () => Revision);

        SeededMarket Drawn(int other) => new(options.Seed + other, options.TicksPerHour);
        Lazy<BinanceCapture>? Captured(string market) => options.Recorded is { } folder ? new Lazy<BinanceCapture>(() => new BinanceCapture(folder, market)) : null;
    }

    public static async Task<BinanceDataSimulator> Start(ProviderOptions? options = null)
    {
        var provider = new BinanceDataSimulator(options ?? new ProviderOptions());
        await provider.StartAsync().ConfigureAwait(false);
        return provider;
    }

    protected override ProviderAnswer Answer(ProviderCall call) =>
        (call.Path.StartsWith(SpotRoot, StringComparison.Ordinal) ? spot.Answer(call) : call.Path.StartsWith(FuturesRoot, StringComparison.Ordinal) ? futures.Answer(call) : null)
        ?? ProviderAnswer.Text("<html><body><h2>404 Not found</h2></body></html>", "text/html", 404);

    protected override ProviderAnswer NoKey(ProviderCall call) => BinanceVenue.Wrong(401, -2015, "Invalid API-key, IP, or permissions for action.");

    protected override ProviderAnswer TooMany(ProviderCall call, int seconds) => BinanceVenue.Wrong(429, -1003, "Too much request weight used; current limit is 6000 request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.") with { RetryAfter = seconds };
}
