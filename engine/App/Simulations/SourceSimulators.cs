using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.AlphaVantage;
using Workbench.Simulators.Providers.BinanceData;
using Workbench.Simulators.Providers.Dukascopy;
using Workbench.Simulators.Providers.OandaData;
using Workbench.Simulators.Providers.Tiingo;
using Workbench.Simulators.Providers.Yahoo;

namespace Workbench.App;

/// <summary>The simulated sources of market data, beside the venues of <see cref="VenueCatalog"/>.</summary>
static class SourceSimulators
{
    // Venues have the plain names of the two that are both.
    static readonly Dictionary<string, (string Source, Func<ProviderOptions, Task<ProviderSimulator>> Start)> All = new(StringComparer.Ordinal)
    {
        ["dukascopy"] = ("dukascopy", async options => await DukascopySimulator.Start(options).ConfigureAwait(false)),
        ["yahoo"] = ("yahoo", async options => await YahooSimulator.Start(options).ConfigureAwait(false)),
        ["alphavantage"] = ("alphavantage", async options => await AlphaVantageSimulator.Start(options with { DayBudget = options.DayBudget ?? AlphaVantageSimulator.CallsADay }).ConfigureAwait(false)),
        ["tiingo"] = ("tiingo", async options => await TiingoSimulator.Start(options).ConfigureAwait(false)),
        ["binance-data"] = ("binance", async options => await BinanceDataSimulator.Start(options).ConfigureAwait(false)),
        ["oanda-data"] = ("oanda", async options => await OandaDataSimulator.Start(options).ConfigureAwait(false)),
    };

    /// <summary>Names of the simulators.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>Whether a simulator of a name is one of a source.</summary>
    public static bool Has(string name) => All.ContainsKey(name);

    /// <summary>Starts one in this process.</summary>
    public static Task<ProviderSimulator> Start(string name, ProviderOptions options) => All[name].Start(options);

    /// <summary>What to type next, to be served by it.</summary>
    public static string Hint(string name, Uri address) => $"./run.sh data sources add {All[name].Source} --address {address.ToString().TrimEnd('/')}";
}
