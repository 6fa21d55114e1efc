using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Sessions;

/// <summary>A session at the simulated venue is a backtest that hears of one event at a time.</summary>
public class PaperSessionTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_session_decides_as_the_backtest_over_the_same_ticks(int seed)
    {
        var rows = RandomWalk.Ticks(seed, 4_000, distinct: true);
        var seeing = seed % 2 == 0;
        var sink = new RecordingSink();
        var backtest = new Engine(Given.Usd, Trader(seed, seeing), [Tapes.Ticks(Given.EurUsd, rows)], sink).Run();

        var session = Recorded(rows, Trader(seed, seeing), new MemoryJournal(), out var kept);
        kept.Recorder!.Take(session, Input.FeedEnded(Given.Usd.Range.To), rows[^1].Time);
        var result = session.Finish(isPartial: false);

        Assert.Equal(backtest.EventLogHash, result.EventLogHash);
        Assert.Equal(sink.Fills.Count, kept.Kept.Fills.Count);
        Assert.True(backtest.Orders.Submitted > 10, "the trader has to do something for this to prove anything");
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_journal_replays_to_the_same_decisions_byte_for_byte(int seed)
    {
        var rows = RandomWalk.Ticks(seed, 2_000, distinct: true);
        var journal = new MemoryJournal();
        var result = Recorded(rows, Trader(seed, seeing: true), journal, out _).Finish(isPartial: true);

        var again = new JournalSink();
        var session = new Session(Setup, [Trader(seed, seeing: true)], again);
        session.Start(Given.Monday);
        var recorded = new MemoryStream();
        foreach (var record in journal.Records)
        {
            var line = new JournalLine(record);
            if (line.IsInput)
            {
                session.Take(line.Input);
            }
            else if (line.IsOutput)
            {
                recorded.Write(line.Content);
            }
        }

        Assert.Equal(result.EventLogHash, session.Finish(isPartial: true).EventLogHash);
        Assert.Equal(recorded.ToArray(), again.Output.ToArray());
    }

    [Fact]
    public void Nothing_is_ordered_while_history_is_shown()
    {
        var rows = RandomWalk.Ticks(7, 500, distinct: true);
        var sink = new JournalSink();
        var session = new Session(Setup, [TickScripted.Once(self => self.Buy(1_000m))], sink);
        var recorder = new Recorder(new MemoryJournal());
        session.Start(Given.Monday);
        recorder.Take(session, Input.Operator(OperatorCommand.WarmUp, ""), rows[0].Time);
        foreach (var row in rows)
        {
            recorder.Take(session, Input.Tick(0, row.Time, row.Bid, row.Ask, 0, 0), row.Time);
        }

        var order = Assert.Single(sink.Kept.Orders);
        Assert.Equal((OrdStatus.Rejected, RejectReason.NotTrading), (order.Status, order.RejectReason));
        Assert.Contains("warming up", session.View().Reasons);
    }

    static SessionSetup Setup => new() { Config = Given.Usd, Streams = [Tape.Live(Given.EurUsd, DataKind.Ticks)] };

    static Scripted Trader(int seed, bool seeing) => seeing ? Erratic.Seeing(seed, null, Given.EurUsd) : Erratic.Unseeing(seed, Given.EurUsd);

    static Session Recorded(TickRow[] rows, Strategy strategy, MemoryJournal journal, out JournalSink sink)
    {
        sink = new JournalSink { Recorder = new Recorder(journal) };
        var session = new Session(Setup, [strategy], sink);
        session.Start(Given.Monday);
        foreach (var row in rows)
        {
            sink.Recorder.Take(session, Input.Tick(0, row.Time, row.Bid, row.Ask, 0, 0), row.Time);
        }

        return session;
    }
}
