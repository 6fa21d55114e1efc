using Workbench.Brokers.Tiingo;
using Workbench.Model;
using Workbench.Platform.Resilience;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App;

/// <summary>Sources of data that stream prices and are no venues: paper sessions listen to them (<c>--feed</c>), beside the venues of <see cref="VenueCatalog"/>.</summary>
static class QuoteSources
{
    const string Tiingo = "tiingo";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Tiingo];

    /// <summary>Connects to one.</summary>
    /// <param name="workspace">Knows its address, and what it calls instruments.</param>
    /// <param name="name">Which.</param>
    /// <param name="keys">Its key.</param>
    /// <param name="sim">A simulator in its place; null for the source itself.</param>
    /// <param name="failures">Where failed calls are kept.</param>
    public static VenueConnection Connect(Workspace workspace, string name, VenueKeys keys, SimPlace? sim, RecentFailures failures)
    {
        var handler = new VenueHandler(new ResilienceOptions { Venue = name }, failures, TimeProvider.System);
        var feed = new TiingoFeed(sim?.Root ?? new SourceRoom(workspace).Find(name).Address, keys.Key, TickerOf);
        return new VenueConnection(new QuotesVenue(name, workspace.Instruments), feed, handler, VenueHttp.Client(handler));

        string TickerOf(Instrument instrument) => (workspace.Instruments.NameAt(name, instrument.Symbol) ?? instrument.Symbol.Replace('.', '-')).ToLowerInvariant();
    }

    /// <summary>A simulator by its address, or a new one in this process.</summary>
    public static async Task<SimPlace> Simulated(string name, string where, int seed)
    {
        var options = new ProviderOptions { Seed = seed };
        var keys = new VenueKeys { Venue = name, Name = AccountAccess.SimEnvironment, Environment = AccountAccess.SimEnvironment, Key = options.ApiKey };
        if (Uri.TryCreate(where, UriKind.Absolute, out var root) && root.Scheme == Uri.UriSchemeHttp)
        {
            return new SimPlace(root, keys, null);
        }

        var simulator = await TiingoSimulator.Start(options).ConfigureAwait(false);
        return new SimPlace(simulator.BaseUri, keys, simulator);
    }
}
