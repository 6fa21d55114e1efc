using Workbench.Model;

namespace Workbench.App;

/// <summary>Rows with an instant each, in order and without a second word on one instant.</summary>
static class DatedRows
{
    /// <summary>Longest that the last row of a table of rates stays in force, unless the table says until when.</summary>
    const long Tail = 31 * UtcNanos.Day;

    /// <summary>Reads the instants, and refuses rows that are out of order or contradict each other.</summary>
    public static IReadOnlyList<(long Time, TableRow Row)> Of(IReadOnlyList<TableRow> rows, string column)
    {
        var dated = new List<(long Time, TableRow Row)>(rows.Count);
        foreach (var row in rows)
        {
            var time = row.Time(column);
            if (dated.Count > 0 && time == dated[^1].Time)
            {
                throw CliErrors.BadTable(row.Place, $"a second row for {UtcNanos.ToIso(time)}; the first is {dated[^1].Row.Place}.");
            }

            if (dated.Count > 0 && time < dated[^1].Time)
            {
                throw CliErrors.BadTable(row.Place, $"{UtcNanos.ToIso(time)} comes after {UtcNanos.ToIso(dated[^1].Time)}: rows go forward in time.");
            }

            dated.Add((time, row));
        }

        return dated;
    }

    /// <summary>Refuses a table of rates that does not reach over a run: each row is in force until the next, the last until the table's end or for 31 days.</summary>
    public static void Cover(IReadOnlyList<(long Time, TableRow Row)> rows, long? until, TimeRange range, string name)
    {
        if (rows[0].Time > range.From)
        {
            throw CliErrors.NotCovered(rows[0].Row.Place, name, UtcNanos.ToIso(range.From));
        }

        if ((until ?? rows[^1].Time + Tail) < range.To)
        {
            throw CliErrors.NotCovered(rows[^1].Row.Place, name, UtcNanos.ToIso(range.To));
        }
    }
}
