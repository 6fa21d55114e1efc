using System.Globalization;
using System.Text.Json;
using System.Web;
using Workbench.Data.Providers;

namespace Workbench.Data.Tests.Providers;

/// <summary>More news than an answer holds: all of them where a question leads to them, else a word on what is missing.</summary>
public sealed class ManyNewsTests
{
    const int Most = 1000;
    static readonly DateTime Thursday = new(2024, 3, 7, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(3500)]
    public async Task All_news_of_a_week_of_alpha_vantage_come_once(int count)
    {
        var times = Enumerable.Range(0, count).Select(at => Thursday.AddSeconds(at * 150L)).ToList();
        var (told, said) = await AlphaVantage(times);
        Assert.Equal(times, told);
        Assert.Empty(said);
    }

    [Fact]
    public async Task Minutes_that_straddle_two_answers_of_alpha_vantage_come_once()
    {
        // 300 in a minute: no answer ends where a minute does.
        var times = Enumerable.Range(0, 2_400).Select(at => Thursday.AddMinutes(at / 300).AddSeconds(at % 300 / 5)).ToList();
        var (told, said) = await AlphaVantage(times);
        Assert.Equal(times, told);
        Assert.Empty(said);
    }

    [Fact]
    public async Task What_a_full_minute_of_alpha_vantage_holds_back_is_said()
    {
        var times = Enumerable.Range(0, 1_500).Select(at => Thursday.AddHours(5).AddSeconds(at / 30)).Append(Thursday.AddHours(6)).ToList();
        var (told, said) = await AlphaVantage(times);
        Assert.Equal([.. times.Take(Most), times[^1]], told);
        Assert.Equal("alphavantage gives no more than 1,000 news of the minute 2024-03-07 05:00 UTC: what it has beyond them is missing", Assert.Single(said));
    }

    [Fact]
    public async Task News_out_of_order_are_no_answer_that_could_be_followed()
    {
        using var server = new Loopback(_ => LoopbackAnswer.Json(Feed(Enumerable.Range(0, Most).Select(at => Thursday.AddSeconds(-at)))));
        using var http = new HttpClient();
        var provider = Fetching.Make("alphavantage", server, http);
        Assert.Equal(ProviderFailure.Garbled, (await Assert.ThrowsAsync<ProviderException>(() => provider.Fetch(First(provider), CancellationToken.None))).Failure);
    }

    [Theory]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(3500)]
    public async Task All_news_of_a_week_of_tiingo_come_once(int count)
    {
        var (told, said, asked) = await Tiingo(count, knowsOffset: true);
        Assert.Equal(Enumerable.Range(0, count), told);
        Assert.Empty(said);
        Assert.Equal((count / Most) + 1, asked);
    }

    [Fact]
    public async Task What_tiingo_holds_back_is_said()
    {
        var (told, said, asked) = await Tiingo(3_500, knowsOffset: false);
        Assert.Equal(Enumerable.Range(0, Most), told);
        Assert.StartsWith("tiingo gives no more than 1,000 news for tiingo/news?tickers=msft&", Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(2, asked);
    }

    static async Task<(List<DateTime> Told, List<string> Said)> AlphaVantage(List<DateTime> times)
    {
        using var server = new Loopback(request =>
        {
            var query = HttpUtility.ParseQueryString(request.Target.Split('?')[1]);
            var (from, to) = (Minute(query["time_from"]!), Minute(query["time_to"]!).AddMinutes(1));
            return LoopbackAnswer.Json(Feed(times.Where(time => time >= from && time < to).Take(int.Parse(query["limit"]!, CultureInfo.InvariantCulture))));
        });
        using var http = new HttpClient();
        var (provider, said) = (Fetching.Make("alphavantage", server, http), new List<string>());
        provider.Listen(said.Add);
        var feed = JsonDocument.Parse(await provider.Fetch(First(provider), CancellationToken.None)).RootElement.GetProperty("feed").EnumerateArray();
        return (feed.Select(item => DateTime.ParseExact(item.GetProperty("time_published").GetString()!, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)).ToList(), said);
    }

    static async Task<(List<int> Told, List<string> Said, int Asked)> Tiingo(int count, bool knowsOffset)
    {
        using var server = new Loopback(request =>
        {
            var query = HttpUtility.ParseQueryString(request.Target.Split('?')[1]);
            var skip = knowsOffset && query["offset"] is { } offset ? int.Parse(offset, CultureInfo.InvariantCulture) : 0;
            return LoopbackAnswer.Json(JsonSerializer.Serialize(Enumerable.Range(0, count).Skip(skip).Take(Most).Select(number => new { id = number, publishedDate = "2024-03-08T00:00:00Z" })));
        });
        using var http = new HttpClient();
        var (provider, said) = (Fetching.Make("tiingo", server, http), new List<string>());
        provider.Listen(said.Add);
        var items = JsonDocument.Parse(await provider.Fetch(First(provider), CancellationToken.None)).RootElement.EnumerateArray();
        return (items.Select(item => item.GetProperty("id").GetInt32()).ToList(), said, server.Asked.Count);
    }

    static Piece First(IDataProvider provider) => provider.Plan(Fetching.Want("MSFT", DataKind.News, "", "2024-03-08", "2024-03-09"), Fetching.At("2026-07-01"))[0];

    static string Feed(IEnumerable<DateTime> times) =>
        JsonSerializer.Serialize(new { items = "0", feed = times.Select(time => new { time_published = time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture) }) });

    static DateTime Minute(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);
}
