namespace Workbench.Data.Providers;

/// <summary>
/// Cuts a range by a grid that does not hang on the range, so that two overlapping wants share their pieces and what is there is not
/// fetched again. Pieces are whole: a first hour that is wanted half is asked for whole.
/// </summary>
static class TimeGrid
{
    /// <summary>The grid's stretches that the range touches, in order, without those that begin in the future.</summary>
    public static IEnumerable<TimeRange> Cut(TimeRange range, long now, GridStep step)
    {
        var end = Math.Min(range.To, now);
        for (var from = Floor(range.From, step); from < end;)
        {
            var to = Next(from, step);
            yield return new TimeRange(from, to);
            from = to;
        }
    }

    /// <summary>Beginning of the stretch that holds an instant.</summary>
    public static long Floor(long time, GridStep step)
    {
        var day = UtcNanos.ToDateTime(UtcNanos.Floor(time, UtcNanos.Day));
        return step switch
        {
            GridStep.Hour => UtcNanos.Floor(time, UtcNanos.Hour),
            GridStep.HalfDay => UtcNanos.Floor(time, UtcNanos.Day / 2),
            GridStep.Day => UtcNanos.From(day),
            GridStep.Week => UtcNanos.Floor(time, 7 * UtcNanos.Day),
            GridStep.Month => UtcNanos.From(new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Utc)),
            _ => UtcNanos.From(new DateTime(day.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
        };
    }

    static long Next(long from, GridStep step) => step switch
    {
        GridStep.Hour => from + UtcNanos.Hour,
        GridStep.HalfDay => from + UtcNanos.Day / 2,
        GridStep.Day => from + UtcNanos.Day,
        GridStep.Week => from + 7 * UtcNanos.Day,
        GridStep.Month => UtcNanos.From(UtcNanos.ToDateTime(from).AddMonths(1)),
        _ => UtcNanos.From(UtcNanos.ToDateTime(from).AddYears(1)),
    };
}
