using Workbench.Brokers.Binance;
using Workbench.Brokers.Oanda;
using Workbench.Model;
using Workbench.Platform.Resilience;
using Workbench.Simulators.Binance;
using SimOptions = Workbench.Simulators.Oanda.OandaOptions;
using OandaSimulator = Workbench.Simulators.Oanda.OandaSimulator;

namespace Workbench.App;

/// <summary>All venues there are, and how each is put together: adapter, pipeline and, where one asks for it, its simulator.</summary>
static class VenueCatalog
{
    /// <summary>Names of the venues.</summary>
    public static IReadOnlyList<string> Names { get; } = ["oanda", Spot, Futures];

    const string Spot = "binance";
    const string Futures = "binance-futures";

    /// <summary>Connects to a venue.</summary>
    /// <param name="name">Which.</param>
    /// <param name="keys">What opens the account.</param>
    /// <param name="sim">A simulator in its place; null for the venue itself.</param>
    /// <param name="failures">Where failed calls are kept.</param>
    public static VenueConnection Connect(string name, VenueKeys keys, SimPlace? sim, RecentFailures failures)
    {
        var handler = new VenueHandler(new ResilienceOptions { Venue = name }, failures, TimeProvider.System);
        var http = VenueHttp.Client(handler);
        switch (name)
        {
            case "oanda":
                var oanda = new OandaBroker(keys, sim is null ? OandaHosts.Of(keys.Environment) : OandaHosts.At(sim.Root, sim.Root), http, TimeProvider.System);
                return Connection(oanda, oanda, handler, http);
            case Spot or Futures:
                var market = name == Spot ? BinanceMarket.Spot : BinanceMarket.UsdFutures;
                var binance = new BinanceBroker(http, keys, market, sim is null ? BinanceHosts.For(market, keys.Environment) : BinanceHosts.At(market, sim.Root), TimeProvider.System);
                return Connection(binance, binance, handler, http);
            default:
                throw SessionErrors.UnknownBroker(name, Names);
        }
    }

    /// <summary>Starts a simulator of a venue in this process.</summary>
    /// <param name="name">Which venue.</param>
    /// <param name="port">Port on loopback; 0 for any.</param>
    /// <param name="walk">Steps of its market in a second.</param>
    /// <param name="seed">Seed of the market.</param>
    public static async Task<SimPlace> Simulate(string name, int port, double walk, int seed)
    {
        switch (name)
        {
            case "oanda":
                var options = new SimOptions { Port = port, WalkPerSecond = walk, Seed = seed };
                var oanda = await OandaSimulator.Start(options).ConfigureAwait(false);
                return new SimPlace(oanda.RestUri, SimKeys(name), oanda);
            case Spot or Futures:
                var binance = await BinanceSimulator.Start(new BinanceOptions { Port = port, WalkPerSecond = walk, Seed = seed }).ConfigureAwait(false);
                return new SimPlace(binance.BaseUri, SimKeys(name), binance);
            default:
                throw SessionErrors.UnknownBroker(name, Names);
        }
    }

    /// <summary>A simulator by its address, or a new one in this process for the venue's name.</summary>
    public static async Task<SimPlace> Simulated(string venue, string where, int seed) =>
        Uri.TryCreate(where, UriKind.Absolute, out var root) && root.Scheme == Uri.UriSchemeHttp
            ? new SimPlace(root, SimKeys(venue), null)
            : await Simulate(venue, 0, walk: 5, seed).ConfigureAwait(false);

    /// <summary>Keys of a simulator: everybody may know them.</summary>
    static VenueKeys SimKeys(string venue) => new()
    {
        Venue = venue, Name = "sim", Environment = "sim", Key = "sim-key", Secret = "sim-secret", Account = venue == "oanda" ? new SimOptions().AccountID : "",
    };

    static VenueConnection Connection(IVenue venue, IFeed feed, VenueHandler handler, HttpClient http)
    {
        handler.TakeRates(venue.Capabilities.Rates);
        return new VenueConnection(venue, feed, handler, http);
    }
}
