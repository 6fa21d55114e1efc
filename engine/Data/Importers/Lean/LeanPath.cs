using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Data.Importers.Lean;

/// <summary>What the path of a LEAN zip says: kind of market, market, resolution, symbol, day, quotes or trades.</summary>
/// <param name="File">Full path.</param>
/// <param name="Market">Kind of market and market, such as forex/oanda; empty where the path starts later.</param>
/// <param name="IsEquity">Whether prices are × 10,000 and times New York's.</param>
/// <param name="Resolution">tick, second, minute, hour or daily.</param>
/// <param name="Symbol">Symbol in capitals.</param>
/// <param name="Date">Midnight of the file's day on its clock, nanoseconds; 0 for hour and daily files, whose rows carry the date.</param>
/// <param name="IsQuote">Quotes; else trades.</param>
sealed partial record LeanPath(string File, string Market, bool IsEquity, string Resolution, string Symbol, long Date, bool IsQuote)
{
    /// <summary>Reads a path; null where it is none of LEAN's, or one of a kind that is not market data.</summary>
    public static LeanPath? Parse(string file)
    {
        var match = Pattern().Match(file.Replace('\\', '/'));
        if (!match.Success)
        {
            return null;
        }

        var kind = match.Groups["class"].Value;
        var isQuote = match.Groups["kind"].Success ? match.Groups["kind"].Value == "quote" : kind is "forex" or "cfd";
        var market = kind.Length == 0 ? "" : $"{kind}/{match.Groups["market"].Value}";
        return TryDate(match, out var date)
            ? new LeanPath(file, market, kind == "equity", match.Groups["resolution"].Value, match.Groups["symbol"].Value.ToUpperInvariant(), date, isQuote)
            : null;
    }

    /// <summary>Length of the file's bars; ticks where the resolution is tick.</summary>
    public BarSpec Spec => Resolution switch
    {
        "second" => Bars.Seconds(1),
        "minute" => Bars.Minutes(1),
        "hour" => Bars.Hours(1),
        "daily" => Bars.Days(),
        _ => Bars.Tick,
    };

    static bool TryDate(Match match, out long date)
    {
        date = 0;
        var text = match.Groups["date"];
        var isDate = DateTime.TryParseExact(text.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var day);
        date = isDate ? UtcNanos.From(day) : 0;
        return isDate || !text.Success;
    }

    [GeneratedRegex(
        @"(?:(?<class>equity|forex|cfd|crypto|cryptofuture|index|future)/(?<market>[^/]+)/)?(?:(?<resolution>tick|second|minute)/(?<symbol>[^/]+)/(?<date>\d{8})_(?<kind>quote|trade)|(?<resolution>hour|daily)/(?<symbol>[^/_]+)(?:_(?<kind>quote|trade))?)\.zip$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
