namespace Workbench.Data.Importers.Notices;

/// <summary>
/// ForexFactory's week as a table: date, time, currency, impact, event, actual, forecast, previous. An empty date or time is that of the row above. Times are
/// New York's unless said, as the site shows them to whoever has not signed in.
/// </summary>
static class ForexFactoryCsv
{
    const string Format = "forexfactory-csv";
    const string Zone = "America/New_York";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var sink = CalendarTapes.Sink(job.Options);
        if (job.Options.TimeZone is null)
        {
            sink.Report.Warn($"Times are taken for those of {Zone}; --tz says otherwise.");
        }

        sink.Read(NoticeFiles.Of(job, Format, ".csv"), file => Read(file, sink, job));
        return CalendarTapes.Of(job, "forexfactory", sink);
    }

    static bool Read(string file, NoticeSink<CalendarEntry> sink, ImportJob job)
    {
        using var rows = NoticeRows.Open(file);
        if (rows is null)
        {
            return false;
        }

        var days = new WeekClock(file, new NoticeClock(job.Options, Zone));
        var any = false;
        for (; rows.Next(); any = true)
        {
            Add(rows, days, sink);
        }

        return any;
    }

    static void Add(NoticeRows rows, WeekClock days, NoticeSink<CalendarEntry> sink)
    {
        var row = new CalendarRow(sink, rows.Row);
        var (actual, forecast, previous) = (row.Figure(rows.Text("actual")), row.Figure(rows.Text("forecast")), row.Figure(rows.Text("previous")));
        sink.Add(new CalendarEntry
        {
            TimeNanos = days.Time(rows.Needed("date"), rows.Needed("time"), actual is not null, rows.Row),
            AnnouncedNanos = 0,
            Symbol = row.Currency(rows.Needed("currency", "country")),
            Name = rows.Needed("event", "title", "name"),
            Impact = row.Impact(rows.Text("impact")),
            Actual = actual,
            Forecast = forecast,
            Previous = previous,
            RevisedPrevious = row.Figure(rows.Text("revised", "revisedprevious")),
            Unit = row.Unit(),
        }, rows.Row);
    }
}
