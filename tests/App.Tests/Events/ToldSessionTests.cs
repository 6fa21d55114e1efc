using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Simulators;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App.Tests.Events;

/// <summary>News, sentiment and figures beside live prices: heard from sources while the session runs, told once, and replayed without any source.</summary>
[Collection(LabCollection.Name)]
public sealed class ToldSessionTests(Lab lab)
{
    const string Reader = """
            readonly List<string> heard = [], told = [];
            public override void OnNews(News news) => Once(news.Time, news.Headline);
            public override void OnSentiment(Sentiment sentiment) => Once(sentiment.Time, Invariant($"{sentiment.Time:HH:mm:ss} {sentiment.LongShare}"));
            public override void OnCalendar(CalendarEvent calendar)
            {
                if (calendar is CalendarRelease { Actual: { } actual }) { Once(calendar.Time, Invariant($"{calendar.Name} is {actual}")); return; }
                var what = calendar.Name + (calendar is CalendarAnnouncement ? " is announced" : " is out");
                if (heard.Contains(what)) throw new InvalidOperationException(what + " is told twice");
                heard.Add(what);
            }
            void Once(DateTime published, string what)
            {
                if (Now < published) throw new InvalidOperationException(what + " is told before it was published");
                if (heard.Contains(what)) throw new InvalidOperationException(what + " is told twice");
                heard.Add(what);
                told.Add(what);
            }

            // At a price and not where it is told: before the venue is met again nothing is sent.
            public override void OnTick(in Tick tick)
            {
                var bought = (int)(Position() / 1_000m);
                if (OpenOrders.Count == 0 && bought < told.Count) Buy(1_000m, tag: told[bought]);
            }
        """;

    [Fact]
    public async Task News_and_sentiment_are_heard_through_the_next_source_where_one_is_down_and_from_the_first_when_it_is_back()
    {
        using var shell = lab.Fresh();
        await using var prices = await TiingoSimulator.Start();
        await using var stand = await NewsStand.Open(shell);
        stand.Press.Publish("AAPL", "known before", ago: TimeSpan.FromMinutes(10));
        using var run = stand.Begin(
            "paper", Scripts.Of(shell, Reader), "--feed", "tiingo", "--sim", prices.BaseUri.AbsoluteUri, "--data", "EURUSD", "--data", "AAPL:news", "--data", "AAPL:sentiment", "--ask-every", "1s", "--json").Trading();
        stand.Press.Publish("AAPL", "first", 0.5);
        stand.Until(run, status => Fills(status) == 2);

        stand.Tiingo.Faults.Arm(FaultKind.Status, count: 10_000);
        stand.Press.Publish("AAPL", "second", -0.25);
        stand.Until(run, status => Fills(status) == 4);
        stand.Tiingo.Faults.Clear();
        stand.EndRest();
        stand.Until(run, _ => Log(shell).Contains("tiingo is back", StringComparison.Ordinal));
        stand.Press.Publish("AAPL", "third", 0.125);
        stand.Until(run, status => Fills(status) == 6);
        var ended = run.Stop().End().Good();

        Assert.Contains("tiingo is down", Log(shell), StringComparison.Ordinal);
        Assert.Contains("asked alphavantage instead", Log(shell), StringComparison.Ordinal);
        Assert.DoesNotContain("nobody tells", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["known before", "first", "second", "third"], Stored(shell));
        Assert.Empty(stand.Leaks());
        Assert.DoesNotContain(NewsStand.Key, ended.Out + ended.Error, StringComparison.Ordinal);
        await stand.DisposeAsync();
        Replays(shell, ended);
    }

    [Fact]
    public async Task A_session_that_was_killed_loses_no_news_and_one_whose_source_fails_goes_on_trading()
    {
        using var shell = lab.Fresh();
        using var venue = new SimVenue(shell);
        await using var stand = await NewsStand.Open(shell);
        string[] words = ["live", Scripts.Of(shell, Reader), "--broker", "oanda", "--sim", venue.Root.ToString(), "--data", "EURUSD", "--data", "AAPL:news@tiingo", "--ask-every", "1s", "--json"];
        using (var killed = stand.Begin(words).Trading())
        {
            stand.Press.Publish("AAPL", "before");
            stand.Until(killed, status => LiveRun.Held(status) == 1_000m);
            killed.Process.Kill();
            killed.Process.Until(() => killed.Process.IsOver);
        }

        stand.Press.Publish("AAPL", "meanwhile");
        using var run = stand.Begin(words).Trading();
        stand.Until(run, status => LiveRun.Held(status) == 2_000m);

        // Three calls that fail are one outage and one warning; prices go on.
        stand.Tiingo.Faults.Arm(FaultKind.Status, count: 10_000);
        for (var failed = 1; failed <= 2; failed++)
        {
            stand.Until(run, status => News(status).GetProperty("failed").GetInt64() == failed);
            Passes(stand, run);
            stand.EndRest();
        }

        stand.Tiingo.Faults.Clear();
        stand.Tiingo.Faults.Arm(FaultKind.TooManyRequests, value: 1);
        stand.EndRest();
        stand.Press.Publish("AAPL", "after");
        stand.Until(run, status => LiveRun.Held(status) == 3_000m);
        Assert.Equal("", News(run.Status()!.Value).GetProperty("trouble").GetString());

        // One that says nothing holds up neither prices nor the end.
        stand.Tiingo.Faults.Arm(FaultKind.Stall, count: 10_000);
        stand.Until(run, _ => stand.Tiingo.Faults.Pending is [{ Count: < 10_000 }]);
        Passes(stand, run);
        var ended = run.Stop().End().Good();

        Assert.Contains("going on with it", ended.Error, StringComparison.Ordinal);
        Assert.Equal(2, ended.Error.Split("nobody tells the news of AAPL now").Length);
        Assert.Contains("news of AAPL are heard again", ended.Error, StringComparison.Ordinal);
        Assert.Equal(3, venue.Orders.Count);
        await stand.DisposeAsync();
        Replays(shell, ended);
    }

    [Fact]
    public async Task What_a_person_imports_while_a_session_runs_is_told_and_a_figure_after_its_release()
    {
        using var shell = lab.Fresh();
        await using var prices = await TiingoSimulator.Start();
        Import(shell, "week.csv", Calendar(new DateTime(2024, 3, 4, 13, 30, 0, DateTimeKind.Utc), "2.90"));
        Import(shell, "news.csv", "time,headline\n2024-03-04T10:00:00,of old\n", "--instrument", "AAPL");
        using var run = new LiveRun(
            shell, [], "paper", Scripts.Of(shell, Reader), "--feed", "tiingo", "--sim", prices.BaseUri.AbsoluteUri, "--data", "EURUSD", "--data", "EURUSD:calendar", "--data", "AAPL:news", "--no-fetch", "--json").Trading();
        var due = DateTime.UtcNow.AddSeconds(1);
        Import(shell, "week.csv", Calendar(due, ""));
        run.Process.Until(() => run.Status() is { } status && Told(status, "calendar") == 2);
        Import(shell, "week.csv", Calendar(due, "3.10"));
        Import(shell, "news.csv", FormattableString.Invariant($"time,headline\n2024-03-04T10:00:00,of old\n{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss},of now\n"), "--instrument", "AAPL");
        run.Process.Until(() => run.Status() is { } status && Fills(status) == 2);
        Assert.Equal((3, 1), (Told(run.Status()!.Value, "calendar"), Told(run.Status()!.Value, "news")));
        var ended = run.Stop().End().Good();

        Replays(shell, ended);
        var parity = shell.Run("parity", "latest", "--json").Good().Json();
        Assert.Equal((2, 2), (parity.GetProperty("decisions").GetInt32(), parity.GetProperty("matched").GetInt32()));
    }

    static void Replays(Shell shell, Answer ended) =>
        Assert.Equal(ended.Json().GetProperty("eventLogHash").GetString(), shell.Run("replay", "latest", "--json").Good().Json().GetProperty("eventLogHash").GetString());

    /// <summary>Waits until prices have come.</summary>
    static void Passes(NewsStand stand, LiveRun run)
    {
        var time = run.Status()!.Value.GetProperty("time").GetString();
        stand.Until(run, status => string.CompareOrdinal(status.GetProperty("time").GetString(), time) > 0);
    }

    static void Import(Shell shell, string name, string text, params string[] more) => shell.Run(["data", "import", shell.Write(name, text), "--format", "csv", .. more]).Good();

    static string Calendar(DateTime due, string actual) =>
        FormattableString.Invariant($"time,currency,event,impact,forecast,previous,actual,announced\n{due:yyyy-MM-ddTHH:mm:ss},USD,CPI,high,3.00,2.90,{actual},{due.AddHours(-1):yyyy-MM-ddTHH:mm:ss}\n");

    static long Fills(JsonElement status) => status.GetProperty("oms").GetProperty("fills").GetInt64();

    static JsonElement News(JsonElement status) => status.GetProperty("told").EnumerateArray().Single(each => each.GetProperty("kind").GetString() == "news");

    static long Told(JsonElement status, string kind) => status.GetProperty("told").EnumerateArray().Single(each => each.GetProperty("kind").GetString() == kind).GetProperty("told").GetInt64();

    static string Log(Shell shell) => shell.Path("home/data/sources/log.txt") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    static IReadOnlyList<string> Stored(Shell shell)
    {
        var lake = Workspace.At(shell.Path("home")).OpenLake(null);
        using var cursor = lake.News(lake.Instrument("AAPL"), TimeRange.All);
        var (batch, all) = (new NoticeBatch<News>(), new List<string>());
        while (cursor.Read(batch))
        {
            all.AddRange(batch.Notice.Take(batch.Count).Select(news => news.Headline));
        }

        return all;
    }
}
