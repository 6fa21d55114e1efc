using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.AlphaVantage;

/// <summary>The drawn market as Alpha Vantage would tell it: shares by New York's clocks, stamped with the opening; currencies by UTC.</summary>
sealed class AlphaVantageMarket(SeededMarket market, int newsADay, Press press)
{
    const string Day = "yyyy-MM-dd";
    const string Moment = "yyyy-MM-dd HH:mm:ss";
    static readonly DateTime First = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    static readonly string[] Headlines = ["{0} edges higher as traders wait", "What to know of {0} this week", "{0}: a quiet session", "Analysts look at {0} again"];

    /// <summary>Lengths of the intraday functions.</summary>
    public static IReadOnlyDictionary<string, int> Minutes { get; } = new Dictionary<string, int> { ["1min"] = 1, ["5min"] = 5, ["15min"] = 15, ["30min"] = 30, ["60min"] = 60 };

    public SeriesTable Intraday(SeededSymbol share, string interval, string? month, DateTime now, int revision)
    {
        var (from, to) = month is null ? (now.AddDays(-30), now) : MonthOf(month);
        var rows = Rows(share, from, to, now, TimeSpan.FromMinutes(Minutes[interval]), Moment, revision);
        return new SeriesTable(
            SeriesTable.Numbered(("Information", $"Intraday ({interval}) open, high, low, close prices and volume"), ("Symbol", share.Name), ("Last Refreshed", Last(rows)), ("Interval", interval), ("Output Size", "Compact"), ("Time Zone", "US/Eastern")),
            $"Time Series ({interval})", rows);
    }

    public SeriesTable Daily(SeededSymbol share, bool isWhole, DateTime now, int revision)
    {
        var rows = Rows(share, isWhole ? First : now.AddDays(-160), now, now, TimeSpan.FromDays(1), Day, revision);
        return new SeriesTable(
            SeriesTable.Numbered(("Information", "Daily Prices (open, high, low, close) and Volumes"), ("Symbol", share.Name), ("Last Refreshed", Last(rows)), ("Output Size", isWhole ? "Full size" : "Compact"), ("Time Zone", "US/Eastern")),
            "Time Series (Daily)", rows);
    }

    public SeriesTable Currency(SeededSymbol pair, string? interval, bool isWhole, DateTime now, int revision)
    {
        var step = interval is null ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(Minutes[interval]);
        var from = interval is null ? isWhole ? First.AddYears(5) : now.AddDays(-160) : now.AddDays(isWhole ? -30 : -5);
        var rows = Rows(pair, from, now, now, step, interval is null ? Day : Moment, revision).Select(row => row[..5]).ToList();
        var (what, name) = interval is null ? ("Forex Daily Prices (open, high, low, close)", "Daily") : ($"FX Intraday ({interval}) Time Series", interval);
        return new SeriesTable(
            SeriesTable.Numbered(("Information", what), ("From Symbol", pair.Name[..3]), ("To Symbol", pair.Name[3..]), ("Output Size", isWhole ? "Full size" : "Compact"), ("Last Refreshed", Last(rows)), ("Time Zone", "UTC")),
            $"Time Series FX ({name})", rows);
    }

    /// <summary>News of a symbol, each with what its text feels like.</summary>
    public IEnumerable<JsonNode> News(string ticker, DateTime from, DateTime to)
    {
        for (var date = from.Date; date < to && newsADay > 0; date = date.AddDays(1))
        {
            var dice = new SplitMix(ticker.Aggregate((ulong)date.Ticks, (salt, letter) => unchecked((salt ^ letter) * 1_099_511_628_211UL)));
            for (var at = date.AddSeconds(dice.Next(84_000 / newsADay)); at < date.AddDays(1); at = at.AddSeconds((60_000 / newsADay) + dice.Next(60_000 / newsADay)))
            {
                // Drawn whether it is told or not: a day is the same through whichever window it is seen.
                var (score, headline) = ((dice.Next(2_001) - 1_000) / 1_000d, Headlines[dice.Next(Headlines.Length)]);
                if (at >= from && at < to)
                {
                    yield return Item(ticker, at, string.Format(CultureInfo.InvariantCulture, headline, ticker), score, $"https://news.example/{ticker.ToLowerInvariant()}/{at:yyyyMMddHHmmss}");
                }
            }
        }

        foreach (var item in press.Of(ticker, from, to))
        {
            yield return Item(ticker, item.At, item.Headline, item.Score, item.Url);
        }
    }

    /// <summary>What a score is called: hyphens in the data, whatever the definition says.</summary>
    static string Label(double score) => score switch { <= -0.35 => "Bearish", <= -0.15 => "Somewhat-Bearish", < 0.15 => "Neutral", < 0.35 => "Somewhat-Bullish", _ => "Bullish" };

    static JsonObject Item(string ticker, DateTime at, string title, double score, string url) => new()
    {
        ["title"] = title,
        ["url"] = url,
        ["time_published"] = at.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
        ["authors"] = new JsonArray(),
        ["summary"] = "",
        ["source"] = "Simulated Wire",
        ["category_within_source"] = "n/a",
        ["source_domain"] = "news.example",
        ["topics"] = new JsonArray(new JsonObject { ["topic"] = "Financial Markets", ["relevance_score"] = "0.5" }),
        ["overall_sentiment_score"] = score,
        ["overall_sentiment_label"] = Label(score),
        ["ticker_sentiment"] = new JsonArray(new JsonObject
        {
            ["ticker"] = ticker,
            ["relevance_score"] = "0.8",
            ["ticker_sentiment_score"] = score.ToString("0.000000", CultureInfo.InvariantCulture),
            ["ticker_sentiment_label"] = Label(score),
        }),
    };

    List<string[]> Rows(SeededSymbol symbol, DateTime from, DateTime to, DateTime now, TimeSpan step, string stamp, int revision) =>
        [.. market.SessionBars(symbol, from, to < now ? to : now, step).WithFirstRaised(revision).Select(bar => new[]
        {
            (symbol.Hours == TradingHours.Shares ? NewYork.Local(bar.Begin) : bar.Begin).ToString(stamp, CultureInfo.InvariantCulture),
            Price(bar.Open, symbol), Price(bar.High, symbol), Price(bar.Low, symbol), Price(bar.Close, symbol), bar.Volume.ToString(CultureInfo.InvariantCulture),
        })];

    static string Price(long points, SeededSymbol symbol) => (points * symbol.Point).ToString(symbol.Hours == TradingHours.Shares ? "0.0000" : "0.00000", CultureInfo.InvariantCulture);

    static string Last(List<string[]> rows) => rows.Count == 0 ? "" : rows[^1][0];

    static (DateTime From, DateTime To) MonthOf(string month)
    {
        var first = DateTime.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        return (NewYork.Utc(first), NewYork.Utc(first.AddMonths(1)));
    }
}
