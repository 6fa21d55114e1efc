using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>The schema goes forward, once, and never over what it does not know.</summary>
[Collection(PostgresCollection.Name)]
public sealed class MigrationTests(PostgresRoom room)
{
    [PostgresFact]
    public void Migrating_again_finds_nothing_to_do()
    {
        var schema = new PostgresSchema(PostgresAddress.Parse(room.Server.NewDatabase()));

        Assert.False(schema.Status().IsCurrent);
        Assert.Equal(Migration.All.Count, schema.Migrate().Count);
        Assert.Empty(schema.Migrate());
        Assert.True(schema.Status() is { IsCurrent: true, Dialect: "partitions" });
    }

    [PostgresFact]
    public async Task Of_many_that_migrate_at_once_one_does_it()
    {
        var address = PostgresAddress.Parse(room.Server.NewDatabase());

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new PostgresSchema(address).Migrate())));

        Assert.Equal(Migration.All.Count, applied.Sum(names => names.Count));
    }

    [PostgresFact]
    public void A_database_from_before_there_were_former_states_goes_on_with_its_data()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        var rows = Market.Ticks(10, UtcNanos.Minute, Market.Start);
        Market.Write(store, rows);
        room.Server.Sql(address.Database, """
            alter table market.tapes drop column revision;
            alter table market.manifest drop column since;
            alter table market.revisions drop column series, drop column since, drop column upto, drop column first, drop column last, drop column until, drop column gaps, drop column verdict;
            alter table trading.orders drop column status, drop column qty, drop column sent;
            drop table market.corporate_actions, market.action_tables, monitoring.audit, monitoring.audit_heads, analytics.variants, analytics.searches;
            delete from monitoring.migrations where version > 6;
            """);

        Assert.Equal(Migration.All.Count - 6, new PostgresSchema(address).Migrate().Count);
        Row[] changed = [.. rows.Select(row => row with { Bid = row.Bid - 1 })];
        Assert.Equal(2, Market.Write(store, changed).Revision);
        Assert.Equal(changed, Market.Read(store));
        Assert.Equal(rows, Market.Read(store.As([new RevisionPin("XAUUSD", "ticks", 1)])));
    }

    [PostgresFact]
    public void A_newer_schema_is_refused_and_untouched()
    {
        var address = room.Prepared();
        room.Server.Sql(address.Database, "insert into monitoring.migrations (version, name, checksum) values (9000, '9000_later.sql', 'x')");

        Assert.Equal("WB5309", Assert.Throws<WorkbenchException>(() => new PostgresSchema(address).Migrate()).Code);
        Assert.Equal("WB5309", Assert.Throws<WorkbenchException>(() => Market.Store(address).List()).Code);
        Assert.True(new PostgresSchema(address).Status().IsNewer);
    }

    [PostgresFact]
    public void A_migration_that_was_applied_with_another_text_is_refused()
    {
        var address = room.Prepared();
        room.Server.Sql(address.Database, "update monitoring.migrations set checksum = 'x' where version = 2");

        Assert.Equal("WB5310", Assert.Throws<WorkbenchException>(() => new PostgresSchema(address).Migrate()).Code);
    }

    [PostgresFact]
    public void A_database_without_the_schema_says_how_to_prepare_it()
    {
        var address = PostgresAddress.Parse(room.Server.NewDatabase());

        var refusal = Assert.Throws<WorkbenchException>(() => Market.Store(address).List());

        Assert.Equal("WB5308", refusal.Code);
        Assert.Equal($"./run.sh data db migrate --store {address}", refusal.TryNext);
    }

    [Fact]
    public void Migrations_are_numbered_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Migration.All.Count), Migration.All.Select(migration => migration.Version));

    [Fact]
    public void Where_the_server_has_TimescaleDB_tables_become_hypertables()
    {
        var text = Migration.All[0].For(new HypertableDialect());

        Assert.Contains("create_hypertable('market.ticks', 'time', chunk_time_interval => interval '1 day'", text, StringComparison.Ordinal);
        Assert.DoesNotContain("partition by", text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
    }
}
