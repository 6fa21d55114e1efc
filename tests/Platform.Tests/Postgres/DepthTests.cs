namespace Workbench.Platform.Tests.Postgres;

/// <summary>Order books in the database: hours that stand for themselves, and no book that was put together of two.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DepthTests(PostgresRoom room)
{
    static readonly long Hour = UtcNanos.Floor(Market.Start, UtcNanos.Hour);

    [PostgresFact]
    public void A_book_that_was_known_before_a_range_opens_it()
    {
        var store = Market.Store(room.Prepared());
        store.Write(Tape(Book(0, 90)), "test");

        var opened = Read(store, new TimeRange(Hour + 80 * UtcNanos.Minute, long.MaxValue));

        Assert.Equal((Hour + 80 * UtcNanos.Minute, DepthFlags.Snapshot), (opened[0].Time, opened[0].Flags & DepthFlags.Snapshot));
        Assert.Equal(Hour + 89 * UtcNanos.Minute, opened[^1].Time);
        Assert.Contains(Read(store, TimeRange.All), change => change.Time == Hour + 60 * UtcNanos.Minute && (change.Flags & DepthFlags.Snapshot) != 0);
    }

    [PostgresFact]
    public void What_stays_behind_a_write_shows_no_book_until_its_next_snapshot()
    {
        var store = Market.Store(room.Prepared());
        store.Write(Tape(Book(0, 30)), "test");

        store.Write(Tape(Book(0, 10)), "test");

        var stays = Read(store, TimeRange.All).First(change => change.Time == Hour + 10 * UtcNanos.Minute);
        Assert.Equal(DepthFlags.Gap, stays.Flags & DepthFlags.Gap);
        Assert.Equal(HashOf(Read(store, TimeRange.All)), store.Describe(Market.Gold, DataKind.Depth, default, TimeRange.All).Sha256);
    }

    [PostgresFact]
    public void Prints_that_are_put_behind_others_keep_their_sides()
    {
        var store = Market.Store(room.Prepared());
        store.Write(Prints(0, Side.Buy), "test");
        store.Write(Prints(500, Side.Sell), "test");

        var back = new TradeBatch();
        using var tape = store.Trades(Market.Gold, TimeRange.All);
        Assert.True(tape.Read(back));
        Assert.Equal([.. Enumerable.Repeat(Side.Buy, 500), .. Enumerable.Repeat(Side.Sell, 500)], back.Aggressor[..1_000]);
    }

    static OneBatch<TradeBatch> Prints(int from, Side side)
    {
        var prints = new TradeBatch();
        for (var i = from; i < from + 500; i++)
        {
            prints.Add(Market.Start + i * UtcNanos.Second, 2_000_000 + i, 1, side);
        }

        return new OneBatch<TradeBatch>(Market.Gold, prints, OneBatch.Copy);
    }

    // A snapshot of two levels, then a change a minute.
    static DepthBatch Book(int from, int to)
    {
        var batch = new DepthBatch();
        batch.Add(Hour + from * UtcNanos.Minute, Side.Buy, 2_000_000, 5, DepthFlags.Snapshot);
        batch.Add(Hour + from * UtcNanos.Minute, Side.Sell, 2_000_100, 5, DepthFlags.End);
        for (var minute = from + 1; minute < to; minute++)
        {
            batch.Add(Hour + minute * UtcNanos.Minute, Side.Buy, 2_000_000, 10 + minute, DepthFlags.End);
        }

        return batch;
    }

    static OneBatch<DepthBatch> Tape(DepthBatch batch) => new(Market.Gold, batch, OneBatch.Copy);

    static List<(long Time, Side Side, long Price, long Size, DepthFlags Flags)> Read(IMarketStore store, TimeRange range)
    {
        List<(long, Side, long, long, DepthFlags)> changes = [];
        var batch = new DepthBatch();
        using var depth = store.Depth(Market.Gold, range);
        while (depth.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                changes.Add((batch.Time[i], batch.Side[i], batch.Price[i], batch.Size[i], batch.Flags[i]));
            }
        }

        return changes;
    }

    static string HashOf(List<(long Time, Side Side, long Price, long Size, DepthFlags Flags)> changes)
    {
        var (batch, layout) = (new DepthBatch(), new DepthShape());
        changes.ForEach(change => batch.Add(change.Time, change.Side, change.Price, change.Size, change.Flags));
        layout.Leave(batch);
        using var meter = new StretchMeter<DepthBatch>(layout, new GapFinder(Market.Gold.Calendar, default));
        meter.Add(batch, 0, batch.Count, "test");
        return DataIdentity.Of(Market.Gold, "depth", default, TimeRange.All, [meter.Finish()]).Sha256;
    }
}
