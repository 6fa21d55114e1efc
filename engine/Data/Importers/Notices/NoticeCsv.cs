using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Notices;

/// <summary>
/// Any table of news, of a calendar or of sentiment, by the names of its header: what a vendor is not known for can be brought into this form. Times
/// are UTC unless they or the user say otherwise.
/// </summary>
static class NoticeCsv
{

    static readonly string[] Times = ["time", "published", "publishedat", "timestamp", "datetime", "date"];
    static readonly string[] Headlines = ["headline", "title"];
    static readonly string[] Names = ["event", "name", "title"];
    static readonly string[] Longs = ["long", "longshare", "longpercentage", "longpct"];

    /// <summary>Which notices a file holds, as the user or its header says; null where it is something else.</summary>
    public static DataKind? KindOf(ImportJob job, string file)
    {
        if (job.Options.Kind is { } asked)
        {
            return asked.IsNotice() ? asked : null;
        }

        if (file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        using var rows = NoticeRows.Open(file);
        return rows is null ? null
            : rows.Has("currency", "country") && rows.Has(Names) ? DataKind.Calendar
            : rows.Has("headline") ? DataKind.News
            : rows.Has(Longs) ? DataKind.Sentiment
            : null;
    }

    public static IReadOnlyList<Tape> Open(ImportJob job, DataKind kind, IReadOnlyList<string> files)
    {
        var source = SourceOf(files);
        switch (kind)
        {
            case DataKind.News:
                var news = NewsTapes.Sink(job.Options);
                news.Read(files, file => Read(job, file, (rows, clock) => News(rows, clock, news)));
                return NewsTapes.Of(job, source, news);
            case DataKind.Calendar:
                var calendar = CalendarTapes.Sink(job.Options);
                calendar.Read(files, file => Read(job, file, (rows, clock) => Entry(rows, clock, calendar)));
                return CalendarTapes.Of(job, source, calendar);
            default:
                var sentiment = SentimentTapes.Sink(job.Options);
                sentiment.Read(files, file => Read(job, file, (rows, clock) => Measure(rows, clock, sentiment, job.Instrument.Symbol)));
                return [SentimentTapes.Of(job, source, sentiment)];
        }
    }

    /// <summary>A table that somebody made up says so in its name, and is stored as such: the lake never mixes it with real ones.</summary>
    static string SourceOf(IReadOnlyList<string> files) => files.Any(file => Path.GetFileName(file).Contains("SYNTHETIC", StringComparison.Ordinal)) ? "SYNTHETIC" : "csv";

    static bool Read(ImportJob job, string file, Action<NoticeRows, Func<string, long>> take)
    {
        using var rows = NoticeRows.Open(file);
        if (rows is null)
        {
            return false;
        }

        foreach (var part in job.Options.Columns?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            var words = part.Split('=', 2);
            rows.Rename(words.Length == 2 ? words[1] : throw ImportErrors.BadColumns(job.Options.Columns!, part), words[0]);
        }

        var (clock, way) = (new NoticeClock(job.Options, "UTC"), job.Options.TimeFormat is { } said ? TimeText.Of(said) : null);
        var any = false;
        for (; rows.Next(); any = true)
        {
            take(rows, text =>
            {
                way ??= TimeText.Guess(Encoding.UTF8.GetBytes(text)) ?? throw ImportErrors.UnclearTime(file, text);
                return clock.Time(text, way) ?? throw ImportErrors.BadTime(file, rows.Row, rows.Line, text, way.Name);
            });
        }

        return any;
    }

    static void News(NoticeRows rows, Func<string, long> time, NoticeSink<News> sink) => NewsTapes.Add(sink, new News
    {
        TimeNanos = time(rows.Needed(Times)),
        Symbol = "",
        Headline = rows.Needed(Headlines),
        Source = rows.Text("source", "publisher"),
        Url = rows.Text("url", "link"),
        Summary = rows.Text("summary", "description"),
        Score = Score(rows),
        Label = rows.Text("label", "sentimentlabel"),
        Tickers = [.. rows.Text("tickers", "symbols", "ticker", "symbol").Split([' ', ';', '|', ','], StringSplitOptions.RemoveEmptyEntries).Select(ticker => new NewsTicker(ticker.ToUpperInvariant()))],
    }, rows.Row);

    static decimal? Score(NoticeRows rows) => rows.Text("score", "sentiment", "sentimentscore") is not { Length: > 0 } text ? null
        : Figure.TryRead(text, out var score) ? score.Value
        : throw NoticeErrors.BadFigure(rows.Path, rows.Row, text);

    static void Entry(NoticeRows rows, Func<string, long> time, NoticeSink<CalendarEntry> sink)
    {
        var row = new CalendarRow(sink, rows.Row);
        sink.Add(new CalendarEntry
        {
            TimeNanos = time(rows.Needed(Times)),
            AnnouncedNanos = Optional(rows.Text("announced", "announcedat"), time),
            RevisesNanos = Optional(rows.Text("revises"), time),
            Symbol = row.Currency(rows.Needed("currency", "country")),
            Name = rows.Needed(Names),
            Impact = row.Impact(rows.Text("impact", "importance")),
            Actual = row.Figure(rows.Text("actual")),
            Forecast = row.Figure(rows.Text("forecast", "consensus", "estimate")),
            Previous = row.Figure(rows.Text("previous", "prior")),
            RevisedPrevious = row.Figure(rows.Text("revised", "revisedprevious")),
            Unit = row.Unit(rows.Text("unit")),
        }, rows.Row);
    }

    static void Measure(NoticeRows rows, Func<string, long> time, NoticeSink<Sentiment> sink, string symbol)
    {
        var share = SentimentTapes.Share(rows.Needed(Longs), rows.Path, rows.Row) ?? throw NoticeErrors.NoShare(rows.Path, rows.Row, "");
        SentimentTapes.Add(sink, new Sentiment
        {
            TimeNanos = time(rows.Needed(Times)),
            Symbol = symbol,
            LongShare = share,
            ShortShare = SentimentTapes.Share(rows.Text("short", "shortshare", "shortpercentage", "shortpct"), rows.Path, rows.Row) ?? 1m - share,
            Confidence = SentimentTapes.Share(rows.Text("confidence"), rows.Path, rows.Row),
            Source = rows.Text("source"),
        }, rows.Row);
    }

    static long Optional(string text, Func<string, long> time) => text.Length == 0 ? 0 : time(text);
}
