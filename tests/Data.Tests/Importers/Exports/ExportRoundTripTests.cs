using Workbench.Data.Importers;
using Workbench.Data.Lake;
using Workbench.Data.Tests.Conversion;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Importers.Exports;

/// <summary>What is exported as Parquet comes back as the same data, of every kind.</summary>
public sealed class ExportRoundTripTests : IDisposable
{
    const int Rows = 150_000;

    static readonly Instrument Usd = Instrument.OfCurrency("USD");

    readonly TempFolder folder = new();
    readonly ParquetLake lake;

    public ExportRoundTripTests() => lake = new ParquetLake(folder.File("lake"), _ => UtcCalendar.Instance);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Ticks_come_back_whole(int seed)
    {
        lake.Write(new ListTape(Lake.Ticks.Gold, Lake.Ticks.Walk(seed, "2024-01-28T20:00", Rows, UtcNanos.Microsecond, 9_000_000)), "dukascopy");
        AssertSame(Lake.Ticks.Gold, DataKind.Ticks);
    }

    [Fact]
    public void Prints_come_back_whole()
    {
        var dice = new Random(3);
        var start = Lake.Ticks.At("2024-05-30");
        lake.Write(new ListPrints(Lake.Ticks.Gold, [.. Enumerable.Range(0, 20_000).Select(i => (start + i * 20 * UtcNanos.Second + i % 7, 200_000L + dice.Next(500), (long)dice.Next(40), (Side)dice.Next(3)))]), "binance+own");
        AssertSame(Lake.Ticks.Gold, DataKind.Trades);
    }

    [Theory]
    [InlineData("yahoo adjusted all-0123abcd made of 1d@last")]
    [InlineData(TapeSource.Synthetic)]
    public void Bars_come_back_whole_and_with_the_marks_of_their_source(string source)
    {
        var dice = new Random(4);
        var (spec, start) = (Bars.Minutes(1).Of(PriceSource.Ask), Lake.Ticks.At("2023-12-31"));
        lake.Write(new ListBars(Lake.Ticks.Gold, [.. Enumerable.Range(0, 3_000).Select(i => (Open: start + i * UtcNanos.Minute, Price: 180_000L + dice.Next(900))).Select(bar =>
            new BarRow(bar.Open, bar.Open + UtcNanos.Minute, bar.Price, bar.Price + dice.Next(90), bar.Price - dice.Next(90), bar.Price, dice.Next(9_000)))]), spec, source);
        AssertSame(Lake.Ticks.Gold, DataKind.Bars, spec);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Order_books_come_back_whole(int seed)
    {
        Depths.Write(lake, Depths.Walk(seed, "2024-08-08T21:13:00Z", 900));
        AssertSame(Depths.Coin, DataKind.Depth);
    }

    [Fact]
    public void News_come_back_whole()
    {
        lake.Write(new NoticeTape<News>(Lake.Ticks.Gold, [.. Enumerable.Range(0, 700).Select(i => new News
        {
            TimeNanos = Lake.Ticks.At("2023-12-20") + i * UtcNanos.Hour + i % 3, Symbol = "XAUUSD", Headline = $"Überschrift {i} \"“,\n", Source = i % 2 == 0 ? "A" : "", Url = "https://x/" + i, Summary = new string('s', i % 50),
            Score = i % 5 == 0 ? null : i / 1000m, Label = "Neutral", Tickers = i % 4 == 0 ? [] : [new("XAU", null, -0.5m, "Bearish"), new("GLD", 0.25m)],
        })]), "tiingo");
        AssertSame(Lake.Ticks.Gold, DataKind.News);
    }

    [Fact]
    public void A_calendar_comes_back_whole_and_needs_no_instrument()
    {
        lake.Write(new NoticeTape<CalendarEntry>(Usd, [.. Enumerable.Range(0, 60).Select(i => new CalendarEntry
        {
            TimeNanos = Lake.Ticks.At("2024-12-01") + i * UtcNanos.Day, AnnouncedNanos = Lake.Ticks.At("2024-12-01") + i * UtcNanos.Day - UtcNanos.Hour, Symbol = "USD", Name = "release " + i,
            Impact = CalendarImpact.High, Unit = "%", Forecast = i / 10m, Actual = i % 3 == 0 ? null : -i,
        })]), "forexfactory");
        AssertSame(Usd, DataKind.Calendar);

        var other = new ParquetLake(folder.File("by-itself"), _ => UtcCalendar.Instance);
        using var tape = Assert.Single(ImportFormats.Open("parquet", folder.File("out.parquet"), new ImportOptions()));
        AnyTape.Write(other, tape.Cursor, tape.Spec, tape.Source);
        Assert.Equal(lake.Describe(Usd, DataKind.Calendar, default, TimeRange.All), other.Describe(Usd, DataKind.Calendar, default, TimeRange.All));
    }

    [Fact]
    public void Sentiment_comes_back_whole()
    {
        lake.Write(new NoticeTape<Sentiment>(Lake.Ticks.Gold, [.. Enumerable.Range(0, 500).Select(i => new Sentiment
        {
            TimeNanos = Lake.Ticks.At("2024-12-30") + i * UtcNanos.Hour, Symbol = "XAUUSD", LongShare = i / 500m, ShortShare = 1m - i / 500m, Confidence = i % 2 == 0 ? null : 0.5m, Source = "oanda",
        })]), "oanda");
        AssertSame(Lake.Ticks.Gold, DataKind.Sentiment);
    }

    [Fact]
    public void Exports_of_one_stretch_after_the_other_are_one_tape()
    {
        Lake.Ticks.Write(lake, Lake.Ticks.Walk(7, "2024-01-20", 2_000, longest: 1_200_000));
        var whole = lake.Describe(Lake.Ticks.Gold, DataKind.Ticks, default, TimeRange.All);
        Directory.CreateDirectory(folder.File("parts"));
        long[] cuts = [whole.From, Lake.Ticks.At("2024-01-25"), Lake.Ticks.At("2024-02-02"), whole.To];
        for (var i = 1; i < cuts.Length; i++)
        {
            StoreExport.Write(lake, Lake.Ticks.Gold, DataKind.Ticks, default, new TimeRange(cuts[i - 1], cuts[i]), Path.Combine(folder.File("parts"), $"{i}.parquet"));
        }

        var (back, report) = Import(folder.File("parts"), Lake.Ticks.Gold);
        Assert.Equal(whole, back.Describe(Lake.Ticks.Gold, DataKind.Ticks, default, TimeRange.All));
        Assert.Equal((3, 0, 2_000L, whole.From, whole.To - 1), (report.Files, report.Empty, report.Count, report.From, report.To));
    }

    void AssertSame(Instrument instrument, DataKind kind, BarSpec spec = default)
    {
        var file = folder.File("out.parquet");
        var stored = lake.Describe(instrument, kind, spec, TimeRange.All);
        Assert.Equal(stored.Count, StoreExport.Write(lake, instrument, kind, spec, TimeRange.All, file));
        var (back, report) = Import(file, instrument);
        Assert.Equal(stored, back.Describe(instrument, kind, spec, TimeRange.All));
        Assert.Equal(stored.Count, report.Count);
    }

    (ParquetLake Lake, ImportReport Report) Import(string path, Instrument instrument)
    {
        var back = new ParquetLake(folder.File("back"), _ => UtcCalendar.Instance);
        using var tape = Assert.Single(ImportFormats.Open("parquet", path, instrument, new ImportOptions()));
        AnyTape.Write(back, tape.Cursor, tape.Spec, tape.Source);
        return (back, tape.Report);
    }
}
