using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Workbench.App.Tests.Sources.Matrix;
using Workbench.Data.Providers;
using Workbench.Model;
using Workbench.Simulators;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.AlphaVantage;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App.Tests.Sources;

/// <summary>News and sentiment from a source to the lake: held against what the source tells somebody who asks it by hand.</summary>
public sealed class NoticeSourceTests
{
    static readonly TimeRange Days = new(At("2024-03-05T00:00:00Z"), At("2024-03-08T00:00:00Z"));

    [Fact]
    public async Task News_of_alpha_vantage_are_kept_as_they_were_told()
    {
        await using var simulator = await AlphaVantageSimulator.Start();
        using var bench = new FetchBench(("alphavantage", simulator.BaseUri));
        await Whole(bench, DataKind.News);
        var told = (await Told(simulator.BaseUri, AlphaVantage)).GetProperty("feed").EnumerateArray().ToList();
        Assert.NotEmpty(told);
        Assert.Equal(
            told.Select(item => (Stamp(item), Text(item, "title"), Text(item, "url"), (decimal?)item.GetProperty("overall_sentiment_score").GetDecimal(), Text(item, "overall_sentiment_label"))),
            Read(bench.Workspace.OpenLake(null).News(Share(bench), Days)).Select(item => (item.TimeNanos, item.Headline, item.Url, item.Score, item.Label)));
    }

    [Fact]
    public async Task The_tone_of_news_towards_a_share_is_kept_as_its_sentiment()
    {
        await using var simulator = await AlphaVantageSimulator.Start();
        using var bench = new FetchBench(("alphavantage", simulator.BaseUri));
        await Whole(bench, DataKind.Sentiment);
        var told = (await Told(simulator.BaseUri, AlphaVantage)).GetProperty("feed").EnumerateArray().ToList();
        Assert.NotEmpty(told);
        Assert.Equal(
            told.Select(item => (Stamp(item), Score(item), (decimal?)0.8m)),
            Read(bench.Workspace.OpenLake(null).Sentiment(Share(bench), Days)).Select(each => (each.TimeNanos, each.LongShare - each.ShortShare, each.Confidence)));

        static decimal Score(JsonElement item) => decimal.Parse(Text(item.GetProperty("ticker_sentiment")[0], "ticker_sentiment_score"), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task News_of_tiingo_are_kept_as_they_were_told()
    {
        await using var simulator = await TiingoSimulator.Start();
        using var bench = new FetchBench(("tiingo", simulator.BaseUri));
        await Whole(bench, DataKind.News);
        var told = (await Told(simulator.BaseUri, "tiingo/news?tickers=aapl&startDate=2024-03-05&endDate=2024-03-07&limit=1000&token=sim-key")).EnumerateArray().Reverse().ToList();
        Assert.NotEmpty(told);
        Assert.Equal(
            told.Select(item => (At(Text(item, "publishedDate")), Text(item, "title"), Text(item, "url"))),
            Read(bench.Workspace.OpenLake(null).News(Share(bench), Days)).Select(item => (item.TimeNanos, item.Headline, item.Url)));
    }

    [Fact]
    public async Task More_news_than_an_answer_of_alpha_vantage_holds_come_all_of_them()
    {
        await using var simulator = await AlphaVantageSimulator.Start(new ProviderOptions { NewsADay = 600 });
        using var bench = new FetchBench(("alphavantage", simulator.BaseUri));
        await Whole(bench, DataKind.News);
        Assert.True(simulator.Requests.All.Count > 3, "an answer held all of it");
        var told = new List<string>();
        foreach (var day in (string[])["20240305", "20240306", "20240307"])
        {
            var answer = await Told(simulator.BaseUri, $"query?function=NEWS_SENTIMENT&tickers=AAPL&time_from={day}T0000&time_to={day}T2359&sort=EARLIEST&limit=1000&apikey=sim-key");
            told.AddRange(answer.GetProperty("feed").EnumerateArray().Select(item => Text(item, "url")));
        }

        Assert.InRange(told.Count, 1_001, 3_000);
        Assert.Equal(told, Read(bench.Workspace.OpenLake(null).News(Share(bench), Days)).Select(item => item.Url));
    }

    [Fact]
    public async Task More_news_than_an_answer_of_tiingo_holds_come_all_of_them()
    {
        await using var simulator = await TiingoSimulator.Start(new ProviderOptions { NewsADay = 600 });
        using var bench = new FetchBench(("tiingo", simulator.BaseUri));
        await Whole(bench, DataKind.News);
        Assert.True(simulator.Requests.All.Count > 3, "an answer held all of it");
        var told = new List<string>();
        foreach (var day in (string[])["2024-03-05", "2024-03-06", "2024-03-07"])
        {
            told.AddRange((await Told(simulator.BaseUri, $"tiingo/news?tickers=aapl&startDate={day}&endDate={day}&limit=1000&token=sim-key")).EnumerateArray().Reverse().Select(item => Text(item, "url")));
        }

        Assert.InRange(told.Count, 1_001, 3_000);
        Assert.Equal(told, Read(bench.Workspace.OpenLake(null).News(Share(bench), Days)).Select(item => item.Url));
    }

    [Fact]
    public async Task A_plan_without_news_does_not_put_the_prices_to_rest()
    {
        await using var simulator = await TiingoSimulator.Start();
        using var bench = new FetchBench(("tiingo", simulator.BaseUri));
        simulator.Faults.Arm(FaultKind.Status, count: 100, value: 403);
        var news = await bench.Get(new DataWant(Share(bench), DataKind.News, default, Days));
        Assert.False(news.Missing.IsEmpty);
        Assert.StartsWith("tiingo does not have ", Assert.Single(news.Why), StringComparison.Ordinal);
        Assert.Null(new SourceRoom(bench.Workspace).Health.Of("tiingo").Failure);

        // Of prices the same answer is a token that is not accepted.
        var prices = await bench.Get("SPY", Model.Bars.Days().Of(PriceSource.Last), Days);
        Assert.False(prices.Missing.IsEmpty);
        Assert.Equal(ProviderFailure.Unauthorized, new SourceRoom(bench.Workspace).Health.Of("tiingo").Failure);
    }

    const string AlphaVantage = "query?function=NEWS_SENTIMENT&tickers=AAPL&time_from=20240305T0000&time_to=20240307T2359&sort=EARLIEST&limit=1000&apikey=sim-key";

    static async Task Whole(FetchBench bench, DataKind kind)
    {
        var result = await bench.Get(new DataWant(Share(bench), kind, default, Days));
        Assert.True(result.Missing.IsEmpty, string.Join(' ', result.Why));
    }

    static async Task<JsonElement> Told(Uri address, string question)
    {
        using var http = new HttpClient { BaseAddress = address };
        return await http.GetFromJsonAsync<JsonElement>(new Uri(question, UriKind.Relative));
    }

    static List<TNotice> Read<TNotice>(ICursor<NoticeBatch<TNotice>> cursor)
        where TNotice : class, INotice
    {
        var (batch, all) = (new NoticeBatch<TNotice>(), new List<TNotice>());
        while (cursor.Read(batch))
        {
            all.AddRange(batch.Notice.Take(batch.Count));
        }

        return all;
    }

    static Instrument Share(FetchBench bench) => bench.Workspace.Instruments.Find("AAPL");

    static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    static long Stamp(JsonElement item) =>
        UtcNanos.From(DateTime.ParseExact(Text(item, "time_published"), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    static long At(string iso) => UtcNanos.From(DateTime.Parse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
}
