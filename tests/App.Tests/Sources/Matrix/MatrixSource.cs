using Workbench.Model;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.AlphaVantage;
using Workbench.Simulators.Providers.BinanceData;
using Workbench.Simulators.Providers.Dukascopy;
using Workbench.Simulators.Providers.OandaData;
using Workbench.Simulators.Providers.Tiingo;
using Workbench.Simulators.Providers.Yahoo;

namespace Workbench.App.Tests.Sources.Matrix;

/// <summary>A source of the matrix: its simulator, and two stretches that are fetched of it, neither of which comes with the other.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Start">Starts its simulator.</param>
/// <param name="Symbol">What is fetched.</param>
/// <param name="Bars">Which bars.</param>
/// <param name="First">The first stretch.</param>
/// <param name="Second">The second.</param>
sealed record MatrixSource(string Source, Func<Task<ProviderSimulator>> Start, string Symbol, BarSpec Bars, TimeRange First, TimeRange Second)
{
    static readonly BarSpec BidMinutes = Model.Bars.Minutes(1).Of(PriceSource.Bid);

    public static IReadOnlyList<MatrixSource> All { get; } =
    [
        new("dukascopy", async () => await DukascopySimulator.Start(), "EURUSD", BidMinutes, Days("2024-03-06", 1), Days("2024-03-07", 1)),
        new("dukascopy-json", async () => await DukascopySimulator.Start(), "EURUSD", BidMinutes, Days("2024-03-06", 1), Days("2024-03-07", 1)),
        new("yahoo", async () => await YahooSimulator.Start(), "SPY", Model.Bars.Days().Of(PriceSource.Last), Days("2023-03-06", 7), Days("2024-03-04", 7)),
        new("tiingo", async () => await TiingoSimulator.Start(), "SPY", Model.Bars.Days().Of(PriceSource.Last), Days("2023-03-06", 7), Days("2024-03-04", 7)),
        new("alphavantage", async () => await AlphaVantageSimulator.Start(), "SPY", Model.Bars.Hours(1).Of(PriceSource.Last), Days("2024-02-05", 5), Days("2024-04-08", 5)),
        new("binance", async () => await BinanceDataSimulator.Start(), "BTCUSDT", Model.Bars.Minutes(1).Of(PriceSource.Last), Days("2024-03-06", 1), Days("2024-03-07", 1)),
        new("binance-futures", async () => await BinanceDataSimulator.Start(), "BTCUSDT", Model.Bars.Minutes(1).Of(PriceSource.Last), Days("2024-03-06", 1), Days("2024-03-07", 1)),
        new("oanda", async () => await OandaDataSimulator.Start(), "EURUSD", BidMinutes, Days("2024-03-06", 1), Days("2024-03-07", 1)),
    ];

    static TimeRange Days(string from, int days) =>
        UtcNanos.From(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal)) is var begin
            ? new TimeRange(begin, begin + (days * UtcNanos.Day))
            : default;

    public override string ToString() => Source;
}
