using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>Sources by number, as rows name them.</summary>
static class SourceRow
{
    /// <summary>The number of a source, which gets one where it has none.</summary>
    public static short Keep(NpgsqlConnection connection, string name)
    {
        connection.Do("insert into market.sources (name) values ($1) on conflict (name) do nothing", name);
        return connection.Ask<short>("select id from market.sources where name = $1", name);
    }
}
