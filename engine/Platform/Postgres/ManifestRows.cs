using System.Text.Json;
using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>The manifest of a tape: a row for each day, month or year, and what it was before it was replaced.</summary>
static class ManifestRows
{
    const string Columns = "count, first, last, until, content, source, gaps, verdict";

    /// <summary>What is in force, in time order.</summary>
    public static List<StoredStretch> Of(NpgsqlConnection connection, int tape) => Parts(connection, tape, int.MaxValue).ConvertAll(part => part.Stretch);

    /// <summary>What a state of a tape has, in time order. What is in force and was so then, is part of a former state, too.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="tape">The tape.</param>
    /// <param name="state">The state's number; <see cref="int.MaxValue"/> for the one in force.</param>
    public static List<TapePart> Parts(NpgsqlConnection connection, int tape, int state) => connection.List($"""
        select stretch, tape, since, {Columns} from market.manifest where tape = $1 and since <= $2
        union all select stretch, series, since, {Columns} from market.revisions where tape = $1 and series is not null and $2 between since and upto
        order by first
        """, Read, tape, state);

    /// <summary>Numbers of a tape's former states, oldest first: each was left with a stretch that was no more in the next one.</summary>
    public static List<int> States(NpgsqlConnection connection, int tape) => connection.List(
        "select distinct upto from market.revisions where tape = $1 and series is not null order by 1", row => row.GetInt32(0), tape);

    /// <summary>When a former state was replaced.</summary>
    public static DateTime ReplacedUtc(NpgsqlConnection connection, int tape, int state) =>
        connection.Ask<DateTime>("select min(replaced) from market.revisions where tape = $1 and series is not null and upto = $2", tape, state);

    /// <summary>Puts a stretch away that is replaced.</summary>
    /// <param name="connection">The database, within a transaction.</param>
    /// <param name="tape">The tape.</param>
    /// <param name="part">The stretch.</param>
    /// <param name="kept">The number that its rows have now, and the last state that has it; null where only its hash stays.</param>
    public static void Leave(NpgsqlConnection connection, int tape, TapePart part, (int Series, int UpTo)? kept)
    {
        connection.Do($"""
            insert into market.revisions (tape, stretch, revision, {Columns}, written, series, since, upto)
            select tape, stretch, revision, {Columns}, written, $3::integer, since, $4::integer from market.manifest where tape = $1 and stretch = $2
            """, tape, part.Name, Number(kept?.Series), Number(kept?.UpTo));
        connection.Do("delete from market.manifest where tape = $1 and stretch = $2", tape, part.Name);
    }

    /// <summary>Lets a stretch be in force.</summary>
    public static void Add(NpgsqlConnection connection, int tape, TapePart part) => connection.Do($"""
        insert into market.manifest (tape, stretch, since, {Columns}, revision)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, (select coalesce(max(revision), 0) + 1 from market.revisions where tape = $1 and stretch = $2))
        """, tape, part.Name, part.Since, part.Stretch.Count, part.Stretch.First, part.Stretch.Last, part.Stretch.Until, part.Stretch.Content, part.Stretch.Source,
        part.Stretch.Gaps.SelectMany(gap => (long[])[gap.From, gap.To]).ToArray(), Text(part.Stretch.Quality));

    /// <summary>Keeps a verdict beside the stretch that it is of, where there is one.</summary>
    public static void Keep(NpgsqlConnection connection, int tape, StoredQuality verdict) =>
        connection.Do("update market.manifest set verdict = $3::jsonb where tape = $1 and content = $2", tape, verdict.Content, Text(verdict));

    static object Number(int? number) => number is { } there ? there : DBNull.Value;

    static object Text(StoredQuality? verdict) => verdict is null ? DBNull.Value : JsonSerializer.Serialize(verdict, VerdictJson.Default.StoredQuality);

    static TapePart Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt32(1), row.GetInt32(2), new StoredStretch
    {
        Count = row.GetInt64(3), First = row.GetInt64(4), Last = row.GetInt64(5), Until = row.GetInt64(6), Content = row.GetString(7), Source = row.GetString(8),
        Gaps = [.. row.GetFieldValue<long[]>(9).Chunk(2).Select(pair => new TimeRange(pair[0], pair[1]))],
        Quality = row.IsDBNull(10) ? null : JsonSerializer.Deserialize(row.GetString(10), VerdictJson.Default.StoredQuality),
    });
}
