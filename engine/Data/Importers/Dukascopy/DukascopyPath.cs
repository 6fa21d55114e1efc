using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Data.Importers.Dukascopy;

/// <summary>What the path of a .bi5 file says: nothing inside the file does. Months count from 00, days from 01, hours are UTC.</summary>
/// <param name="File">Full path.</param>
/// <param name="Symbol">The vendor's symbol, such as GBPJPY or USA30IDXUSD; empty where the path starts with the year.</param>
/// <param name="Start">First instant of the file, UTC nanoseconds.</param>
/// <param name="Spec">Bars in it; null for ticks.</param>
sealed partial record DukascopyPath(string File, string Symbol, long Start, BarSpec? Spec)
{
    /// <summary>Reads a path; null where it is none of the vendor's.</summary>
    public static DukascopyPath? Parse(string file)
    {
        var match = Pattern().Match(file.Replace('\\', '/'));
        if (!match.Success)
        {
            return null;
        }

        var month = match.Groups["month"].Success ? Number(match, "month") + 1 : 1;
        var day = match.Groups["day"].Success ? Number(match, "day") : 1;
        var hour = match.Groups["hour"].Success ? Number(match, "hour") : 0;
        var year = Number(match, "year");
        if (month > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23)
        {
            return null;
        }

        var start = UtcNanos.From(new DateTime(year, month, day, hour, 0, 0, DateTimeKind.Utc));
        return new DukascopyPath(file, match.Groups["symbol"].Value.ToUpperInvariant(), start, Candles(match));
    }

    static BarSpec? Candles(Match match)
    {
        if (!match.Groups["side"].Success)
        {
            return null;
        }

        var price = match.Groups["side"].Value == "BID" ? PriceSource.Bid : PriceSource.Ask;
        return (match.Groups["min"].Success ? Bars.Minutes(1) : match.Groups["hourly"].Success ? Bars.Hours(1) : Bars.Days()).Of(price);
    }

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Tick and minute files lie in a folder of their day, hour candles in one of their month, day candles in one of their year.
    [GeneratedRegex(
        @"(?:(?<symbol>[A-Za-z0-9.\-]*[A-Za-z][A-Za-z0-9.\-]*)/)?(?<year>[12]\d{3})/(?:(?<month>\d\d)/(?:(?<day>\d\d)/(?:(?<hour>\d\d)h_ticks|(?<side>BID|ASK)_candles_(?<min>min)_1)|(?<side>BID|ASK)_candles_(?<hourly>hour)_1)|(?<side>BID|ASK)_candles_day_1)\.bi5$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
