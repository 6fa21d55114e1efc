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

    /// <summary>The piece that holds an instant.</summary>
    public TimeRange SliceOf(long time)
    {
        var from = UtcNanos.Floor(time, UtcNanos.Day);
        return ByMonth ? Partition.Month.RangeOf(time) : new TimeRange(from, from + UtcNanos.Day);
    }
}
