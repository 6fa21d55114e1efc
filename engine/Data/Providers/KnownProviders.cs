using Workbench.Data.Providers.AlphaVantage;
using Workbench.Data.Providers.Binance;
using Workbench.Data.Providers.Dukascopy;
using Workbench.Data.Providers.Oanda;
using Workbench.Data.Providers.Tiingo;
using Workbench.Data.Providers.Yahoo;

namespace Workbench.Data.Providers;

/// <summary>All sources that ship with the program, in the order in which they are asked unless the user says otherwise.</summary>
public static class KnownProviders
{
    /// <summary>The sources.</summary>
    public static IReadOnlyList<KnownProvider> All { get; } =
    [
        new(DukascopyProvider.ProfileOf(DukascopyTransport.Bi5), (http, address, key, names) => new DukascopyProvider(http, address, key, DukascopyTransport.Bi5, names)),
        new(DukascopyProvider.ProfileOf(DukascopyTransport.Json), (http, address, key, names) => new DukascopyProvider(http, address, key, DukascopyTransport.Json, names)),
        new(OandaProvider.Profile, (http, address, key, names) => new OandaProvider(http, address, key, names)),
        new(BinanceProvider.ProfileOf(BinanceMarket.Spot), (http, address, key, names) => new BinanceProvider(http, address, key, BinanceMarket.Spot, names)),
        new(BinanceProvider.ProfileOf(BinanceMarket.Futures), (http, address, key, names) => new BinanceProvider(http, address, key, BinanceMarket.Futures, names)),
        new(TiingoProvider.Profile, (http, address, key, names) => new TiingoProvider(http, address, key, names)),
        new(YahooProvider.Profile, (http, address, key, names) => new YahooProvider(http, address, key, names)),
        new(AlphaVantageProvider.Profile, (http, address, key, names) => new AlphaVantageProvider(http, address, key, names)),
    ];

    /// <summary>The source of a name, or null where none is called so.</summary>
    public static KnownProvider? TryFind(string name) => All.FirstOrDefault(known => known.Profile.Name == name);
}
