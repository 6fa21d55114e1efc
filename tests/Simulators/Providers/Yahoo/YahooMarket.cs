using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Yahoo;

/// <summary>The drawn market as Yahoo would tell it: shares stamped with their opening bell, prices as 32-bit floats, dividends four times a year.</summary>
sealed class YahooMarket(SeededMarket market)
{
    const decimal Dividend = 0.24m;

    static readonly Dictionary<string, TimeSpan> Steps = new()
    {
        ["1m"] = TimeSpan.FromMinutes(1), ["2m"] = TimeSpan.FromMinutes(2), ["5m"] = TimeSpan.FromMinutes(5), ["15m"] = TimeSpan.FromMinutes(15),
        ["30m"] = TimeSpan.FromMinutes(30), ["60m"] = TimeSpan.FromHours(1), ["1h"] = TimeSpan.FromHours(1), ["90m"] = TimeSpan.FromMinutes(90), ["1d"] = TimeSpan.FromDays(1),
    };

    /// <summary>Finds a symbol by the spelling that is Yahoo's.</summary>
    public static SeededSymbol? Find(string spelt) => SeededSymbol.All.FirstOrDefault(each => spelt == each.Hours switch
    {
        TradingHours.Shares => each.Name,
        TradingHours.Forex => each.Name + "=X",
        TradingHours.Always when each.Name.EndsWith("USD", StringComparison.Ordinal) => each.Name[..^3] + "-USD",
        _ => null,
    });

    /// <summary>Length of an interval's bars; null where there is no such interval.</summary>
    public static TimeSpan? Step(string interval) => Steps.TryGetValue(interval, out var step) ? step : null;

    /// <summary>When a symbol was first traded.</summary>
    public static DateTime FirstTrade(SeededSymbol symbol) => symbol.Hours switch
    {
        TradingHours.Shares => new DateTime(2000, 1, 3, 14, 30, 0, DateTimeKind.Utc),
        TradingHours.Forex => new DateTime(2003, 12, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => new DateTime(2014, 9, 17, 0, 0, 0, DateTimeKind.Utc),
    };

    /// <summary>Bars and events of a stretch that ends no later than now.</summary>
    public YahooSeries Series(SeededSymbol symbol, string spelt, string interval, DateTime from, DateTime to, DateTime now, int revision)
    {
        var step = Steps[interval];
        var isDaily = step == TimeSpan.FromDays(1);
        var bars = market.SessionBars(symbol, from, to, step).WithFirstRaised(revision).ToList();
        var dividends = symbol.Hours == TradingHours.Shares ? Dividends(symbol, from, now) : [];
        var rows = new SortedDictionary<long, YahooRow>();
        foreach (var bar in bars)
        {
            var time = Seconds(bar.Begin);
            rows[time] = new YahooRow(time, Price(bar.Open, symbol), Price(bar.High, symbol), Price(bar.Low, symbol), Price(bar.Close, symbol),
                JsonValue.Create(symbol.Hours == TradingHours.Forex ? 0 : bar.Volume), isDaily ? Price(bar.Close, symbol, Factor(dividends, bar.Begin)) : null);
        }

        return new YahooSeries(Meta(symbol, spelt, interval, now), rows, Events(dividends.Where(each => each.Ex < to)));
    }

    /// <summary>Dividends from a time until now, each with the share of the price that it took away.</summary>
    List<(DateTime Ex, double Factor)> Dividends(SeededSymbol symbol, DateTime from, DateTime now)
    {
        var found = new List<(DateTime, double)>();
        for (var month = new DateTime(from.Year, from.Month, 1, 0, 0, 0, DateTimeKind.Utc); month < now; month = month.AddMonths(1))
        {
            var date = month.AddDays(7);
            while (!NewYork.IsTradingDay(date))
            {
                date = date.AddDays(1);
            }

            var ex = NewYork.Utc(date.AddHours(9.5));
            if (month.Month % 3 == 2 && ex >= from && ex <= now)
            {
                found.Add((ex, 1 - (double)(Dividend / (market.Mid(symbol, ex.AddHours(-1)) * symbol.Point))));
            }
        }

        return found;
    }

    static double Factor(List<(DateTime Ex, double Factor)> dividends, DateTime bar) => dividends.Where(each => each.Ex > bar).Aggregate(1d, (product, each) => product * each.Factor);

    static Dictionary<string, SortedDictionary<long, JsonNode>> Events(IEnumerable<(DateTime Ex, double Factor)> dividends) => new()
    {
        ["dividends"] = new SortedDictionary<long, JsonNode>(dividends.ToDictionary(each => Seconds(each.Ex), each => (JsonNode)new JsonObject { ["amount"] = Dividend, ["date"] = Seconds(each.Ex) })),
    };

    JsonObject Meta(SeededSymbol symbol, string spelt, string interval, DateTime now)
    {
        var isShare = symbol.Hours == TradingHours.Shares;
        return new JsonObject
        {
            ["currency"] = symbol.Name.EndsWith("JPY", StringComparison.Ordinal) ? "JPY" : "USD",
            ["symbol"] = spelt,
            ["exchangeName"] = isShare ? "NMS" : "CCY",
            ["instrumentType"] = symbol.Hours switch { TradingHours.Shares => "EQUITY", TradingHours.Forex => "CURRENCY", _ => "CRYPTOCURRENCY" },
            ["firstTradeDate"] = Seconds(FirstTrade(symbol)),
            ["regularMarketTime"] = Seconds(now),
            ["gmtoffset"] = isShare ? -3600 * NewYork.Behind(now) : 0,
            ["timezone"] = isShare ? NewYork.Behind(now) == 4 ? "EDT" : "EST" : "UTC",
            ["exchangeTimezoneName"] = isShare ? "America/New_York" : "UTC",
            ["regularMarketPrice"] = Price(market.Mid(symbol, now), symbol),
            ["priceHint"] = isShare ? 2 : 4,
            ["dataGranularity"] = interval,
            ["range"] = "",
            ["validRanges"] = new JsonArray("1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max"),
        };
    }

    static JsonValue Price(long points, SeededSymbol symbol, double factor = 1) => JsonValue.Create((double)(float)((double)(points * symbol.Point) * factor));

    static long Seconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeSeconds();
}
