namespace Workbench.Simulators.Oanda;

/// <summary>A few instruments, with rules and prices as OANDA Europe had them in 2016 (recorded) and today's order of prices.</summary>
public static class OandaInstruments
{
    public static OandaInstrument EurUsd { get; } = Pair("EUR_USD", 0.0333m);

    public static OandaInstrument UsdJpy { get; } = Pair("USD_JPY", 0.0333m) with
    {
        PipLocation = -2, DisplayPrecision = 3, MinimumTrailingStopDistance = 0.050m, MaximumTrailingStopDistance = 100.000m,
    };

    public static OandaInstrument De30Eur { get; } = new()
    {
        Name = "DE30_EUR", Type = "CFD", DisplayName = "Germany 30", PipLocation = 0, DisplayPrecision = 1, TradeUnitsPrecision = 1,
        MinimumTradeSize = 0.1m, MinimumTrailingStopDistance = 5.0m, MaximumTrailingStopDistance = 10_000.0m, MaximumOrderUnits = 2_500,
    };

    public static OandaInstrument XauUsd { get; } = new()
    {
        Name = "XAU_USD", Type = "METAL", DisplayName = "Gold", PipLocation = -2, DisplayPrecision = 3, MinimumTrailingStopDistance = 0.500m,
        MaximumTrailingStopDistance = 1_000.000m, MaximumOrderUnits = 10_000,
    };

    public static IReadOnlyList<OandaInstrument> All { get; } =
    [
        EurUsd, Pair("GBP_USD", 0.05m), UsdJpy, Pair("AUD_USD", 0.05m), Pair("USD_CHF", 0.05m), Pair("EUR_GBP", 0.05m), De30Eur, XauUsd,
    ];

    public static IReadOnlyList<OandaQuote> Quotes { get; } =
    [
        new("EUR_USD", 1.08500m, 1.08512m), new("GBP_USD", 1.27010m, 1.27028m), new("USD_JPY", 150.110m, 150.124m),
        new("AUD_USD", 0.65500m, 0.65514m), new("USD_CHF", 0.88100m, 0.88116m), new("EUR_GBP", 0.85420m, 0.85434m),
        new("DE30_EUR", 18_500.4m, 18_501.6m, 100m), new("XAU_USD", 2_350.120m, 2_350.480m, 1_000m),
    ];

    static OandaInstrument Pair(string name, decimal marginRate) =>
        new() { Name = name, DisplayName = name.Replace('_', '/'), MarginRate = marginRate };
}
