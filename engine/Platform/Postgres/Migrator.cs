using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>Brings a schema forward, and knows whether it is the one of this program. It never goes back.</summary>
static class Migrator
{
    const string Timescale = "timescaledb";

    /// <summary>What was applied, by version.</summary>
    public static IReadOnlyList<AppliedMigration> Applied(NpgsqlConnection connection) => connection.Ask<bool>("select to_regclass('monitoring.migrations') is not null")
        ? connection.List("select version, name, checksum, applied from monitoring.migrations order by version",
            row => new AppliedMigration(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetDateTime(3)))
        : [];

    /// <summary>Holds the schema against the one that this program needs.</summary>
    /// <returns>How its tables are cut by time.</returns>
    /// <exception cref="WorkbenchException">It is older, newer or another one.</exception>
    public static ISeriesDialect Check(NpgsqlConnection connection, PostgresAddress address)
    {
        var applied = Applied(connection);
        Known(applied, address);
        return applied.Count == Migration.All.Count
            ? DialectOf(connection)
            : throw PostgresErrors.NotMigrated(address, applied.Count, Migration.All.Count);
    }

    /// <summary>Applies what is missing, all or nothing. Of two at once the second waits and finds nothing to do.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="plain">Whether to use the server's own partitions where it has TimescaleDB, too.</param>
    /// <returns>Names of what was applied.</returns>
    public static IReadOnlyList<string> Migrate(NpgsqlConnection connection, PostgresAddress address, bool plain)
    {
        using var transaction = connection.BeginTransaction();
        connection.Do("select pg_advisory_xact_lock(hashtextextended('workbench migrations', 0))");
        var applied = Applied(connection);
        Known(applied, address);
        var dialect = applied.Count > 0 ? DialectOf(connection) : Choose(connection, address, plain);
        connection.Do("""
            create schema if not exists monitoring;
            create table if not exists monitoring.migrations (version integer primary key, name text not null, checksum text not null, applied timestamptz not null default now());
            """);
        List<Migration> missing = [.. Migration.All.Skip(applied.Count)];
        foreach (var migration in missing)
        {
            connection.Do(migration.For(dialect));
            connection.Do("insert into monitoring.migrations (version, name, checksum) values ($1, $2, $3)", migration.Version, migration.Name, migration.Checksum);
        }

        transaction.Commit();
        return [.. missing.Select(migration => migration.Name)];
    }

    /// <summary>Whether the server has TimescaleDB to offer.</summary>
    public static bool OffersTimescale(NpgsqlConnection connection) => connection.Ask<bool>("select exists (select from pg_available_extensions where name = $1)", Timescale);

    /// <summary>How the tables that are there are cut by time.</summary>
    public static ISeriesDialect DialectOf(NpgsqlConnection connection) =>
        connection.Ask<bool>("select relkind = 'p' from pg_class where oid = to_regclass('market.ticks')") ? new PartitionDialect() : new HypertableDialect();

    static void Known(IReadOnlyList<AppliedMigration> applied, PostgresAddress address)
    {
        if (applied.Count > Migration.All.Count)
        {
            throw PostgresErrors.SchemaNewer(address, applied[^1].Version, Migration.All[^1].Version);
        }

        foreach (var (there, ours) in applied.Zip(Migration.All))
        {
            if (there.Version != ours.Version || there.Checksum != ours.Checksum)
            {
                throw PostgresErrors.MigrationChanged(address, there.Name);
            }
        }
    }

    static ISeriesDialect Choose(NpgsqlConnection connection, PostgresAddress address, bool plain)
    {
        if (plain || !OffersTimescale(connection))
        {
            return new PartitionDialect();
        }

        try
        {
            connection.Do($"create extension if not exists {Timescale}");
            return new HypertableDialect();
        }
        catch (PostgresException refused)
        {
            throw PostgresErrors.NoExtension(address, Timescale, refused);
        }
    }
}
