using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>Keeps searches and studies in a database, each with its variants.</summary>
/// <param name="address">Where it is.</param>
public sealed class PostgresSearches(PostgresAddress address)
{
    readonly Database database = Database.At(address);

    /// <summary>Keeps a search, all of it or nothing. One that is there already is replaced: written twice it is there once.</summary>
    /// <exception cref="WorkbenchException">The database refuses.</exception>
    public void Keep(SearchRow search, IEnumerable<VariantRow> variants) => database.Say(() =>
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        connection.Do("select pg_advisory_xact_lock(hashtextextended($1, 0))", "search/" + search.Id);
        connection.Do("delete from analytics.searches where id = $1", search.Id);
        connection.Do("""
            insert into analytics.searches (id, kind, method, strategy_file, strategy_sha256, engine_version, objective, seed, trials_in_family, odds, command, data, document)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($12::jsonb -> 'data', '[]'), $12::jsonb)
            """,
            search.Id, search.Kind, search.Method, search.StrategyFile, search.StrategySha256, search.EngineVersion, search.Objective, search.Seed, search.TrialsInFamily, search.Odds,
            search.Command, search.Document);
        Add(connection, search.Id, variants);
        transaction.Commit();
    });

    static void Add(NpgsqlConnection connection, string search, IEnumerable<VariantRow> variants)
    {
        using var rows = connection.BeginBinaryImport("""
            copy analytics.variants (search, number, rank, key, settings, state, reason, event_log_hash, behaviour_hash, fills, trades, equity_start, equity_end, objective, objective_reason, figures)
            from stdin (format binary)
            """);
        foreach (var variant in variants)
        {
            rows.StartRow();
            Write(rows, search, variant);
        }

        rows.Complete();
    }

    static void Write(NpgsqlBinaryImporter row, string search, VariantRow variant)
    {
        row.Write(search, NpgsqlDbType.Text);
        row.Write(variant.Number, NpgsqlDbType.Integer);
        row.Write(variant.Rank, NpgsqlDbType.Integer);
        row.Write(variant.Key, NpgsqlDbType.Text);
        row.Write(variant.Settings, NpgsqlDbType.Jsonb);
        row.Write(variant.State, NpgsqlDbType.Text);
        row.WriteOrNull(variant.Reason);
        row.WriteOrNull(variant.EventLogHash);
        row.WriteOrNull(variant.BehaviourHash);
        row.Write(variant.Fills, NpgsqlDbType.Bigint);
        row.Write(variant.Trades, NpgsqlDbType.Bigint);
        row.Write(variant.EquityStart, NpgsqlDbType.Numeric);
        row.Write(variant.EquityEnd, NpgsqlDbType.Numeric);
        row.WriteOrNull(variant.Objective, NpgsqlDbType.Double);
        row.WriteOrNull(variant.ObjectiveReason);
        row.Write(variant.Figures, NpgsqlDbType.Jsonb);
    }
}
