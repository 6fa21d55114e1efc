using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>
/// Reads a tape out of the database, a day or month after the other by binary COPY, into the caller's columns. All of it is one
/// snapshot: what others write meanwhile is not seen. Memory does not grow with the tape.
/// </summary>
sealed class TapeReader<TBatch>(
    Database database, NpgsqlConnection connection, bool ownsConnection, Tape tape, TapeTable<TBatch> table, IReadOnlyList<TapePart> parts, TimeRange range) : ICursor<TBatch>
{
    readonly ITapeShape<TBatch> layout = table.Layout;
    readonly IEnumerator<(int Series, TimeRange Range)> slices = Slices(table.Series, parts, range).GetEnumerator();
    NpgsqlTransaction? snapshot;
    NpgsqlBinaryExporter? rows;
    bool isOver;
    long total;

    public Instrument Instrument => tape.Instrument;

    /// <summary>Whether to refuse rows that are not as many as the manifest says. Default: yes.</summary>
    public bool IsCounted { get; init; } = true;

    public bool Read(TBatch into) => database.Say(() => Fill(into) > 0);

    public void Dispose()
    {
        isOver = true;
        rows?.Cancel();
        rows?.Dispose();
        rows = null;
        snapshot?.Dispose();
        slices.Dispose();
        if (ownsConnection)
        {
            connection.Dispose();
        }
    }

    int Fill(TBatch into)
    {
        var count = 0;
        while (!isOver && count < layout.Column(into, 0).Length && (rows is not null || NextSlice(count)))
        {
            if (rows!.StartRow() < 0)
            {
                rows.Dispose();
                rows = null;
            }
            else
            {
                table.Rows.Read(rows, into, count, tape.Instrument.Symbol);
                count += range.Contains(layout.Column(into, 0)[count]) ? 1 : 0;
            }
        }

        total += count;
        layout.Arrive(into, count);
        return count;
    }

    // A manifest that disagrees with its table is damage. Where the range cuts a stretch, nobody knows how many there must be.
    void Count(int pending)
    {
        var expected = parts.Sum(part => part.Stretch.Count);
        if (IsCounted && total + pending != expected && parts.All(part => range.Contains(part.Stretch.First) && range.Contains(part.Stretch.Last)))
        {
            throw PostgresErrors.Disagrees(database.Address, tape.ToString(), expected, total + pending);
        }
    }

    bool NextSlice(int pending)
    {
        if (!slices.MoveNext())
        {
            isOver = true;
            Count(pending);
            return false;
        }

        snapshot ??= ownsConnection ? connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead) : null;
        rows = connection.BeginBinaryExport(
            $"copy (select {table.Columns} from {table.Series.Name} where {table.Series.Around(slices.Current.Series, slices.Current.Range)} order by {table.Order}) to stdout (format binary)");
        return true;
    }

    static IEnumerable<(int Series, TimeRange Range)> Slices(SeriesTable series, IReadOnlyList<TapePart> parts, TimeRange range)
    {
        var done = range.From;
        foreach (var (_, rows, _, stretch) in parts)
        {
            for (var at = Math.Max(done, stretch.First); at <= stretch.Last && at < range.To;)
            {
                var slice = series.SliceOf(at);
                yield return (rows, new TimeRange(at, Math.Min(slice.To, range.To)));
                (at, done) = (slice.To, slice.To);
            }
        }
    }
}
