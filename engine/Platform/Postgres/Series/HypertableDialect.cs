using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>Hypertables of TimescaleDB, which makes its pieces by itself.</summary>
sealed class HypertableDialect : ISeriesDialect
{
    public string Name => "hypertables";

    public string Clause(string column) => "";

    public string Made(string table, string column, string span) =>
        $"select create_hypertable('{table}', '{column}', chunk_time_interval => interval '{span}', create_default_indexes => false);";

    public void Prepare(NpgsqlConnection connection, SeriesTable table, TimeRange slice) { }

    public IReadOnlyList<string> DropBefore(NpgsqlConnection connection, SeriesTable table, long time) =>
        connection.List($"select drop_chunks('{table.Name}', older_than => {Sql.Time(time)})::text", row => row.GetString(0));

    public void Summarize(NpgsqlConnection connection, SeriesTable table, TimeRange slice) => connection.Do(
        $"""
        select brin_summarize_new_values(indexrelid) from show_chunks('{table.Name}', newer_than => {Sql.Time(slice.From - 1)}, older_than => {Sql.Time(slice.To + 1)}) chunk
        join pg_index on indrelid = chunk join pg_class c on c.oid = indexrelid join pg_am a on a.oid = c.relam where a.amname = 'brin'
        """);
}
