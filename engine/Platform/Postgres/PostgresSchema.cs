namespace Workbench.Platform.Postgres;

/// <summary>The schema of a database, for whoever looks after it.</summary>
/// <param name="address">Where the database is.</param>
public sealed class PostgresSchema(PostgresAddress address)
{
    readonly Database database = Database.At(address);

    /// <summary>Finds the password of a database where the environment has none; asked only when the server wants one. Null for none.</summary>
    public static Func<PostgresAddress, string?> FindPassword { set => Database.FindPassword = value; }

    /// <summary>Where the schema stands.</summary>
    public SchemaStatus Status() => database.Say(() =>
    {
        using var connection = database.OpenAny();
        var applied = Migrator.Applied(connection);
        return new SchemaStatus(
            connection.PostgreSqlVersion.ToString(), applied, [.. Migration.All.Skip(applied.Count).Select(migration => migration.Name)],
            applied.Count > 0 ? Migrator.DialectOf(connection).Name : "", Migrator.OffersTimescale(connection));
    });

    /// <summary>Brings it forward to what this program needs; all or nothing, and nothing where it is there already.</summary>
    /// <param name="plain">Whether to use the server's own partitions where it has TimescaleDB, too.</param>
    /// <returns>Names of the migrations that were applied.</returns>
    /// <exception cref="WorkbenchException">The schema is newer than this program, or another one, or the server refuses.</exception>
    public IReadOnlyList<string> Migrate(bool plain = false) => database.Say(() =>
    {
        using var connection = database.OpenAny();
        var applied = Migrator.Migrate(connection, address, plain);
        database.Forget();
        return applied;
    });

    /// <summary>Drops what is older than an instant, in whole pieces: months of ticks, prints and depth, years of bars and of what was told. What is younger keeps its hashes.</summary>
    /// <returns>Names of the partitions that went.</returns>
    public IReadOnlyList<string> DropBefore(long time) => database.Say(() =>
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        List<string> gone = [];
        foreach (var table in SeriesTable.All)
        {
            var edge = (table.ByMonth ? Partition.Year : Partition.Month).RangeOf(time).From;
            connection.Do("delete from market.manifest m using market.tapes t where t.id = m.tape and t.series = $1 and m.last < $2", table.Name, edge);
            connection.Do("update market.revisions r set series = null from market.tapes t where t.id = r.tape and t.series = $1 and r.series is not null and r.last < $2", table.Name, edge);
            gone.AddRange(database.Dialect.DropBefore(connection, table, edge));
        }

        connection.Do("insert into monitoring.events (kind, place, text) values ('retention', 'market', $1)", $"dropped {string.Join(", ", gone)}");
        transaction.Commit();
        return gone;
    });
}
