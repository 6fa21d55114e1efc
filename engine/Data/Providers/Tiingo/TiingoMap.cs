using System.Globalization;
using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Tiingo;

/// <summary>Which of Tiingo's paths gives what, and how much of it at once.</summary>
static class TiingoMap
{
    /// <summary>Tiingo's ticker: small letters, a dash for the dot of a second kind of share.</summary>
    public static string TickerOf(Instrument instrument, InstrumentTable names) =>
        (names.NameAt("tiingo", instrument.Symbol) ?? instrument.Symbol.Replace('.', '-')).ToLowerInvariant();

    /// <summary>An answer holds some thousand rows: a week of an exchange's minutes, a day of those that trade around the clock.</summary>
    public static GridStep StepOf(DataWant want) => want switch
    {
        { Kind: DataKind.News } => GridStep.Week,
        { Bars.Unit: BarUnit.Days } => GridStep.Year,
        _ when want.Bars.NominalNanos >= UtcNanos.Hour / 4 => GridStep.Month,
        _ when want.Bars.NominalNanos >= 5 * UtcNanos.Minute || want.Instrument.AssetClass == AssetClass.Equity => GridStep.Week,
        _ => GridStep.Day,
    };

    /// <summary>A request for a stretch of time. Its last date belongs to what is asked for.</summary>
    public static Piece Piece(DataWant want, string ticker, TimeRange range)
    {
        var days = string.Create(CultureInfo.InvariantCulture, $"startDate={UtcNanos.ToDateTime(range.From):yyyy-MM-dd}&endDate={UtcNanos.ToDateTime(range.To - 1):yyyy-MM-dd}");
        var name = want.Kind == DataKind.News ? "news" : want.Bars.Of(PriceSource.Mid).ToString();
        return new Piece($"{want.Instrument.Symbol}-{name}-{UtcNanos.ToDateTime(range.From):yyyyMMdd}.json", Path(want, ticker, days), range);
    }

    static string Path(DataWant want, string ticker, string days) => want switch
    {
        { Kind: DataKind.News } => $"tiingo/news?tickers={ticker}&{days}&limit={TiingoNews.Most}&sortBy=publishedDate",
        { Instrument.AssetClass: AssetClass.Crypto } => $"tiingo/crypto/prices?tickers={ticker}&{days}&resampleFreq={Frequency(want.Bars)}",
        { Instrument.AssetClass: AssetClass.Forex } => $"tiingo/fx/{ticker}/prices?{days}&resampleFreq={Frequency(want.Bars)}",
        { Bars.Unit: BarUnit.Days } => $"tiingo/daily/{ticker}/prices?{days}&format=json&resampleFreq=daily",
        _ => $"iex/{ticker}/prices?{days}&format=json&resampleFreq={Frequency(want.Bars)}&columns=open,high,low,close,volume",
    };

    static string Frequency(BarSpec bars) => bars.Unit == BarUnit.Days ? "1day"
        : bars.NominalNanos % UtcNanos.Hour == 0 ? FormattableString.Invariant($"{bars.NominalNanos / UtcNanos.Hour}hour")
        : FormattableString.Invariant($"{bars.NominalNanos / UtcNanos.Minute}min");
}
