using Workbench.Model;

namespace Workbench.App.Tests.Events;

/// <summary>What waits to be told, under random finds at random times: each once, none before its time, the earliest of those that wait first.</summary>
public sealed class NoticeQueueTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 50)];

    [Theory, MemberData(nameof(Seeds))]
    public void Each_is_told_once_none_before_its_time_and_in_the_order_in_which_they_were_heard(int seed)
    {
        var dice = new Random(seed);
        var memory = new NoticeMemory();
        var queue = new NoticeQueue([3, 5], memory);
        List<News>[] published = [[], []];
        var told = new List<(long Time, int Market, News News)>();
        for (long now = 1_000; now < 3_000; now += dice.Next(1, 40))
        {
            // Somebody publishes, of the past as of the time to come, and some of it is found now. What was found stays found.
            for (var each = dice.Next(4); each > 0; each--)
            {
                Publish(published[dice.Next(2)], now + dice.Next(-300, 100), dice.Next(1_000));
            }

            if (dice.Next(5) == 0)
            {
                // The process dies: what the journal holds is all that the next one knows.
                memory = new NoticeMemory();
                told.ForEach(each => memory.Add(each.News));
                queue = new NoticeQueue([3, 5], memory);
            }

            for (var stream = 0; stream < 2; stream++)
            {
                queue.Put(stream, published[stream].OrderBy(news => news.TimeNanos));
            }

            Take(now);
        }

        Take(10_000);
        Assert.Equal(long.MaxValue, queue.Next);
        Assert.All(told, each => Assert.True(each.Time >= each.News.TimeNanos, $"seed {seed}: {each.News} is told at {each.Time}"));
        Assert.Equal(told.Select(each => each.Time).Order(), told.Select(each => each.Time));
        for (var stream = 0; stream < 2; stream++)
        {
            var market = stream == 0 ? 3 : 5;
            Assert.Equal(published[stream].Select(news => NoticeKey.Of(news)).ToHashSet(), told.Where(each => each.Market == market).Select(each => NoticeKey.Of(each.News)).ToHashSet());
        }

        Assert.Equal(told.Count, told.Select(each => (each.Market, NoticeKey.Of(each.News))).Distinct().Count());

        void Take(long now)
        {
            for (var before = long.MinValue; queue.Next <= now;)
            {
                Assert.True(queue.Next >= before, $"seed {seed}: at {now} a later one was told before an earlier one");
                before = queue.Next;
                var input = queue.Take();
                told.Add((now, input.Market, (News)input.Body!));
            }
        }

        void Publish(List<News> of, long time, int number) => of.Add(new News
        {
            TimeNanos = time, Symbol = of == published[0] ? "AAPL" : "MSFT", Headline = $"headline {number % 50}", Source = "", Url = number % 2 == 0 ? $"https://press.example/{number}" : "",
        });
    }

    [Fact]
    public void A_release_that_is_moved_is_told_at_its_new_time_alone_and_its_figure_once()
    {
        var queue = new NoticeQueue([0], new NoticeMemory());
        queue.Put(0, [new CalendarRelease(Entry(100, null))]);
        queue.Put(0, [new CalendarRelease(Entry(200, null))]);
        Assert.Equal(200, queue.Next);
        Assert.Null(((CalendarRelease)queue.Take().Body!).Actual);
        queue.Put(0, [new CalendarRelease(Entry(200, null))]);
        Assert.Equal(long.MaxValue, queue.Next);
        queue.Put(0, [new CalendarRelease(Entry(200, 3.1m))]);
        Assert.Equal(3.1m, ((CalendarRelease)queue.Take().Body!).Actual);
        queue.Put(0, [new CalendarRelease(Entry(200, null))]);
        Assert.Equal(long.MaxValue, queue.Next);
        Assert.Equal(2, queue.Told(0));

        static CalendarEntry Entry(long time, decimal? actual) => new() { TimeNanos = time, AnnouncedNanos = time, Symbol = "USD", Name = "CPI", Actual = actual };
    }

    [Fact]
    public void One_article_is_one_whichever_source_tells_of_it_and_headlines_alone_are_told_apart_by_their_time()
    {
        Assert.Equal(Of(100, "https://press.example/1"), Of(200, "https://press.example/1"));
        Assert.NotEqual(Of(100, "https://press.example/1"), Of(100, "https://press.example/2"));
        Assert.NotEqual(Of(100, ""), Of(200, ""));

        static NoticeKey Of(long time, string url) => NoticeKey.Of(new News { TimeNanos = time, Symbol = "AAPL", Headline = "a headline", Source = "", Url = url });
    }
}
