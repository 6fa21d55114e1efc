using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Notices;

/// <summary>
/// Alpha Vantage's NEWS_SENTIMENT answers. Its labels are spelt <c>Somewhat-Bullish</c> in the data and <c>Somewhat_Bullish</c> in its own definition: here with
/// the hyphen. Times are UTC unless said. Asked for sentiment, it makes of each item's score of the instrument, -1 to 1, the shares that have it as their difference.
/// </summary>
static class AlphaVantageNews
{
    const string Format = "alphavantage-news";
    const string Source = "alphavantage";

    static readonly TimeText Stamp = TimeText.Of("iso");

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var sink = NewsTapes.Sink(job.Options);
        var clock = new NoticeClock(job.Options, "UTC");
        sink.Read(NoticeFiles.Of(job, Format, ".json"), file => Read(file, sink, clock));
        return job.Options.Kind == DataKind.Sentiment ? [Feelings(job, sink)] : NewsTapes.Of(job, Source, sink);
    }

    static Tape Feelings(ImportJob job, NoticeSink<News> news)
    {
        var sink = SentimentTapes.Sink(job.Options);
        foreach (var (item, _, row) in news.Sorted())
        {
            if (item.Tickers.FirstOrDefault(ticker => ticker.Symbol == job.Instrument.Symbol || ticker.Symbol == job.Instrument.BaseCurrency) is { Score: { } score } about)
            {
                SentimentTapes.Add(sink, new Sentiment
                {
                    TimeNanos = item.TimeNanos,
                    Symbol = job.Instrument.Symbol,
                    LongShare = (1m + score) / 2m,
                    ShortShare = (1m - score) / 2m,
                    Confidence = about.Relevance,
                    Source = Source,
                }, row);
            }
        }

        return SentimentTapes.Of(job, Source, sink);
    }

    static bool Read(string file, NoticeSink<News> sink, NoticeClock clock)
    {
        using var json = JsonFile.Read(file);
        if (json is null)
        {
            return false;
        }

        // What such an answer says instead may repeat the key it was asked with, so that it is not shown.
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("feed", out var feed) || feed.ValueKind != JsonValueKind.Array)
        {
            throw NoticeErrors.NoNotices(file, "feed of news");
        }

        var number = 0L;
        foreach (var item in feed.EnumerateArray())
        {
            Add(sink, new JsonItem(file, ++number, item), clock);
        }

        return number > 0;
    }

    static void Add(NoticeSink<News> sink, JsonItem item, NoticeClock clock) => NewsTapes.Add(sink, new News
    {
        TimeNanos = clock.Time(item, "time_published", Stamp),
        Symbol = "",
        Headline = item.Text("title"),
        Url = item.Text("url"),
        Summary = item.Text("summary"),
        Source = item.Text("source"),
        Score = item.Number("overall_sentiment_score"),
        Label = Label(item.Text("overall_sentiment_label")),
        Tickers = [.. item.Items("ticker_sentiment").Select(Ticker)],
    }, item.Row);

    static NewsTicker Ticker(JsonItem ticker) => new(
        Symbol(ticker.Needed("ticker")), ticker.Number("relevance_score"), ticker.Number("ticker_sentiment_score"), Label(ticker.Text("ticker_sentiment_label")));

    // CRYPTO:BTC and FOREX:USD are written with the sort of thing in front.
    static string Symbol(string ticker) => ticker[(ticker.IndexOf(':', StringComparison.Ordinal) + 1)..].ToUpperInvariant();

    static string Label(string label) => label.Replace('_', '-');
}
