using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Notices;

/// <summary>
/// Answers of OANDA's Forex Labs: the calendar (<c>labs/v1/calendar</c>) and the shares of open positions (<c>labs/v1/historical_position_ratios</c>), alone or several
/// in one file, each under <c>response</c>. Times are Unix seconds.
/// </summary>
static class OandaForexLabs
{
    const string Format = "oanda-forexlabs";
    const string Source = "oanda";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var calendar = CalendarTapes.Sink(job.Options);
        var sentiment = SentimentTapes.Sink(job.Options);
        var files = NoticeFiles.Of(job, Format, ".json");
        var (hasCalendar, hasRatios) = (false, false);
        calendar.Read(files, file => Answers(file, answer => hasCalendar |= Calendar(file, answer, calendar)));
        sentiment.Read(files, file => Answers(file, answer => hasRatios |= Ratios(file, answer, sentiment, job.Instrument)));
        if (!hasCalendar && !hasRatios)
        {
            throw NoticeErrors.NoNotices(files[0], "calendar and no position ratios");
        }

        IReadOnlyList<Tape> releases = hasCalendar && (!hasRatios || IsAsked(job, calendar)) ? CalendarTapes.Of(job, Source, calendar) : [];
        return hasRatios && !job.IsOfAny ? [.. releases, SentimentTapes.Of(job, Source, sentiment)] : releases;
    }

    static bool IsAsked(ImportJob job, NoticeSink<CalendarEntry> calendar) => calendar.Sorted().Exists(each => job.Asks(each.Notice.Symbol));

    static bool Answers(string file, Action<JsonElement> take)
    {
        using var json = JsonFile.Read(file);
        if (json is null)
        {
            return false;
        }

        var root = json.RootElement;
        if (root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("data", out _))
        {
            foreach (var part in root.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Object && part.Value.TryGetProperty("response", out _)))
            {
                take(part.Value.GetProperty("response"));
            }
        }
        else
        {
            take(root);
        }

        return true;
    }

    static bool Calendar(string file, JsonElement answer, NoticeSink<CalendarEntry> sink)
    {
        if (answer.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var number = 0L;
        foreach (var element in answer.EnumerateArray())
        {
            Add(new JsonItem(file, ++number, element), sink);
        }

        return true;
    }

    static void Add(JsonItem item, NoticeSink<CalendarEntry> sink)
    {
        var row = new CalendarRow(sink, item.Row);
        sink.Add(new CalendarEntry
        {
            TimeNanos = Seconds(item, item.Number("timestamp")),
            AnnouncedNanos = 0,
            Symbol = row.Currency(item.Text("currency")),
            Name = item.Needed("title"),
            Impact = row.Impact(item.Text("impact")),
            Forecast = row.Figure(item.Text("forecast").Length > 0 ? item.Text("forecast") : item.Text("market")),
            Previous = row.Figure(item.Text("previous")),
            Actual = row.Figure(item.Text("actual")),
            Unit = row.Unit(item.Text("unit")),
        }, item.Row);
    }

    static bool Ratios(string file, JsonElement answer, NoticeSink<Sentiment> sink, Instrument instrument)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("data", out var all) || all.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var named = all.EnumerateObject().FirstOrDefault(each => each.Name.Replace("_", "", StringComparison.Ordinal) == instrument.Symbol);
        if (named.Value.ValueKind != JsonValueKind.Object || !named.Value.TryGetProperty("data", out var rows) || rows.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var number = 0L;
        foreach (var row in rows.EnumerateArray())
        {
            Add(file, ++number, row, sink, instrument);
        }

        return true;
    }

    /// <summary>A row is a time, the share of long positions in hundredths, and a price.</summary>
    static void Add(string file, long number, JsonElement row, NoticeSink<Sentiment> sink, Instrument instrument)
    {
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() < 2 || row[0].ValueKind != JsonValueKind.Number || !row[0].TryGetDecimal(out var time)
            || row[1].ValueKind != JsonValueKind.Number || !row[1].TryGetDecimal(out var hundredths))
        {
            throw NoticeErrors.MissingMember(file, number, "time and ratio");
        }

        SentimentTapes.Add(sink, new Sentiment
        {
            TimeNanos = Seconds(new JsonItem(file, number, row), time), Symbol = instrument.Symbol, LongShare = hundredths / 100m, ShortShare = 1m - hundredths / 100m, Source = Source,
        }, number);
    }

    static long Seconds(JsonItem item, decimal? seconds) => seconds is { } time && Math.Abs(time) < 9_000_000_000m
        ? decimal.ToInt64(time * UtcNanos.Second)
        : throw NoticeErrors.MissingMember(item.File, item.Row, "timestamp");
}
