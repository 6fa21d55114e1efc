using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>Entries of an economic calendar by the time of their release: when they were announced, what was expected, and what came.</summary>
sealed class CalendarLayout : NoticeLayout<CalendarEntry>
{
    protected override IReadOnlyList<NoticeColumn<CalendarEntry>> Table { get; } =
    [
        NoticeColumn<CalendarEntry>.Time("announced", entry => entry.AnnouncedNanos),
        NoticeColumn<CalendarEntry>.Time("revises", entry => entry.RevisesNanos),
        NoticeColumn<CalendarEntry>.Text("name", entry => entry.Name),
        NoticeColumn<CalendarEntry>.Text("impact", entry => entry.Impact.ToString().ToLowerInvariant()),
        NoticeColumn<CalendarEntry>.Text("unit", entry => entry.Unit),
        NoticeColumn<CalendarEntry>.Figure("forecast", entry => entry.Forecast),
        NoticeColumn<CalendarEntry>.Figure("previous", entry => entry.Previous),
        NoticeColumn<CalendarEntry>.Figure("actual", entry => entry.Actual),
        NoticeColumn<CalendarEntry>.Figure("revised_previous", entry => entry.RevisedPrevious),
    ];

    public override CalendarEntry Read(ParquetTable row, string symbol) => new()
    {
        TimeNanos = row.Time("time"),
        AnnouncedNanos = row.Time("announced"),
        RevisesNanos = row.Time("revises"),
        Symbol = symbol,
        Name = row.Text("name"),
        Impact = Enum.Parse<CalendarImpact>(row.Text("impact"), ignoreCase: true),
        Unit = row.Text("unit"),
        Forecast = Figure(row, "forecast"),
        Previous = Figure(row, "previous"),
        Actual = Figure(row, "actual"),
        RevisedPrevious = Figure(row, "revised_previous"),
    };
}
