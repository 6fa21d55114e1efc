namespace Workbench.Model;

/// <summary>Entries of an economic calendar by the time of their release: when they were announced, what was expected, and what came.</summary>
public sealed class CalendarShape : NoticeShape<CalendarEntry>
{
    /// <inheritdoc/>
    public override IReadOnlyList<NoticeColumn<CalendarEntry>> Table { get; } =
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

    /// <inheritdoc/>
    public override CalendarEntry Read(INoticeRow row, string symbol) => new()
    {
        TimeNanos = row.Time("time"),
        AnnouncedNanos = row.Time("announced"),
        RevisesNanos = row.Time("revises"),
        Symbol = symbol,
        Name = row.Text("name"),
        Impact = Enum.Parse<CalendarImpact>(row.Text("impact"), ignoreCase: true),
        Unit = row.Text("unit"),
        Forecast = FigureText.Read(row.Text("forecast")),
        Previous = FigureText.Read(row.Text("previous")),
        Actual = FigureText.Read(row.Text("actual")),
        RevisedPrevious = FigureText.Read(row.Text("revised_previous")),
    };
}
