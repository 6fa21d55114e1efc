using System.Globalization;
using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Yahoo;

/// <summary>What Yahoo calls instruments and lengths of bars, and how much of them it gives at once.</summary>
static class YahooMap
{
    /// <summary>Yahoo's symbol; null where it can have none.</summary>
    public static string? SymbolOf(Instrument instrument, InstrumentTable names) => names.NameAt("yahoo", instrument.Symbol) ?? instrument.AssetClass switch
    {
        AssetClass.Forex => instrument.BaseCurrency + instrument.QuoteCurrency + "=X",
        AssetClass.Crypto => $"{instrument.BaseCurrency}-{instrument.QuoteCurrency}",

        // A second kind of share has a dot elsewhere and a dash here: BRK-B.
        AssetClass.Equity => instrument.QuoteCurrency == "USD" ? instrument.Symbol.Replace('.', '-') : instrument.Symbol,
        _ => null,
    };

    /// <summary>Yahoo's word for a length of bars.</summary>
    public static string Interval(BarSpec bars) => bars.Of(PriceSource.Mid).ToString();

    /// <summary>How much is asked for at once: of minutes Yahoo gives seven days in an answer, of late eight, of longer bars all that it reaches back to.</summary>
    public static GridStep StepOf(BarSpec bars) => bars.NominalNanos >= UtcNanos.Hour ? GridStep.Year
        : bars.NominalNanos == UtcNanos.Minute ? GridStep.Week
        : GridStep.Month;

    /// <summary>A request for a stretch of time, up to the last bar that is over: what still runs would be kept as if it were not.</summary>
    /// <param name="want">What is wanted.</param>
    /// <param name="symbol">Yahoo's symbol.</param>
    /// <param name="range">The stretch.</param>
    /// <param name="from">First instant to ask for, no earlier than Yahoo reaches.</param>
    /// <param name="over">End of the last bar that is over.</param>
    public static Piece Chart(DataWant want, string symbol, TimeRange range, long from, long over)
    {
        var to = Math.Min(range.To, over) / UtcNanos.Second;
        var request = string.Create(CultureInfo.InvariantCulture,
            $"v8/finance/chart/{Uri.EscapeDataString(symbol)}?period1={from / UtcNanos.Second}&period2={to}&interval={Interval(want.Bars)}&includePrePost=false&events=div%2Csplit");
        return new Piece($"{want.Instrument.Symbol}-{Interval(want.Bars)}-{UtcNanos.ToDateTime(from):yyyyMMdd}.json", request, range);
    }
}
