namespace Workbench.Simulators.Oanda;

/// <summary>A few instruments with rules as OANDA Europe had them in recorded answers, and prices of an ordinary day.</summary>
public static class OandaInstruments
{
    public static OandaInstrument EurUsd { get; } = Pair("EUR_USD", 1.08506m, 0.0333m);

    public static OandaInstrument UsdJpy { get; } = Pair("USD_JPY", 150.117m, 0.0333m) with
    {
        PipLocation = -2, DisplayPrecision = 3, MinimumTrailingStopDistance = 0.050m, MaximumTrailingStopDistance = 100.000m,
    };

    public static OandaInstrument De30Eur { get; } = new()
    {
        Name = "DE30_EUR", Type = "CFD", DisplayName = "Germany 30", PipLocation = 0, DisplayPrecision = 1, TradeUnitsPrecision = 1,
        MinimumTradeSize = 0.1m, MinimumTrailingStopDistance = 5.0m, MaximumTrailingStopDistance = 10_000.0m, MaximumOrderUnits = 2_500,
        StartPrice = 18_501.0m, Depth = 500,
    };

    public static OandaInstrument XauUsd { get; } = new()
    {
        Name = "XAU_USD", Type = "METAL", DisplayName = "Gold", PipLocation = -2, DisplayPrecision = 3, MinimumTrailingStopDistance = 0.500m,
        MaximumTrailingStopDistance = 1_000.000m, MaximumOrderUnits = 10_000, StartPrice = 2_350.300m, Depth = 2_000,
    };

    public static IReadOnlyList<OandaInstrument> All { get; } =
    [
        EurUsd, Pair("GBP_USD", 1.27019m, 0.05m), UsdJpy, Pair("AUD_USD", 0.65507m, 0.05m), Pair("USD_CHF", 0.88108m, 0.05m),
        Pair("EUR_GBP", 0.85427m, 0.05m), De30Eur, XauUsd,
    ];

    static OandaInstrument Pair(string name, decimal price, decimal marginRate) => new()
    {
        Name = name, DisplayName = name.Replace('_', '/'), MarginRate = marginRate, StartPrice = price, Depth = 10_000_000,
    };
}
