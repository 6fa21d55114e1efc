using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Notices;

/// <summary>The look-ahead proof covers what is told: nobody who waits is accused, and whoever reads tomorrow's figure is found out.</summary>
public sealed class NoticeProofTests
{
    public static TheoryData<FutureChange> Changes => [.. Enum.GetValues<FutureChange>()];

    [Fact]
    public void Whoever_trades_by_what_was_told_is_never_accused()
    {
        var compared = 0L;
        for (var seed = 1; seed <= 25; seed++)
        {
            var (rows, news, entries, sentiment) = Some(seed);
            var proof = new LookAheadProof(
                Rehearsed.Over(Given.Usd, [Given.EurUsd, Told.Usd], () => Told.Tapes(rows, news, entries, sentiment), Told.Trader), cuts: 4, seed);
            var result = proof.Run();
            Assert.True(result.Passed, $"seed {seed}: {result.Found.FirstOrDefault()}");
            compared += result.Compared;
        }

        Assert.True(compared > 3_000, $"{compared} decisions were compared");
    }

    [Fact]
    public void Whoever_knows_the_actual_before_its_release_is_found_out()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var (rows, _, entries, _) = Some(seed);
            var rehearsed = new Rehearsed(Given.Usd, [Given.EurUsd, Told.Usd], (future, first) =>
            {
                var stored = future is null ? entries : Read(future.Over(new NoticeTape<CalendarEntry>(Told.Usd, entries), first));
                return (Cheat(stored), [Tapes.Ticks(Given.EurUsd, future is null ? rows : Rehearsed.Read(future.Over(Rehearsed.Cursor(rows)))), Tape.OfCalendar(Told.Calendar(stored))]);
            });

            Assert.False(new LookAheadProof(rehearsed, cuts: 12, seed).Run().Passed, $"seed {seed}");
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public void What_was_told_before_a_cut_stays_and_what_comes_later_says_something_else(FutureChange change)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var (rows, news, entries, _) = Some(seed);
            var cut = (rows[0].Time + rows[^1].Time) / 2;
            var first = new FirstChange();

            var changed = Read(new ChangedFuture(cut, change, seed).Over(new NoticeTape<News>(Given.EurUsd, news), first));
            var past = news.Count(item => item.TimeNanos < cut);

            Assert.Equal(news.Take(past), changed.Take(past));
            Assert.Equal(change == FutureChange.Cut ? past : news.Length, changed.Length);
            Assert.True(past == news.Length || first.Event!.Time >= cut);

            var stored = Read(new ChangedFuture(cut, change, seed).Over(new NoticeTape<CalendarEntry>(Told.Usd, entries)));
            Assert.Equal(entries.Where(entry => entry.TimeNanos < cut), stored.Where(entry => entry.TimeNanos < cut));
            foreach (var entry in stored.Where(entry => entry.TimeNanos >= cut && entry.AnnouncedNanos < cut))
            {
                var was = entries.First(each => each.TimeNanos == entry.TimeNanos && each.Name == entry.Name && each.Previous == entry.Previous);
                Assert.Equal((was.Forecast, was.Previous, was.Impact), (entry.Forecast, entry.Previous, entry.Impact));
                Assert.True(was.Actual is null or 0m || entry.Actual != was.Actual);
            }
        }
    }

    static (TickRow[] Rows, News[] News, CalendarEntry[] Entries, Sentiment[] Sentiment) Some(int seed)
    {
        var dice = new SeededRandom(seed);
        var rows = RandomWalk.Ticks(seed, 400, distinct: true);
        return (rows, Told.News(dice, rows, 30), Told.Entries(dice, rows, 30), Told.Sentiment(dice, rows, 30));
    }

    /// <summary>Holds the calendar as it is stored, and trades by the next actual.</summary>
    static Listening Cheat(CalendarEntry[] stored) => new()
    {
        Told = (self, _) =>
        {
            var next = stored.FirstOrDefault(entry => entry.TimeNanos > self.Nanos && entry.Actual is not null);
            self.Buy(1_000m, tag: $"{next?.Actual}");
        },
    };

    static TNotice[] Read<TNotice>(ICursor<NoticeBatch<TNotice>> cursor)
        where TNotice : class, INotice
    {
        var (batch, all) = (new NoticeBatch<TNotice>(), new List<TNotice>());
        while (cursor.Read(batch))
        {
            all.AddRange(batch.Notice.Take(batch.Count));
        }

        return [.. all];
    }
}
