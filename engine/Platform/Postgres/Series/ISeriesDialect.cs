using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>How tables of events are cut by time: PostgreSQL's own partitions, or hypertables where the server has TimescaleDB.</summary>
interface ISeriesDialect
{
    /// <summary>What people know it as.</summary>
    string Name { get; }

    /// <summary>What stands behind the columns of such a table where it is created.</summary>
    string Clause(string column);

    /// <summary>What makes a table that was just created into one; empty where the clause has done it.</summary>
    string Made(string table, string column, string span);

    /// <summary>Sees to it that a table can take events of a piece of time. It is not part of a write: an empty piece harms nobody.</summary>
    void Prepare(NpgsqlConnection connection, SeriesTable table, TimeRange slice);

    /// <summary>Drops the pieces that end at or before an instant.</summary>
    /// <returns>Names of what was dropped.</returns>
    IReadOnlyList<string> DropBefore(NpgsqlConnection connection, SeriesTable table, long time);

    /// <summary>Brings the table's index by time up to what was just written of a piece.</summary>
    void Summarize(NpgsqlConnection connection, SeriesTable table, TimeRange slice);
}
