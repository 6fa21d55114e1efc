using Workbench.Model;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Dukascopy;
using Workbench.Simulators.Providers.Yahoo;

namespace Workbench.App.Tests.Sources.Matrix;

/// <summary>A source of the matrix: its simulator, and two stretches that are fetched of it, one behind the other.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Start">Starts its simulator.</param>
/// <param name="Symbol">What is fetched.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Bars">Which bars; default for ticks.</param>
/// <param name="From">Beginning of the first stretch.</param>
/// <param name="Days">Days of each.</param>
sealed record MatrixSource(string Source, Func<Task<ProviderSimulator>> Start, string Symbol, DataKind Kind, BarSpec Bars, DateTime From, int Days)
{
    static readonly DateTime Wednesday = new(2024, 3, 6, 0, 0, 0, DateTimeKind.Utc);

    public static IReadOnlyList<MatrixSource> All { get; } =
    [
        new("dukascopy", async () => await DukascopySimulator.Start(), "EURUSD", DataKind.Bars, Model.Bars.Minutes(1).Of(PriceSource.Bid), Wednesday, 1),
        new("dukascopy-json", async () => await DukascopySimulator.Start(), "EURUSD", DataKind.Bars, Model.Bars.Minutes(1).Of(PriceSource.Bid), Wednesday, 1),
        new("yahoo", async () => await YahooSimulator.Start(), "SPY", DataKind.Bars, Model.Bars.Days(), Wednesday.AddDays(-2), 7),
    ];

    /// <summary>End of the first stretch and beginning of the second.</summary>
    public DateTime Middle => From.AddDays(Days);

    /// <summary>End of the second.</summary>
    public DateTime To => Middle.AddDays(Days);

    public override string ToString() => Source;
}
