using System.Globalization;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Providers.AlphaVantage;

/// <summary>Which of Alpha Vantage's functions gives what, and how much of it at once.</summary>
static class AlphaVantageMap
{
    /// <summary>The requests for a want: intraday bars of shares by the month of New York, all else in one.</summary>
    public static IEnumerable<Piece> Pieces(DataWant want, string symbol, TimeRange range, long now) => want switch
    {
        { Kind: DataKind.News or DataKind.Sentiment } => TimeGrid.Cut(range, now, GridStep.Week).Select(week => News(want, symbol, week)),
        { Bars.Unit: BarUnit.Time, Instrument.AssetClass: AssetClass.Equity } => TimeGrid.Cut(Widened(range), now, GridStep.Month)
            .Select(month => Month(want, symbol, month)).Where(piece => piece.Range.To > range.From && piece.Range.From < Math.Min(range.To, now)),
        _ => range.From < Math.Min(range.To, now) ? [Whole(want, symbol, range.From, now)] : [],
    };

    // A month begins hours later in New York than in UTC, so the first instants of a UTC month are the month's before.
    static TimeRange Widened(TimeRange range) => range with { From = range.From - UtcNanos.Day };

    static Piece Month(DataWant want, string symbol, TimeRange month)
    {
        var first = UtcNanos.ToDateTime(month.From);
        return new Piece($"{want.Instrument.Symbol}-{Interval(want)}-{first:yyyyMM}.json", string.Create(CultureInfo.InvariantCulture,
            $"query?function=TIME_SERIES_INTRADAY&symbol={symbol}&interval={Interval(want)}&month={first:yyyy-MM}&outputsize=full&adjusted=false&extended_hours=true&datatype=json"),
            new TimeRange(InNewYork(month.From), InNewYork(month.To)));
    }

    /// <summary>One answer with all there is. It grows each day, so that it is never closed and asked for anew each time.</summary>
    static Piece Whole(DataWant want, string symbol, long from, long now)
    {
        var (isPair, isDaily) = (want.Instrument.AssetClass == AssetClass.Forex, want.Bars.Unit == BarUnit.Days);
        var name = isPair ? $"from_symbol={want.Instrument.BaseCurrency}&to_symbol={want.Instrument.QuoteCurrency}" : $"symbol={symbol}";
        var function = (isPair ? "FX_" : "TIME_SERIES_") + (isDaily ? "DAILY" : "INTRADAY");
        var interval = isDaily ? "" : $"&interval={Interval(want)}";
        return new Piece($"{want.Instrument.Symbol}-{(isDaily ? "1d" : Interval(want))}.json",
            $"query?function={function}&{name}{interval}&outputsize=full&datatype=json", new TimeRange(from, UtcNanos.Floor(now, UtcNanos.Day) + UtcNanos.Day));
    }

    static Piece News(DataWant want, string symbol, TimeRange week)
    {
        var ticker = want.Instrument.AssetClass switch { AssetClass.Forex => "FOREX:" + want.Instrument.BaseCurrency, AssetClass.Crypto => "CRYPTO:" + want.Instrument.BaseCurrency, _ => symbol };
        var (from, to) = (UtcNanos.ToDateTime(week.From), UtcNanos.ToDateTime(week.To - UtcNanos.Minute));
        return new Piece($"{want.Instrument.Symbol}-news-{from:yyyyMMdd}.json", string.Create(CultureInfo.InvariantCulture,
            $"query?function=NEWS_SENTIMENT&tickers={ticker}&time_from={from:yyyyMMdd'T'HHmm}&time_to={to:yyyyMMdd'T'HHmm}&sort=EARLIEST&limit={AlphaVantageNews.Most}"), week);
    }

    static string Interval(DataWant want) => FormattableString.Invariant($"{want.Bars.NominalNanos / UtcNanos.Minute}min");

    static long InNewYork(long local) => ZoneClock.Of("America/New_York").ToUtc(local, long.MinValue);
}
