using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Notices;

/// <summary>Tiingo's lists of news, as answers (.json) or as recorded exchanges (.yaml). Their time is that of publication, not the one at which the vendor found them.</summary>
static class TiingoNews
{
    const string Format = "tiingo-news";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var sink = NewsTapes.Sink(job.Options);
        var clock = new NoticeClock(job.Options, "UTC");
        sink.Read(NoticeFiles.Of(job, Format, ".json", ".yaml"), file => Read(file, sink, clock));
        return NewsTapes.Of(job, "tiingo", sink);
    }

    static bool Read(string file, NoticeSink<News> sink, NoticeClock clock)
    {
        using var json = Path.GetExtension(file) == ".yaml" ? Parse(file, RecordedAnswer.Of(file)) : JsonFile.Read(file);
        if (json is null)
        {
            return false;
        }

        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw NoticeErrors.NoNotices(file, "list of news");
        }

        var number = 0L;
        foreach (var item in json.RootElement.EnumerateArray())
        {
            Add(sink, new JsonItem(file, ++number, item), clock);
        }

        return number > 0;
    }

    static JsonDocument Parse(string file, string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException broken)
        {
            throw ImportErrors.BadJson(file, broken.Message);
        }
    }

    static void Add(NoticeSink<News> sink, JsonItem item, NoticeClock clock) => NewsTapes.Add(sink, new News
    {
        TimeNanos = clock.Time(item, "publishedDate", TimeText.Of("iso")),
        Symbol = "",
        Headline = item.Text("title"),
        Url = item.Text("url"),
        Summary = item.Text("description"),
        Source = item.Text("source"),
        Tickers = [.. item.Texts("tickers").Select(ticker => new NewsTicker(ticker.ToUpperInvariant()))],
    }, item.Row);
}
