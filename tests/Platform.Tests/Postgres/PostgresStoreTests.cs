using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>What goes into the database comes out of it, all or nothing, with the hashes that the numbers have anywhere.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresStoreTests(PostgresRoom room)
{
    const long Step = 8 * UtcNanos.Second + 1_234_567;

    [PostgresFact]
    public void What_was_written_is_read_with_the_hash_of_its_numbers()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(20_000, Step, Market.Start);

        var stored = Market.Write(store, rows);

        Assert.Equal(new Stored(rows.Length, rows[0].Time, rows[^1].Time), stored);
        Assert.Equal(rows, Market.Read(store));
        Assert.Equal(Market.HashOf(rows), store.Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All).Sha256);
        Assert.Equal((3, 2, 0.001m), (store.Instrument("XAUUSD").PriceScale, store.Instrument("XAUUSD").SizeScale, store.Instrument("XAUUSD").TickSize));
        Assert.Equal(["XAUUSD"], store.Symbols);
    }

    [PostgresFact]
    public void A_range_is_cut_to_the_nanosecond_and_has_the_hash_of_what_is_in_it()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(9_000, 20 * UtcNanos.Second + 333, Market.Start);
        Market.Write(store, rows);
        foreach (var (from, to) in ((int, int)[])[(0, 1), (10, 4_000), (100, 103), (3_999, 8_999)])
        {
            var range = new TimeRange(rows[from].Time, rows[to].Time);
            List<Row> within = [.. rows.Where(row => range.Contains(row.Time))];

            Assert.Equal(within, Market.Read(store, range));
            Assert.Equal(Market.HashOf(within), store.Describe(Market.Gold, DataKind.Ticks, default, range).Sha256);
        }
    }

    [PostgresFact]
    public void Whatever_is_written_over_what_is_there_the_rest_stays()
    {
        const int Seed = 20261126;
        var dice = new SeededRandom(Seed);
        var store = Market.Store(room.Prepared());
        List<Row> expected = [];
        for (var round = 0; round < 12; round++)
        {
            var rows = Market.Ticks(30 + dice.Next(300), UtcNanos.Hour + dice.Next(1_000), Market.Start + dice.Next(20) * UtcNanos.Day, seed: round + 1);
            Market.Write(store, rows);
            expected = [.. expected.Where(row => row.Time < rows[0].Time || row.Time > rows[^1].Time).Concat(rows).OrderBy(row => row.Time)];

            Assert.True(expected.SequenceEqual(Market.Read(store)), $"seed {Seed}, round {round}");
            Assert.True(Market.HashOf(expected) == store.Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All).Sha256, $"seed {Seed}, round {round}");
        }
    }

    [PostgresFact]
    public void What_a_source_covers_is_replaced_beyond_its_first_and_last_event()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(100, UtcNanos.Minute, Market.Start);
        Market.Write(store, rows);

        Market.Write(store, rows[40..50], covers: new TimeRange(rows[30].Time, rows[60].Time));

        Assert.Equal([.. rows[..30].Where(row => row.Time < rows[30].Time), .. rows[40..50], .. rows[60..]], Market.Read(store));
    }

    [PostgresFact]
    public void A_write_that_fails_in_the_middle_leaves_the_old_state()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(100, UtcNanos.Hour, Market.Start);
        Market.Write(store, rows);
        var backwards = Market.Ticks(20_000, 5 * UtcNanos.Second, Market.Start, seed: 2);
        backwards[19_000] = backwards[10];

        Assert.Equal("WB2111", Assert.Throws<WorkbenchException>(() => Market.Write(store, backwards)).Code);
        Assert.Equal(rows, Market.Read(store));
        Assert.Equal(Market.HashOf(rows), store.Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All).Sha256);
    }

    [PostgresFact]
    public void A_connection_that_breaks_in_the_middle_leaves_the_old_state()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        var rows = Market.Ticks(100, UtcNanos.Hour, Market.Start);
        Market.Write(store, rows);
        var tape = new RowTape(Market.Gold, Market.Ticks(30_000, 5 * UtcNanos.Second, Market.Start, seed: 2), before: read =>
        {
            if (read == 2 * TickBatch.Capacity)
            {
                room.Server.Sql("postgres", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{address.Database}'");
            }
        });

        Assert.Equal("WB5312", Assert.Throws<WorkbenchException>(() => store.Write(tape, "test")).Code);
        Assert.Equal(rows, Market.Read(store));
    }

    [PostgresFact]
    public void Readers_see_the_old_state_until_a_write_is_through_and_a_second_writer_is_refused()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(100, UtcNanos.Hour, Market.Start);
        Market.Write(store, rows);
        var looked = 0;
        var newer = Market.Ticks(20_000, 5 * UtcNanos.Second, Market.Start, seed: 2);
        var tape = new RowTape(Market.Gold, newer, before: read =>
        {
            if (read == TickBatch.Capacity)
            {
                Assert.Equal(rows, Market.Read(store));
                Assert.Equal("WB2108", Assert.Throws<WorkbenchException>(() => Market.Write(store, rows)).Code);
                looked++;
            }
        });

        store.Write(tape, "test");

        Assert.Equal(1, looked);
        Assert.Equal([.. newer, .. rows.Where(row => row.Time > newer[^1].Time)], Market.Read(store));
    }

    [PostgresFact]
    public void A_reader_keeps_to_the_state_it_began_with()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(20_000, 5 * UtcNanos.Second, Market.Start);
        Market.Write(store, rows);
        var batch = new TickBatch();
        using var ticks = store.Ticks(Market.Gold, TimeRange.All);
        ticks.Read(batch);
        var seen = batch.Count;

        Market.Write(store, Market.Ticks(30_000, 5 * UtcNanos.Second, Market.Start, seed: 2));
        while (ticks.Read(batch))
        {
            Assert.Equal(rows[seen].Bid, batch.Bid[0]);
            seen += batch.Count;
        }

        Assert.Equal(rows.Length, seen);
    }

    [PostgresFact]
    public void Trades_and_bars_come_back_as_they_went_in()
    {
        var store = Market.Store(room.Prepared());
        var bar = BarSpec.Parse("1h@bid", null);
        var (trades, bars) = (new TradeBatch(), new BarBatch());
        for (var i = 0; i < 500; i++)
        {
            trades.Add(Market.Start + i * UtcNanos.Minute + i % 7, 2_000_000 + i, i, (Side)(i % 3));
            bars.Add(Market.Start + i * UtcNanos.Hour, Market.Start + (i + 1) * UtcNanos.Hour, 5, 9, 1, 4 + i, i);
        }

        store.Write(new OneBatch<TradeBatch>(Market.Gold, trades, OneBatch.Copy), "test");
        store.Write(new OneBatch<BarBatch>(Market.Gold, bars, OneBatch.Copy), bar, "test");

        var (tradesBack, barsBack) = (new TradeBatch(), new BarBatch());
        using var tradeTape = store.Trades(Market.Gold, TimeRange.All);
        using var barTape = store.Bars(Market.Gold, bar, TimeRange.All);
        Assert.True(tradeTape.Read(tradesBack) && barTape.Read(barsBack));
        Assert.Equal(trades.Time[..500], tradesBack.Time[..500]);
        Assert.Equal(trades.Aggressor[..500], tradesBack.Aggressor[..500]);
        Assert.Equal(bars.CloseTime[..500], barsBack.CloseTime[..500]);
        Assert.Equal(bars.Close[..500], barsBack.Close[..500]);
        Assert.Equal(bars.Volume[..500], barsBack.Volume[..500]);
        Assert.False(tradeTape.Read(tradesBack) || barTape.Read(barsBack));
        Assert.Equal(["1h@bid", "trades"], store.List().Select(entry => entry.Data.Kind));
        Assert.True(store.Has(Market.Gold, DataKind.Bars, bar));
        Assert.False(store.Has(Market.Gold, DataKind.Ticks));
    }

    [PostgresFact]
    public void What_does_not_fit_is_refused()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(10, UtcNanos.Hour, Market.Start);
        Market.Write(store, rows);

        Assert.Equal("WB2105", Assert.Throws<WorkbenchException>(() => Market.Write(store, rows, TapeSource.Synthetic)).Code);
        Assert.Equal("WB2113", Assert.Throws<WorkbenchException>(() => Market.Write(store, rows, "test adjusted abc")).Code);
        Assert.Equal("WB2104", Assert.Throws<WorkbenchException>(() => store.Write(new RowTape(Market.Gold with { PriceScale = 5 }, rows), "test")).Code);
        Assert.Equal("WB2112", Assert.Throws<WorkbenchException>(() => Market.Write(store, [])).Code);
        Assert.Equal("WB2101", Assert.Throws<WorkbenchException>(() => store.Instrument("XAUUSX")).Code);
        Assert.Equal("WB2102", Assert.Throws<WorkbenchException>(() => store.Trades(Market.Gold, TimeRange.All)).Code);
        Assert.Equal("WB2103", Assert.Throws<WorkbenchException>(() => store.Ticks(Market.Gold, new TimeRange(0, UtcNanos.Day))).Code);
        Assert.Equal(rows, Market.Read(store));
    }

    [PostgresFact]
    public void Rows_that_vanished_from_the_table_are_missed()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        var rows = Market.Ticks(100, UtcNanos.Hour, Market.Start);
        Market.Write(store, rows);
        room.Server.Sql(address.Database, "delete from market.ticks where ctid in (select ctid from market.ticks limit 1)");

        Assert.Equal("WB5315", Assert.Throws<WorkbenchException>(() => Market.Read(store)).Code);
        Assert.Equal(1, Market.Write(store, rows).Revision);
        Assert.Equal(rows, Market.Read(store));
    }

    [PostgresFact]
    public void A_stretch_that_is_replaced_leaves_its_hash_as_a_revision()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        var rows = Market.Ticks(10, UtcNanos.Minute, Market.Start);
        Market.Write(store, rows);
        rows[5] = rows[5] with { Bid = 1 };
        Market.Write(store, rows);

        Assert.Equal("1", room.Server.Sql(address.Database, "select string_agg(revision::text, ',') from market.revisions"));
        Assert.Equal("2", room.Server.Sql(address.Database, "select revision from market.manifest"));
    }

    [PostgresFact]
    public void Tables_are_partitioned_by_day_with_an_index_of_blocks_and_people_see_decimals()
    {
        var address = room.Prepared();
        Market.Write(Market.Store(address), Market.Ticks(100, UtcNanos.Hour, Market.Start));

        Assert.Contains("market.ticks_20240131", room.Server.Sql(address.Database, "select inhrelid::regclass from pg_inherits where inhparent = 'market.ticks'::regclass").Split('\n'));
        Assert.Equal("brin", room.Server.Sql(address.Database, "select distinct amname from pg_index join pg_class c on c.oid = indexrelid join pg_am on pg_am.oid = relam where indrelid = 'market.ticks_20240131'::regclass"));
        Assert.StartsWith("XAUUSD|200", room.Server.Sql(address.Database, "select symbol, bid from market.tick_prices order by time limit 1"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void What_is_old_is_dropped_by_whole_months_and_the_rest_keeps_its_hash()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        var rows = Market.Ticks(100, UtcNanos.Hour, Market.Start);
        Market.Write(store, [rows[0] with { Bid = 1 }, .. rows[1..]]);
        Market.Write(store, rows);
        var february = UtcNanos.From(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc));

        var gone = new PostgresSchema(address).DropBefore(february + 10 * UtcNanos.Day);

        Assert.Equal(["market.ticks_20240130", "market.ticks_20240131"], gone);
        List<Row> left = [.. rows.Where(row => row.Time >= february)];
        Assert.Equal(left, Market.Read(store));
        Assert.Equal(Market.HashOf(left), store.Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All).Sha256);
        Assert.Equal([2], store.Revisions("XAUUSD", "ticks").Select(state => state.Number));
    }
}
