using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>What a database said once can be asked of it again: a write that changes the past leaves the former state with its rows, and no other write does.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RevisionTests(PostgresRoom room)
{
    static readonly int[] Seeds = [1, 2];

    [PostgresFact]
    public void Whatever_is_written_each_state_that_was_changed_is_read_again()
    {
        foreach (var seed in Seeds)
        {
            var address = room.Prepared();
            var store = Market.Store(address);
            var (former, now) = Live(store, new SeededRandom(seed), seed);

            var kept = former.Count / 2;
            Assert.Equal(former.Count - kept, store.Forget("XAUUSD", "ticks", kept));
            Assert.Equal("WB2770", Assert.Throws<WorkbenchException>(() => Market.Read(At(store, 1))).Code);
            Same(store, former, now, former.Count - kept, $"seed {seed}, after forgetting");
            Assert.Equal("0", room.Server.Sql(address.Database, "select count(*) from market.ticks where tape not in (select id from market.tapes union select series from market.revisions where series is not null)"));
            Assert.Equal(FormattableString.Invariant($"{now.Count}"), room.Server.Sql(address.Database, "select count(*) from market.tick_prices"));
        }
    }

    [PostgresFact]
    public void The_changed_side_of_a_print_is_a_change_of_the_past()
    {
        var store = Market.Store(room.Prepared());
        Assert.Null(Prints(store, Side.Buy).ChangedFrom);
        Assert.Null(Prints(store, Side.Buy).ChangedFrom);

        var changed = Prints(store, Side.Sell);

        Assert.Equal((2, Market.Start + UtcNanos.Second), (changed.Revision, changed.ChangedFrom));
    }

    [PostgresFact]
    public void A_state_is_found_by_the_hash_that_a_run_saw()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(10, UtcNanos.Minute, Market.Start);
        Market.Write(store, rows);
        var seen = store.Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All);
        rows[5] = rows[5] with { Bid = 1 };
        Market.Write(store, rows);

        Assert.Equal([new RevisionPin("XAUUSD", "ticks", 1)], store.AsSeen([seen]));
        Assert.Equal(seen.Sha256, store.As(store.AsSeen([seen])).Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All).Sha256);
        Assert.Equal("WB2770", Assert.Throws<WorkbenchException>(() => Market.Read(At(store, 3))).Code);
    }

    [PostgresFact]
    public void A_write_that_breaks_off_leaves_no_state_behind()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        var rows = Market.Ticks(10_000, UtcNanos.Second, Market.Start);
        Market.Write(store, rows);
        Row[] changed = [.. rows.Select(row => row with { Bid = row.Bid - 1 })];

        Assert.Throws<InvalidOperationException>(() => store.Write(new RowTape(Market.Gold, changed, at => { if (at > 5_000) { throw new InvalidOperationException(); } }), "test"));

        Assert.Equal(1, Assert.Single(store.Revisions("XAUUSD", "ticks")).Number);
        Assert.Equal(rows, Market.Read(store));
    }

    /// <summary>Some writes, each of which may add, change, remove, turn around or repeat.</summary>
    static (List<List<Row>> Former, List<Row> Now) Live(PostgresStore store, SeededRandom dice, int seed)
    {
        List<List<Row>> former = [];
        List<Row> now = [.. Market.Ticks(60, UtcNanos.Hour, Market.Start, seed)];
        Market.Write(store, now);
        for (var round = 0; round < 9; round++)
        {
            var (next, isChange, slice) = Next(dice, now, round % 6, 1_000 * (round + 1));
            var stored = Market.Write(store, slice);
            former.AddRange(isChange ? [now] : []);
            now = next;
            Assert.True((former.Count + 1, isChange) == (stored.Revision, stored.ChangedFrom is not null), $"seed {seed}, round {round}: {stored}");
            Same(store, former, now, 0, $"seed {seed}, round {round}");
        }

        return (former, now);
    }

    static (List<Row> Next, bool IsChange, List<Row> Slice) Next(SeededRandom dice, List<Row> now, int what, int mark)
    {
        List<Row> next = [.. now];
        var at = 4 + dice.Next(now.Count - 12);
        switch (what)
        {
            case 0:
                next[at] = next[at] with { Bid = next[at].Bid + 1 };
                break;
            case 1:
                for (; next[at + 1].Time == next[at].Time; at++)
                {
                    // Behind all events of its instant.
                }

                next.Insert(at + 1, next[at] with { Time = next[at].Time + 1, AskSize = mark });
                break;
            case 2:
                next.RemoveAt(at);
                break;
            case 3:
                var pair = next.FindIndex(at, row => next[next.IndexOf(row) + 1].Time == row.Time);
                (next[pair], next[pair + 1]) = (next[pair + 1], next[pair]);
                at = pair;
                break;
            case 4:
                next.AddRange(Market.Ticks(5, UtcNanos.Hour, next[^1].Time + UtcNanos.Hour, mark).Select(row => row with { AskSize = row.AskSize + mark }));
                at = next.Count - 8;
                break;
            default:
                break;
        }

        var (from, to) = (next[at - 3].Time, next[Math.Min(at + 7, next.Count - 1)].Time);
        return (next, what is 0 or 2 or 3, next.FindAll(row => row.Time >= from && row.Time <= to));
    }

    static void Same(PostgresStore store, List<List<Row>> former, List<Row> now, int forgotten, string place)
    {
        Assert.True(now.SequenceEqual(Market.Read(store)), place);
        for (var number = forgotten + 1; number <= former.Count; number++)
        {
            var then = At(store, number);
            Assert.True(former[number - 1].SequenceEqual(Market.Read(then)), $"{place}, state {number}");
            Assert.Equal(Market.HashOf(former[number - 1]), then.Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All).Sha256);
        }

        Assert.Equal(Enumerable.Range(forgotten + 1, former.Count + 1 - forgotten), store.Revisions("XAUUSD", "ticks").Select(state => state.Number));
    }

    static Stored Prints(PostgresStore store, Side second)
    {
        var batch = new TradeBatch();
        batch.Add(Market.Start, 2_000_000, 100, Side.Buy);
        batch.Add(Market.Start + UtcNanos.Second, 2_000_100, 100, second);
        return store.Write(new OneBatch<TradeBatch>(Market.Gold, batch, OneBatch.Copy), "test");
    }

    static IMarketStore At(PostgresStore store, int number) => store.As([new RevisionPin("XAUUSD", "ticks", number)]);
}
