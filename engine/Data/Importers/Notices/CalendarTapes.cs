namespace Workbench.Data.Importers.Notices;

/// <summary>Makes of a calendar's entries a tape for each currency that was asked for, and says when each was announced.</summary>
static class CalendarTapes
{
    /// <summary>A place for entries; of two of one name and time the later read one counts.</summary>
    public static NoticeSink<CalendarEntry> Sink(ImportOptions options) => new(options, entry => (entry.Symbol, entry.Name, entry.TimeNanos, entry.RevisesNanos));

    public static IReadOnlyList<Tape> Of(ImportJob job, string source, NoticeSink<CalendarEntry> sink)
    {
        var all = sink.Sorted();
        var asked = all.GroupBy(each => each.Notice.Symbol).Where(group => job.Asks(group.Key)).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (asked.Count == 0 && all.Count > 0)
        {
            throw NoticeErrors.NothingOf(job.Path, job.Instrument.Symbol, all.Select(each => each.Notice.Symbol).Distinct().Order(StringComparer.Ordinal));
        }

        return asked.Count == 0
            ? [Make(job, source, sink, job.Instrument, [], isFirst: true)]
            : [.. asked.Select((group, i) => Make(job, source, sink, Instrument.OfCurrency(group.Key), [.. group], i == 0))];
    }

    static Tape Make(ImportJob job, string source, NoticeSink<CalendarEntry> sink, Instrument currency, List<Found<CalendarEntry>> found, bool isFirst)
    {
        var report = new ImportReport();
        if (isFirst)
        {
            report.Absorb(sink.Report);
        }
        else
        {
            (report.Files, report.Empty) = (sink.Report.Files, sink.Report.Empty);
        }

        return new Tape(sink.Tape(currency, Announced(found, job.Options.AnnounceLead), report), report, source);
    }

    /// <summary>
    /// A release is announced the lead before it, unless its source says when, but not before the release whose figure it calls the
    /// previous one: else that figure would be told before it was out.
    /// </summary>
    static List<Found<CalendarEntry>> Announced(List<Found<CalendarEntry>> found, long lead)
    {
        var released = new Dictionary<string, long>(StringComparer.Ordinal);
        return found.ConvertAll(each =>
        {
            var entry = each.Notice;
            var said = entry.AnnouncedNanos == 0 ? entry.TimeNanos - lead : Math.Max(entry.AnnouncedNanos, entry.TimeNanos - CalendarEntry.LongestLead);
            var earliest = released.TryGetValue(entry.Name, out var before) ? Math.Max(said, before) : said;
            released[entry.Name] = entry.TimeNanos;
            return each with { Notice = entry with { AnnouncedNanos = entry.RevisesNanos != 0 ? entry.TimeNanos : Math.Min(earliest, entry.TimeNanos) } };
        });
    }
}
