using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>Rows of stretches that were replaced: they stay in their table under a number of their own, and go when their state is forgotten.</summary>
static class FormerRows
{
    /// <summary>Gives the rows of a stretch a number of their own, and puts back under the tape's number what a write did not replace of it.</summary>
    /// <param name="connection">The database, within the transaction of the write, whose own rows stay as they are.</param>
    /// <param name="table">The table.</param>
    /// <param name="tape">The tape.</param>
    /// <param name="part">The stretch.</param>
    /// <param name="replaced">What the write replaces.</param>
    /// <returns>The number.</returns>
    public static int Keep<TBatch>(NpgsqlConnection connection, TapeTable<TBatch> table, Tape tape, TapePart part, TimeRange replaced)
    {
        var series = connection.Ask<int>("select nextval(pg_get_serial_sequence('market.tapes', 'id'))::integer");
        var all = new TimeRange(part.Stretch.First, part.Stretch.Last + 1);
        connection.Do($"update {table.Series.Name} set tape = {series} where {table.Within(tape.Id, all)} and {OfOthers}");
        foreach (var left in (TimeRange[])[all with { To = Math.Min(all.To, replaced.From) }, all with { From = Math.Max(all.From, replaced.To) }])
        {
            if (left.From < left.To)
            {
                connection.Do($"insert into {table.Series.Name} (tape, seq, source, {table.Columns}) select {tape.Id}, seq, source, {table.Columns} from {table.Series.Name} where {table.Within(series, left)}");
            }
        }

        return series;
    }

    /// <summary>Takes away what a write replaces and nobody keeps.</summary>
    public static void Drop<TBatch>(NpgsqlConnection connection, TapeTable<TBatch> table, Tape tape, TimeRange replaced) =>
        connection.Do($"delete from {table.Series.Name} where {table.Within(tape.Id, replaced)} and {OfOthers}");

    /// <summary>Forgets former states up to one of them: rows that no younger state has, too.</summary>
    public static void Forget(NpgsqlConnection connection, SeriesTable table, int tape, int upTo)
    {
        foreach (var (series, range) in connection.List("select series, first, last from market.revisions where tape = $1 and series is not null and upto <= $2",
            row => (row.GetInt32(0), new TimeRange(row.GetInt64(1), row.GetInt64(2) + 1)), tape, upTo))
        {
            connection.Do($"delete from {table.Name} where {table.Around(series, range)}");
        }

        connection.Do("update market.revisions set series = null where tape = $1 and upto <= $2", tape, upTo);
        connection.Do("update market.revisions set since = $2 + 1 where tape = $1 and series is not null and since <= $2", tape, upTo);
        connection.Do("update market.manifest set since = $2 + 1 where tape = $1 and since <= $2", tape, upTo);
    }

    // Rows of this transaction are the new ones.
    const string OfOthers = "xmin <> pg_current_xact_id()::xid";
}
