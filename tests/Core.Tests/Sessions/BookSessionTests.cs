using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Sessions;

/// <summary>A session that hears of a book, of prints and of ticks decides as its backtest, and its journal once more.</summary>
public sealed class BookSessionTests
{
    static readonly Instrument Coin = Given.EurUsd;

    static readonly DataKind[] Kinds = [DataKind.Depth, DataKind.Ticks, DataKind.Trades];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void Backtest_session_and_replay_of_a_book_beside_ticks_and_prints_decide_the_same(int seed)
    {
        var (depth, prints) = RandomBook.Of(seed, 600, gaps: true);
        var ticks = RandomWalk.Ticks(seed + 1_000, 300);
        Tape[] tapes = [Tapes.Depth(Coin, depth), Tapes.Ticks(Coin, ticks), Tapes.Trades(Coin, prints)];
        var backtest = Play.Run(Given.Usd, Trader(seed), tapes).Result;

        var journal = new MemoryJournal();
        var sink = new JournalSink { Recorder = new Recorder(journal) };
        var session = new Session(Setup, [Trader(seed)], sink);
        session.Start(Given.Monday);
        foreach (var input in Merged(depth, ticks, prints))
        {
            sink.Recorder.Take(session, input, input.EventTime);
        }

        sink.Recorder.Take(session, Input.FeedEnded(Given.Usd.Range.To), session.Now);
        var result = session.Finish(isPartial: false);

        Assert.Equal(backtest.EventLogHash, result.EventLogHash);
        Assert.Equal(backtest.EventLogHash, Replayed(journal, seed));
        Assert.True(backtest.Fills > 10, $"{backtest.Fills} fills prove little");
    }

    static SessionSetup Setup => new() { Config = Given.Usd, Streams = [.. Kinds.Select(kind => Tape.Live(Coin, kind))] };

    static Scripted Trader(int seed) => seed % 2 == 0 ? Erratic.Seeing(seed, null, Coin) : Erratic.Unseeing(seed, Coin);

    static string Replayed(MemoryJournal journal, int seed)
    {
        var session = new Session(Setup, [Trader(seed)], new JournalSink());
        session.Start(Given.Monday);
        foreach (var record in journal.Records)
        {
            var line = new JournalLine(record);
            if (line.IsInput)
            {
                session.Take(line.Input);
            }
        }

        return session.Finish(isPartial: false).EventLogHash;
    }

    /// <summary>All events by time, and at one instant in the order of the streams.</summary>
    static IEnumerable<Input> Merged(DepthRow[] depth, TickRow[] ticks, TradeRow[] prints) =>
        Messages(depth)
            .Concat(ticks.Select(row => Input.Tick(0, row.Time, row.Bid, row.Ask, row.BidSize, row.AskSize)))
            .Concat(prints.Select(row => Input.Trade(0, row.Time, row.Price, row.Size, row.Aggressor)))
            .OrderBy(input => input.EventTime).ThenBy(input => input.Kind switch { InputKind.Depth => 0, InputKind.Tick => 1, _ => 2 });

    static IEnumerable<Input> Messages(DepthRow[] depth)
    {
        var message = new List<DepthChange>();
        foreach (var row in depth)
        {
            message.Add(new DepthChange(row.Side, row.Price, row.Size, row.Flags));
            if ((row.Flags & DepthFlags.End) != 0)
            {
                yield return Input.Depth(0, row.Time, [.. message]);
                message.Clear();
            }
        }
    }
}
