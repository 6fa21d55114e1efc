using Workbench.Core.Tests.Kit;
using Workbench.Core.Tests.Sessions;

namespace Workbench.Core.Tests.Notices;

/// <summary>A session that is told news decides as the backtest over them, and its journal replays byte for byte.</summary>
public sealed class NoticeSessionTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_session_with_notices_gives_the_hash_of_its_backtest_and_of_its_replay(int seed)
    {
        var dice = new SeededRandom(seed);
        var rows = RandomWalk.Ticks(seed, 600, distinct: true);
        var (news, entries, sentiment) = (Told.News(dice, rows, 60), Told.Entries(dice, rows, 60), Told.Sentiment(dice, rows, 60));
        var backtest = new Engine(Given.Usd, Told.Trader(), Told.Tapes(rows, news, entries, sentiment), new RecordingSink()).Run();

        var journal = new MemoryJournal();
        var sink = new JournalSink { Recorder = new Recorder(journal) };
        var session = new Session(Setup, [Told.Trader()], sink);
        session.Start(Given.Monday);
        foreach (var (time, _, input) in Inputs(rows, news, entries, sentiment))
        {
            sink.Recorder.Take(session, input, time);
        }

        sink.Recorder.Take(session, Input.FeedEnded(Given.Usd.Range.To), sink.Recorder.Last);
        var result = session.Finish(isPartial: false);
        Assert.Equal(backtest.EventLogHash, result.EventLogHash);
        Assert.True(backtest.Orders.Submitted > 40, "the trader has to do something for this to prove anything");

        var again = new Session(Setup, [Told.Trader()], new JournalSink());
        again.Start(Given.Monday);
        foreach (var record in journal.Records)
        {
            if (new JournalLine(record) is { IsInput: true } line)
            {
                again.Take(line.Input);
            }
        }

        Assert.Equal(backtest.EventLogHash, again.Finish(isPartial: false).EventLogHash);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_notice_reads_back_from_a_journal_to_the_last_zero(int seed)
    {
        var dice = new SeededRandom(seed);
        var rows = RandomWalk.Ticks(seed, 50, distinct: true);
        var writer = new RecordWriter();
        foreach (var (time, _, input) in Inputs(rows, Told.News(dice, rows, 20), Told.Entries(dice, rows, 20), Told.Sentiment(dice, rows, 20)).Where(each => each.Input.Body is INotice))
        {
            writer.Begin();
            InputCodec.Write(writer, input with { Time = time });
            var back = InputCodec.Read(writer.Record);
            Assert.Equal(Words(input.Body!), Words(back.Body!));
            Assert.Equal((input.Kind, input.Market, input.EventTime, time, true), (back.Kind, back.Market, back.EventTime, back.Time, back.IsFeed));
        }
    }

    static SessionSetup Setup => new()
    {
        Config = Given.Usd,
        Streams = [Tape.Live(Given.EurUsd, DataKind.Ticks), Tape.Live(Given.EurUsd, DataKind.News), Tape.Live(Told.Usd, DataKind.Calendar), Tape.Live(Given.EurUsd, DataKind.Sentiment)],
    };

    static string Words(object notice) => notice is News news ? $"{news with { Tickers = [] }} {string.Join(';', news.Tickers)} {news.Url} {news.Source}" : string.Join(' ', notice.GetType().GetProperties().Select(property => $"{property.Name}={property.GetValue(notice)}"));

    /// <summary>All of them as a feed brings them: by time, at one instant by tape.</summary>
    static IEnumerable<(long Time, int Tape, Input Input)> Inputs(TickRow[] rows, News[] news, CalendarEntry[] entries, Sentiment[] sentiment)
    {
        var (batch, events) = (new NoticeBatch<CalendarEvent>(), new List<CalendarEvent>());
        using var calendar = Told.Calendar(entries);
        while (calendar.Read(batch))
        {
            events.AddRange(batch.Notice.Take(batch.Count));
        }

        return rows.Select(row => (row.Time, 0, Input.Tick(0, row.Time, row.Bid, row.Ask, 0, 0)))
            .Concat(news.Select(each => (each.TimeNanos, 1, Input.Notice(0, each))))
            .Concat(events.Select(each => (each.TimeNanos, 2, Input.Notice(1, each))))
            .Concat(sentiment.Select(each => (each.TimeNanos, 3, Input.Notice(0, each))))
            .OrderBy(each => each.Item1).ThenBy(each => each.Item2);
    }
}
