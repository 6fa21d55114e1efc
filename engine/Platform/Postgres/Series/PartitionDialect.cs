using System.Globalization;
using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>
/// Range partitions by day or month, each with a BRIN index: since a tape is written in one go, its pages lie together, and an index of some
/// kilobytes finds them. A new partition is made aside and then attached, which stops no reader and no writer of others.
/// </summary>
sealed class PartitionDialect : ISeriesDialect
{
    public string Name => "partitions";

    public string Clause(string column) => $"partition by range ({column})";

    public string Made(string table, string column, string span) => "";

    public void Prepare(NpgsqlConnection connection, SeriesTable table, TimeRange slice)
    {
        var name = NameOf(table, slice);
        using var transaction = connection.BeginTransaction();
        connection.Do($"select pg_advisory_xact_lock(hashtextextended('{name}', 0))");
        if (connection.Ask<bool>($"select to_regclass('{name}') is null"))
        {
            connection.Do($"""
                create table {name} (like {table.Name} including defaults including constraints including indexes);
                alter table {table.Name} attach partition {name} for values from ({Sql.Time(slice.From)}) to ({Sql.Time(slice.To)});
                """);
        }

        transaction.Commit();
    }

    public IReadOnlyList<string> DropBefore(NpgsqlConnection connection, SeriesTable table, long time)
    {
        var children = connection.List(
            $"select inhrelid::regclass::text from pg_inherits where inhparent = '{table.Name}'::regclass order by 1", row => row.GetString(0));
        List<string> old = [.. children.Where(child => EndOf(table, child) <= time)];
        old.ForEach(child => connection.Do($"drop table {child}"));
        return old;
    }

    public void Summarize(NpgsqlConnection connection, SeriesTable table, TimeRange slice) => connection.Do(
        $"select brin_summarize_new_values(indexrelid) from pg_index join pg_class c on c.oid = indexrelid join pg_am a on a.oid = c.relam where a.amname = 'brin' and indrelid = to_regclass('{NameOf(table, slice)}')");

    static string NameOf(SeriesTable table, TimeRange slice) =>
        $"{table.Name}_{UtcNanos.ToDateTime(slice.From).ToString(Pattern(table), CultureInfo.InvariantCulture)}";

    static long EndOf(SeriesTable table, string partition) => table.SliceOf(UtcNanos.From(DateTime.ParseExact(
        partition[(partition.LastIndexOf('_') + 1)..], Pattern(table), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))).To;

    static string Pattern(SeriesTable table) => table.ByMonth ? "yyyyMM" : "yyyyMMdd";
}
