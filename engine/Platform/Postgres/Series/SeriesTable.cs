namespace Workbench.Platform.Postgres;

/// <summary>A table of events in time order that is cut into pieces by time.</summary>
/// <param name="Name">Schema and name.</param>
/// <param name="Time">Its column of time.</param>
/// <param name="ByMonth">Whether a piece is a month; else a day.</param>
sealed record SeriesTable(string Name, string Time, bool ByMonth)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SeriesTable> All { get; } =
    [
        new("market.ticks", "time", ByMonth: false),
        new("market.trades", "time", ByMonth: false),
        new("market.depth", "time", ByMonth: false),
        new("market.candles", "open_time", ByMonth: true),
        new("market.news", "time", ByMonth: true),
        new("market.economic_calendar", "time", ByMonth: true),
        new("market.sentiment", "time", ByMonth: true),
    ];

    /// <summary>The table of that name.</summary>
    public static SeriesTable Of(string name) => All.First(table => table.Name == name);

    /// <summary>A condition for the events of a tape within a range, cut to microseconds: it may take in some more at the range's ends. Constants, so that the planner finds the pieces.</summary>
    /// <param name="series">The tape's number, or that of a stretch that was replaced.</param>
    /// <param name="range">The range.</param>
    public string Around(int series, TimeRange range) =>
        FormattableString.Invariant($"tape = {series} and {Time} >= {Sql.Time(range.From)} and {Time} < {Sql.Time(range.To - 1 + UtcNanos.Microsecond)}");

    /// <summary>The pieces that hold events of a range, in order.</summary>
    public IEnumerable<TimeRange> Slices(TimeRange range)
    {
        for (var at = range.From; at < range.To;)
        {
            var slice = SliceOf(at);
            yield return slice;
            at = slice.To;
        }
    }

    /// <summary>The piece that holds an instant.</summary>
    public TimeRange SliceOf(long time)
    {
        var from = UtcNanos.Floor(time, UtcNanos.Day);
        return ByMonth ? Partition.Month.RangeOf(time) : new TimeRange(from, from + UtcNanos.Day);
    }
}
