using Workbench.Data.Lake;
using Workbench.Data.Parquet;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Lake;

/// <summary>News, calendars and sentiment in the lake: whole, named by their content, and never half-written.</summary>
public sealed class NoticesInLakeTests : IDisposable
{
    static readonly Instrument Usd = Instrument.OfCurrency("USD");

    readonly TempFolder folder = new();
    readonly ParquetLake lake;

    public NoticesInLakeTests() => lake = Ticks.Lake(folder);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void News_come_back_as_they_were_given()
    {
        News[] news = [.. Enumerable.Range(0, 1_300).Select(i => new News
        {
            TimeNanos = Ticks.At("2023-12-30") + i * UtcNanos.Hour + i % 3, Symbol = "XAUUSD", Headline = $"Überschrift {i} \"“", Source = i % 2 == 0 ? "A" : "", Url = "https://x/" + i, Summary = new string('s', i % 50),
            Score = i % 5 == 0 ? null : i / 1000m, Label = "Neutral", Tickers = i % 4 == 0 ? [] : [new("XAU", null, -0.5m, "Bearish"), new("GLD", 0.25m)],
        })];
        lake.Write(new NoticeTape<News>(Ticks.Gold, news), "test");

        var read = Notices.Read(lake.News(Ticks.Gold, TimeRange.All));

        Assert.Equal(news.Select(Words), read.Select(Words));
        var entry = Assert.Single(lake.List());
        Assert.Equal(("news", 1_300L, 2, 0, "test"), (entry.Data.Kind, entry.Data.Count, entry.Files, entry.Data.Gaps, entry.Data.Source));
        var range = new TimeRange(news[100].TimeNanos, news[400].TimeNanos);
        Assert.Equal(news[100..400].Select(Words), Notices.Read(lake.News(Ticks.Gold, range)).Select(Words));
        Assert.Equal(300, lake.Describe(Ticks.Gold, DataKind.News, default, range).Count);
    }

    [Fact]
    public void A_calendar_tells_its_events_and_names_all_that_a_run_may_hear_of()
    {
        CalendarEntry[] entries = [.. Enumerable.Range(0, 40).Select(i => Entry(i, actual: i))];
        lake.Write(new NoticeTape<CalendarEntry>(Usd, entries), "test");
        Assert.Equal(entries, Notices.Read(lake.CalendarEntries(Usd, TimeRange.All)));

        var range = new TimeRange(entries[10].TimeNanos, entries[12].TimeNanos);
        var events = Notices.Read(lake.Calendar(Usd, range));
        Assert.Equal(["release 10", "release 11"], events.OfType<CalendarRelease>().Select(each => each.Name));
        Assert.Equal(["release 10", "release 11", "release 12"], events.OfType<CalendarAnnouncement>().Select(each => each.Name).Distinct());

        var before = lake.Describe(Usd, DataKind.Calendar, default, range);
        Assert.Equal((range.From, range.To), (before.From, before.To));
        lake.Write(new NoticeTape<CalendarEntry>(Usd, [entries[12] with { Forecast = 9m }]), "test");
        Assert.NotEqual(before.Sha256, lake.Describe(Usd, DataKind.Calendar, default, range).Sha256);
        Assert.Equal(40, lake.Describe(Usd, DataKind.Calendar, default, TimeRange.All).Count);
    }

    [Fact]
    public void One_content_has_one_hash_however_it_came_and_any_other_text_another()
    {
        var entries = Enumerable.Range(0, 30).Select(i => Entry(i, actual: 3.00m)).ToArray();
        var whole = Hash(entries);
        Assert.Equal(whole, Hash(entries.Select(entry => entry with { Actual = 3m }).ToArray()));
        Assert.Equal(whole, Hash(entries[..10], entries[10..]));
        Assert.NotEqual(whole, Hash([.. entries[..29], entries[29] with { Name = "release 28" }]));
        Assert.NotEqual(whole, Hash([.. entries[..29], entries[29] with { Actual = null }]));
    }

    [Fact]
    public void A_flipped_byte_is_an_error_and_never_another_word()
    {
        lake.Write(new NoticeTape<Sentiment>(Ticks.Gold, [.. Enumerable.Range(0, 200).Select(i => new Sentiment { TimeNanos = Ticks.At("2024-01-01") + i * UtcNanos.Minute, Symbol = "XAUUSD", LongShare = i / 1000m, ShortShare = 0.1234567m, Confidence = i % 2 == 0 ? 0.5m : null, Source = "s" })]), "test");
        var whole = Notices.Read(lake.Sentiment(Ticks.Gold, TimeRange.All));
        Assert.Equal((0.199m, 0.1234567m, (decimal?)null), (whole[199].LongShare, whole[199].ShortShare, whole[199].Confidence));
        var file = Directory.GetFiles(folder.Path, "*.parquet", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            bytes[at] ^= 0x10;
            File.WriteAllBytes(file, bytes);
            Assert.Throws<WorkbenchException>(() => Notices.Read(lake.Sentiment(Ticks.Gold, TimeRange.All)));
            bytes[at] ^= 0x10;
        }
    }

    [Fact]
    public void A_kill_at_any_step_of_a_write_leaves_the_old_calendar_or_the_new_one()
    {
        var (old, next) = (Enumerable.Range(0, 20).Select(i => Entry(i, 1m)).ToArray(), Enumerable.Range(5, 20).Select(i => Entry(i, 2m)).ToArray());
        foreach (var step in (string[])["begin", "batch", "file", "manifest", "sweep"])
        {
            using var place = new TempFolder();
            var torn = Ticks.Lake(place);
            torn.Write(new NoticeTape<CalendarEntry>(Usd, old), "test");
            torn.Checkpoint = at => _ = at == step ? throw new InvalidOperationException("killed") : 0;
            Assert.Throws<InvalidOperationException>(() => torn.Write(new NoticeTape<CalendarEntry>(Usd, next), "test"));

            var read = Notices.Read(Ticks.Lake(place).CalendarEntries(Usd, TimeRange.All));
            Assert.Equal(step is "manifest" or "sweep" ? [.. old[..5], .. next] : old, read);
        }
    }

    [Fact]
    public void Another_program_s_reader_finds_texts_and_decimals_under_their_names()
    {
        lake.Write(new NoticeTape<CalendarEntry>(Usd, [Entry(1, 0.4m)]), "test");
        using var table = ParquetTable.Open(Directory.GetFiles(folder.Path, "*.parquet", SearchOption.AllDirectories).Single());
        Assert.True(table.Read());
        Assert.Equal(["time", "announced", "revises", "name", "impact", "unit", "forecast", "previous", "actual", "revised_previous"], table.Columns.Select(column => column.Name));
        Assert.Equal(("release 1", "high", "0.4", ""), (table.Text("name"), table.Text("impact"), table.Text("actual"), table.Text("previous")));
    }

    [Fact]
    public void News_beside_prices_leave_the_instrument_as_its_prices_have_it()
    {
        lake.Write(new NoticeTape<News>(Ticks.Gold with { PriceScale = 0 }, [new News { TimeNanos = 5, Symbol = "XAUUSD", Headline = "x" }]), "test");
        lake.Write(new ListTape(Ticks.Gold, [new TickRow(UtcNanos.Second, 1, 2, 3, 4)]), "test");

        Assert.Equal(Ticks.Gold.PriceScale, lake.Instrument("XAUUSD").PriceScale);
        Assert.Single(Notices.Read(lake.News(lake.Instrument("XAUUSD"), TimeRange.All)));
    }

    static string Hash(params CalendarEntry[][] parts)
    {
        using var place = new TempFolder();
        var lake = Ticks.Lake(place);
        foreach (var part in parts)
        {
            lake.Write(new NoticeTape<CalendarEntry>(Usd, part), "test");
        }

        return lake.Describe(Usd, DataKind.Calendar, default, TimeRange.All).Sha256;
    }

    static CalendarEntry Entry(int i, decimal? actual)
    {
        var due = Ticks.At("2024-12-20") + i * UtcNanos.Day + i;
        return new() { TimeNanos = due, AnnouncedNanos = due - UtcNanos.Day, Symbol = "USD", Name = "release " + i, Impact = CalendarImpact.High, Unit = "%", Actual = actual };
    }

    static string Words(News news) => $"{news with { Tickers = [] }} {news.TimeNanos} {news.Source} {news.Url} {news.Summary} {news.Score} {news.Label} {string.Join(';', news.Tickers)}";
}
