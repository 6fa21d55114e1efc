using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Tiingo;

/// <summary>Drawn news of each ticker, crawled a few minutes after they were published.</summary>
static class TiingoNews
{
    public static IEnumerable<JsonNode> Of(string ticker, DateTime from, DateTime to, int newsADay)
    {
        for (var date = from.Date; date < to && newsADay > 0; date = date.AddDays(1))
        {
            var dice = new SplitMix(ticker.Aggregate((ulong)date.Ticks, (salt, letter) => unchecked((salt ^ letter) * 1_099_511_628_211UL)));
            for (var at = date.AddSeconds(dice.Next(84_000 / newsADay)); at < date.AddDays(1); at = at.AddSeconds((75_000 / newsADay) + dice.Next(60_000 / newsADay)))
            {
                var (number, crawled) = (10_000_000 + dice.Next(80_000_000), at.AddSeconds(60 + dice.Next(600)));
                if (at >= from && at < to)
                {
                    yield return Item(ticker, at, crawled, $"A quiet day for {ticker.ToUpperInvariant()}", FormattableString.Invariant($"https://news.example/{number}"), number);
                }
            }
        }
    }

    /// <summary>An article that was published.</summary>
    public static JsonNode Of(PressItem item) =>
        Item(item.Ticker.ToLowerInvariant(), item.At, item.At, item.Headline, item.Url, int.Parse(item.Url.Split('/')[^1], CultureInfo.InvariantCulture));

    static JsonObject Item(string ticker, DateTime at, DateTime crawled, string title, string url, int number) => new()
    {
        ["publishedDate"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["title"] = title,
        ["url"] = url,
        ["description"] = "",
        ["source"] = "news.example",
        ["tickers"] = new JsonArray(ticker),
        ["tags"] = new JsonArray("Stock"),
        ["crawlDate"] = crawled.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["id"] = number,
    };
}
