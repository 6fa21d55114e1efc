using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Tiingo;

/// <summary>The drawn market as Tiingo would tell it. Numbers are numbers, times are UTC.</summary>
sealed class TiingoMarket(SeededMarket market)
{
    /// <summary>Length of a resampling, such as <c>5min</c>, <c>1hour</c>, <c>1day</c>; null where it is none.</summary>
    public static TimeSpan? Step(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 0 or > 3 || int.Parse(text[..digits], CultureInfo.InvariantCulture) is not (> 0 and var count) ? null : text[digits..].ToLowerInvariant() switch
        {
            "min" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            _ => null,
        };
    }

    /// <summary>Days of a share, with their adjusted twins.</summary>
    public JsonArray Days(SeededSymbol share, DateTime from, DateTime to, int revision) => new([.. market.SessionBars(share, from, to, TimeSpan.FromDays(1)).WithFirstRaised(revision).Select(bar =>
    {
        var told = new JsonObject { ["date"] = NewYork.Local(bar.Begin).Date.ToString("yyyy-MM-dd'T00:00:00.000Z'", CultureInfo.InvariantCulture) };
        Add(told, bar, share, "close", "high", "low", "open", "volume");
        Add(told, bar, share, "adjClose", "adjHigh", "adjLow", "adjOpen", "adjVolume");
        (told["divCash"], told["splitFactor"]) = (0.0, 1.0);
        return (JsonNode?)told;
    })]);

    /// <summary>Bars within days, of shares, currencies or coins.</summary>
    public JsonArray Bars(SeededSymbol symbol, DateTime from, DateTime to, TimeSpan step, int revision, string? ticker = null) =>
        new([.. market.SessionBars(symbol, from, to, step).WithFirstRaised(revision).Select(bar =>
        {
            var told = new JsonObject { ["date"] = bar.Begin.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) };
            if (ticker is not null)
            {
                told["ticker"] = ticker;
            }

            Add(told, bar, symbol, "close", "high", "low", "open", symbol.Hours == TradingHours.Always ? "volume" : null);
            return (JsonNode?)told;
        })]);

    /// <summary>The best bid and ask now.</summary>
    public JsonObject Top(SeededSymbol symbol, DateTime now)
    {
        var mid = market.Mid(symbol, now);
        return new JsonObject
        {
            ["ticker"] = symbol.Name.ToLowerInvariant(), ["quoteTimestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture),
            ["bidPrice"] = (mid - 1) * symbol.Point, ["bidSize"] = 1_000_000.0, ["askPrice"] = (mid + 1) * symbol.Point, ["askSize"] = 1_000_000.0, ["midPrice"] = mid * symbol.Point,
        };
    }

    static void Add(JsonObject told, SeededBar bar, SeededSymbol symbol, string close, string high, string low, string open, string? volume)
    {
        (told[close], told[high], told[low], told[open]) = (bar.Close * symbol.Point, bar.High * symbol.Point, bar.Low * symbol.Point, bar.Open * symbol.Point);
        if (volume is not null)
        {
            told[volume] = bar.Volume;
        }
    }
}
