using System.Globalization;

namespace Workbench.Simulators.Providers.Dukascopy;

/// <summary>What a path asks for, of the tree or of the newer interface.</summary>
/// <param name="Symbol">As the path spells it.</param>
/// <param name="Side">BID or ASK; null for ticks.</param>
/// <param name="Step">Length of its candles; zero for ticks.</param>
/// <param name="Begin">Beginning of the hour, day, month or year.</param>
/// <param name="End">Its end.</param>
sealed record DukascopyFile(string Symbol, string? Side, TimeSpan Step, DateTime Begin, DateTime End)
{
    /// <summary><c>EURUSD/2019/01/04/07h_ticks.bi5</c> and the candle files beside: the month counts from 00. Null for anything else.</summary>
    public static DukascopyFile? OfTree(string[] steps)
    {
        var name = steps.Length < 3 ? "" : steps[^1];
        if (name.EndsWith("h_ticks.bi5", StringComparison.Ordinal))
        {
            return Numbers([.. steps[1..^1], name[..^"h_ticks.bi5".Length]], 4) is [var year, var month, var day, var hour] ? Of(steps[0], null, TimeSpan.Zero, year, month + 1, day, hour) : null;
        }

        var side = name.Split('_')[0];
        return side is not ("BID" or "ASK") ? null : (name[4..], Numbers(steps[1..^1], steps.Length - 2)) switch
        {
            ("candles_min_1.bi5", [var year, var month, var day]) => Of(steps[0], side, TimeSpan.FromMinutes(1), year, month + 1, day),
            ("candles_hour_1.bi5", [var year, var month]) => Of(steps[0], side, TimeSpan.FromHours(1), year, month + 1),
            ("candles_day_1.bi5", [var year]) => Of(steps[0], side, TimeSpan.FromDays(1), year),
            _ => null,
        };
    }

    /// <summary><c>ticks/EUR-USD/2019/2/4/7</c>, <c>candles/minute/EUR-USD/BID/2019/2/4</c> and its like: the month counts from 1. Null for anything else.</summary>
    public static DukascopyFile? OfInterface(string[] steps) => steps switch
    {
        ["ticks", var symbol, .. var rest] when Numbers(rest, 4) is [var year, var month, var day, var hour] => Of(symbol, null, TimeSpan.Zero, year, month, day, hour),
        ["candles", "minute", var symbol, "BID" or "ASK", .. var rest] when Numbers(rest, 3) is [var year, var month, var day] => Of(symbol, steps[3], TimeSpan.FromMinutes(1), year, month, day),
        ["candles", "hour", var symbol, "BID" or "ASK", .. var rest] when Numbers(rest, 2) is [var year, var month] => Of(symbol, steps[3], TimeSpan.FromHours(1), year, month),
        ["candles", "day", var symbol, "BID" or "ASK", .. var rest] when Numbers(rest, 1) is [var year] => Of(symbol, steps[3], TimeSpan.FromDays(1), year),
        _ => null,
    };

    static int[]? Numbers(string[] texts, int count) =>
        texts.Length == count && texts.All(each => int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? [.. texts.Select(each => int.Parse(each, CultureInfo.InvariantCulture))]
            : null;

    static DukascopyFile? Of(string symbol, string? side, TimeSpan step, int year, int month = 0, int day = 0, int hour = -1)
    {
        if (year is < 1970 or > 9000 || month > 12 || (day > 0 && day > DateTime.DaysInMonth(year, Math.Max(1, month))) || hour > 23)
        {
            return null;
        }

        var begin = new DateTime(year, Math.Max(1, month), Math.Max(1, day), Math.Max(0, hour), 0, 0, DateTimeKind.Utc);
        return new DukascopyFile(symbol, side, step, begin, hour >= 0 ? begin.AddHours(1) : day > 0 ? begin.AddDays(1) : month > 0 ? begin.AddMonths(1) : begin.AddYears(1));
    }
}
