namespace Workbench.Data.Importers.Notices;

/// <summary>Makes of items of news the tape of an instrument: those that name it, and those that name nobody.</summary>
static class NewsTapes
{
    /// <summary>A place for items; two of one time, headline and address are one.</summary>
    public static NoticeSink<News> Sink(ImportOptions options) => new(options, news => (news.TimeNanos, news.Headline, news.Url));

    public static IReadOnlyList<Tape> Of(ImportJob job, string source, NoticeSink<News> sink)
    {
        var report = new ImportReport();
        var found = sink.Sorted();
        var about = found.Where(each => each.Notice.Tickers.Count == 0 || each.Notice.Tickers.Any(ticker => Names(ticker.Symbol, job.Instrument))).ToList();
        if (about.Count == 0 && found.Count > 0)
        {
            throw NoticeErrors.NothingOf(job.Path, job.Instrument.Symbol, found.SelectMany(each => each.Notice.Tickers).Select(ticker => ticker.Symbol).Distinct().Order(StringComparer.Ordinal));
        }

        report.Absorb(sink.Report);
        if (about.Count < found.Count)
        {
            report.Warn(FormattableString.Invariant($"{found.Count - about.Count} items name other instruments alone and were passed over."));
        }

        return [new Tape(sink.Tape(job.Instrument, about.ConvertAll(each => each with { Notice = each.Notice with { Symbol = job.Instrument.Symbol } }), report), report, source)];
    }

    /// <summary>Adds an item, unless it has no headline.</summary>
    public static void Add(NoticeSink<News> sink, News news, long row)
    {
        if (news.Headline.Length == 0)
        {
            sink.Reject("no headline", row);
            return;
        }

        sink.Add(news, row);
    }

    static bool Names(string ticker, Instrument instrument) =>
        ticker == instrument.Symbol || ticker == instrument.BaseCurrency || (instrument.AssetClass == AssetClass.Forex && ticker == instrument.QuoteCurrency);
}
