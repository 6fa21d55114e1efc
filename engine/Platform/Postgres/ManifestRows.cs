using System.Text.Json;
using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>The manifest of a tape: a row for each month or year, and what it was before it was replaced.</summary>
static class ManifestRows
{
    /// <summary>What counts, in time order.</summary>
    public static List<StoredStretch> Of(NpgsqlConnection connection, int tape) => connection.List(
        "select count, first, last, until, content, source, gaps, verdict::text from market.manifest where tape = $1 order by first", Read, tape);

    /// <summary>Lets stretches count from now on in place of those that a range holds.</summary>
    /// <param name="connection">The database, within a transaction.</param>
    /// <param name="tape">The tape.</param>
    /// <param name="touched">The stretch of time that was written, in whole months or years.</param>
    /// <param name="stretches">What is there now, by name.</param>
    public static void Replace(NpgsqlConnection connection, int tape, TimeRange touched, IReadOnlyList<(string Name, StoredStretch Stretch)> stretches)
    {
        connection.Do("""
            insert into market.revisions (tape, stretch, revision, count, content, source, written)
            select tape, stretch, revision, count, content, source, written from market.manifest where tape = $1 and first >= $2 and last < $3
            """, tape, touched.From, touched.To);
        connection.Do("delete from market.manifest where tape = $1 and first >= $2 and last < $3", tape, touched.From, touched.To);
        foreach (var (name, stretch) in stretches)
        {
            connection.Do("""
                insert into market.manifest (tape, stretch, revision, count, first, last, until, content, source, gaps, verdict)
                values ($1, $2, (select coalesce(max(revision), 0) + 1 from market.revisions where tape = $1 and stretch = $2), $3, $4, $5, $6, $7, $8, $9, $10::jsonb)
                """, tape, name, stretch.Count, stretch.First, stretch.Last, stretch.Until, stretch.Content, stretch.Source,
                stretch.Gaps.SelectMany(gap => (long[])[gap.From, gap.To]).ToArray(), Text(stretch.Quality));
        }
    }

    /// <summary>Keeps a verdict beside the stretch that it is of, where there is one.</summary>
    public static void Keep(NpgsqlConnection connection, int tape, StoredQuality verdict) =>
        connection.Do("update market.manifest set verdict = $3::jsonb where tape = $1 and content = $2", tape, verdict.Content, Text(verdict));

    static object Text(StoredQuality? verdict) => verdict is null ? DBNull.Value : JsonSerializer.Serialize(verdict, VerdictJson.Default.StoredQuality);

    static StoredStretch Read(NpgsqlDataReader row) => new()
    {
        Count = row.GetInt64(0), First = row.GetInt64(1), Last = row.GetInt64(2), Until = row.GetInt64(3), Content = row.GetString(4), Source = row.GetString(5),
        Gaps = [.. row.GetFieldValue<long[]>(6).Chunk(2).Select(pair => new TimeRange(pair[0], pair[1]))],
        Quality = row.IsDBNull(7) ? null : JsonSerializer.Deserialize(row.GetString(7), VerdictJson.Default.StoredQuality),
    };
}
