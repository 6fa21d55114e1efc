using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Workbench.App.Tests.Sources.Matrix;
using Workbench.Data.Importers;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.AlphaVantage;
using Workbench.Simulators.Providers.BinanceData;
using Workbench.Simulators.Providers.OandaData;
using Workbench.Simulators.Providers.Tiingo;
using Workbench.Support;

namespace Workbench.App.Tests.Sources;

/// <summary>From recorded answers, served by their real paths and parameters, to the lake: each value held against the recording itself.</summary>
public sealed class RecordedSourceTests
{
    static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    static ProviderOptions Recorded => new() { Recorded = SharedData.Root };

    [SharedDataFact]
    public async Task Each_recorded_minute_of_alpha_vantage_is_in_the_lake()
    {
        await using var simulator = await AlphaVantageSimulator.Start(Recorded);
        using var bench = new FetchBench(("alphavantage", simulator.BaseUri));
        var days = Range("2020-12-01T05:00Z", "2020-12-20");
        await Whole(bench.Get("MSFT", Minutes, days));

        // Its last minute of a day is called 20:00: a time is the end of its bar.
        var told = File.ReadLines(SharedData.Path("alphavantage/mock_time_series_extended.csv")).Skip(1).Select(line => line.Split(','))
            .Where(row => row[0].StartsWith("2020-12", StringComparison.Ordinal)).Reverse().Select(row => (At: InNewYork(row[0]) - UtcNanos.Minute, Numbers: row[1..].Select(Number).ToList())).ToList();
        Assert.Equal(8_391, told.Count);
        Same(told, Bars(bench, "MSFT", Minutes, days));
        Assert.All(simulator.Requests.All, entry => Assert.StartsWith("/query?function=TIME_SERIES_INTRADAY&symbol=MSFT&interval=1min&month=2020-12", entry.Target, StringComparison.Ordinal));
    }

    [SharedDataFact]
    public async Task Each_recorded_minute_of_alpha_vantage_s_json_and_its_news_are_in_the_lake()
    {
        await using var simulator = await AlphaVantageSimulator.Start(Recorded);
        using var bench = new FetchBench(("alphavantage", simulator.BaseUri));
        var day = Range("2017-12-18T05:00Z", "2017-12-19");
        await Whole(bench.Get("MSFT", Minutes, day));
        var told = Json("alphavantage/mock_time_series.json").GetProperty("Time Series (1min)").EnumerateObject().Reverse()
            .Select(row => (At: InNewYork(row.Name), Numbers: row.Value.EnumerateObject().Select(each => Number(each.Value.GetString()!)).ToList())).ToList();
        Assert.Equal(100, told.Count);
        Same(told, Bars(bench, "MSFT", Minutes, day));

        var share = bench.Workspace.Instruments.Find("NFLX");
        var week = Range("2025-08-04", "2025-08-09");
        await Whole(bench.Get(new DataWant(share, DataKind.News, default, week)));
        var items = Json("calendar-news-sentiment/alphavantage-news-sentiment.json").GetProperty("feed").EnumerateArray()
            .Where(item => item.GetProperty("ticker_sentiment").EnumerateArray().Any(each => each.GetProperty("ticker").GetString() == "NFLX")).ToList();
        Assert.NotEmpty(items);
        Assert.Equal(
            items.Select(item => (item.GetProperty("time_published").GetString()!, item.GetProperty("url").GetString()!, (decimal?)item.GetProperty("overall_sentiment_score").GetDecimal())),
            News(bench, share, week).Select(item => (UtcNanos.ToDateTime(item.TimeNanos).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture), item.Url, item.Score)));
    }

    [SharedDataFact]
    public async Task Each_recorded_day_half_hour_and_item_of_tiingo_is_in_the_lake()
    {
        await using var simulator = await TiingoSimulator.Start(Recorded);
        using var bench = new FetchBench(("tiingo", simulator.BaseUri));
        var (days, half, year) = (Range("2018-01-01", "2018-02-01"), Range("2018-01-02", "2018-01-03"), Range("2016-01-07", "2016-01-14"));
        var bars = Model.Bars.Days().Of(PriceSource.Last);
        await Whole(bench.Get("GOOGL", bars, days));
        var told = Cassette("ticker_price_pandas_daily_equivalent_requesting_json_or_csv.yaml").EnumerateArray().ToList();
        Assert.Equal(10, told.Count);
        var stored = Bars(bench, "GOOGL", bars, days);
        Assert.Equal(told.Select(row => row.GetProperty("date").GetString()![..10]), stored.Select(bar => UtcNanos.ToIso(bar.At)[..10]));
        Same([.. told.Zip(stored, (row, bar) => (bar.At, Numbers(row)))], stored);

        var halves = Model.Bars.Minutes(30).Of(PriceSource.Last);
        await Whole(bench.Get("GOOGL", halves, half));
        told = [.. Cassette("intraday_price.yaml").EnumerateArray()];
        Assert.Equal(13, told.Count);
        Same([.. told.Select(row => (At(row.GetProperty("date").GetString()!), Numbers(row)))], Bars(bench, "GOOGL", halves, half));

        var share = bench.Workspace.Instruments.Find("GOOGL");
        await Whole(bench.Get(new DataWant(share, DataKind.News, default, year)));
        var item = Assert.Single(Cassette("news.yaml").EnumerateArray().ToList());
        var news = Assert.Single(News(bench, share, year));
        Assert.Equal((At("2016-01-11T23:13:00Z"), item.GetProperty("title").GetString(), item.GetProperty("url").GetString()), (news.TimeNanos, news.Headline, news.Url));
    }

    [SharedDataTheory]
    [InlineData("binance", "spot", "/api/v3/")]
    [InlineData("binance-futures", "usdm", "/fapi/v1/")]
    public async Task Each_captured_print_of_binance_and_the_minutes_of_them_are_in_the_lake(string source, string market, string root)
    {
        await using var simulator = await BinanceDataSimulator.Start(Recorded);
        using var bench = new FetchBench((source, simulator.BaseUri));
        var coin = bench.Workspace.Instruments.Find("BTCUSDT");
        var hour = Range("2024-08-08T23:00Z", "2024-08-09T00:00Z");
        await Whole(bench.Get(new DataWant(coin, DataKind.Trades, default, hour)));
        var told = Captured(market).Where(print => hour.Contains(print.At)).ToList();
        Assert.True(told.Count > 9_000);
        var stored = Prints(bench, coin, hour);
        Assert.Equal(told.Count, stored.Count);
        Assert.All(told.Zip(stored), pair => Assert.Equal(pair.First, pair.Second));

        await Whole(bench.Get("BTCUSDT", Minutes, hour));
        Assert.Equal(
            told.GroupBy(print => UtcNanos.Floor(print.At, UtcNanos.Minute)).Select(minute => (minute.Key, minute.First().Price, minute.Max(each => each.Price), minute.Min(each => each.Price), minute.Last().Price, minute.Sum(each => each.Size))),
            Bars(bench, "BTCUSDT", Minutes, hour).Select(bar => (bar.At, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume)));
        Assert.All(simulator.Requests.All, entry => Assert.StartsWith(root, entry.Target, StringComparison.Ordinal));
    }

    [SharedDataFact]
    public async Task The_recorded_candles_of_oanda_come_as_they_were_asked_for_and_import_as_mid()
    {
        await using var simulator = await OandaDataSimulator.Start(Recorded);
        using var bench = new FetchBench(("oanda", simulator.BaseUri));
        var recorded = Json("brokers/oanda/instruments.json").GetProperty("_v3_instruments_instrument_candles");
        using var http = new HttpClient { BaseAddress = simulator.BaseUri };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer sim-key");
        var body = await http.GetStringAsync(new Uri("v3/instruments/DE30_EUR/candles?count=5&granularity=M5", UriKind.Relative));
        Assert.True(JsonElement.DeepEquals(recorded.GetProperty("response"), JsonDocument.Parse(body).RootElement), body);

        var (file, index) = (Path.Combine(bench.Workspace.Sources, "candles.json"), bench.Workspace.Instruments.Find("DE40"));
        Directory.CreateDirectory(bench.Workspace.Sources);
        await File.WriteAllTextAsync(file, body);
        var bars = Model.Bars.Minutes(5);
        using (var tape = Assert.Single(ImportFormats.Open("oanda-json", file, index, new ImportOptions())))
        {
            bench.Workspace.OpenLake(null).Write(tape.Bars!, tape.Spec, "oanda");
        }

        var told = recorded.GetProperty("response").GetProperty("candles").EnumerateArray().Select(row => (At(row.GetProperty("time").GetString()!), (List<decimal>)
            [.. new[] { "o", "h", "l", "c" }.Select(name => Number(row.GetProperty("mid").GetProperty(name).GetString()!)), row.GetProperty("volume").GetDecimal()])).ToList();
        Same(told, Bars(bench, "DE40", bars, Range("2016-10-17", "2016-10-18")));

        // Of bid and ask, which a fetch wants, nothing is recorded: it says so and invents none.
        var result = await bench.Get("DE40", bars.Of(PriceSource.Bid), Range("2016-10-17", "2016-10-18"));
        Assert.StartsWith("oanda does not have ", Assert.Single(result.Why), StringComparison.Ordinal);
    }

    [SharedDataTheory]
    [InlineData("alphavantage", "AAPL", "1m@last")]
    [InlineData("tiingo", "AAPL", "1d@last")]
    [InlineData("binance", "ETHUSDT", "1m@last")]
    [InlineData("binance-futures", "ETHUSDT", "1m@last")]
    [InlineData("oanda", "EURUSD", "5m@bid")]
    public async Task What_is_not_recorded_is_not_there(string source, string symbol, string bars)
    {
        await using ProviderSimulator simulator = source switch
        {
            "alphavantage" => await AlphaVantageSimulator.Start(Recorded),
            "tiingo" => await TiingoSimulator.Start(Recorded),
            "oanda" => await OandaDataSimulator.Start(Recorded),
            _ => await BinanceDataSimulator.Start(Recorded),
        };
        using var bench = new FetchBench((source, simulator.BaseUri));
        Assert.True(BarSpec.TryParse(bars, null, out var spec));
        var result = await bench.Get(symbol, spec, Range("2024-08-08", "2024-08-09"));
        Assert.False(result.Missing.IsEmpty);
        Assert.StartsWith(source + " does not have ", Assert.Single(result.Why), StringComparison.Ordinal);
        Assert.Empty(bench.Contents);
        Assert.Null(new SourceRoom(bench.Workspace).Health.Of(source).Failure);
    }

    sealed record StoredBar(long At, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume, decimal Point);

    static BarSpec Minutes => Model.Bars.Minutes(1).Of(PriceSource.Last);

    static async Task Whole(Task<FetchResult> fetch)
    {
        var result = await fetch;
        Assert.True(result.Missing.IsEmpty, string.Join(' ', result.Why));
    }

    /// <summary>Times are the same, prices to half a point, since vendors write more digits than an instrument has.</summary>
    static void Same(List<(long At, List<decimal> Numbers)> told, List<StoredBar> stored)
    {
        Assert.Equal(told.Select(row => row.At), stored.Select(bar => bar.At));
        Assert.All(told.Zip(stored), pair =>
        {
            var (row, bar) = (pair.First.Numbers, pair.Second);
            decimal[] prices = [bar.Open, bar.High, bar.Low, bar.Close];
            Assert.All(row.Take(4).Zip(prices), each => Assert.InRange(each.Second - each.First, -bar.Point / 2m, bar.Point / 2m));
            Assert.Equal(row.Count > 4 ? row[4] : 0m, bar.Volume);
        });
    }

    static List<StoredBar> Bars(FetchBench bench, string symbol, BarSpec bars, TimeRange range)
    {
        var instrument = bench.Workspace.Instruments.Find(symbol);
        using var cursor = bench.Workspace.OpenLake(null).Bars(instrument, bars, range);
        var (batch, all) = (new BarBatch(), new List<StoredBar>());
        decimal Price(long raw) => instrument.FromRaw(raw);
        while (cursor.Read(batch))
        {
            all.AddRange(Enumerable.Range(0, batch.Count).Select(at => new StoredBar(batch.OpenTime[at], Price(batch.Open[at]), Price(batch.High[at]), Price(batch.Low[at]), Price(batch.Close[at]), instrument.SizeFromRaw(batch.Volume[at]), Price(1))));
        }

        return all;
    }

    static List<(long At, decimal Price, decimal Size, Side Aggressor)> Prints(FetchBench bench, Instrument coin, TimeRange range)
    {
        using var cursor = bench.Workspace.OpenLake(null).Trades(coin, range);
        var (batch, all) = (new TradeBatch(), new List<(long, decimal, decimal, Side)>());
        while (cursor.Read(batch))
        {
            all.AddRange(Enumerable.Range(0, batch.Count).Select(at => (batch.Time[at], coin.FromRaw(batch.Price[at]), coin.SizeFromRaw(batch.Size[at]), batch.Aggressor[at])));
        }

        return all;
    }

    static List<News> News(FetchBench bench, Instrument share, TimeRange range)
    {
        using var cursor = bench.Workspace.OpenLake(null).News(share, range);
        var (batch, all) = (new NoticeBatch<News>(), new List<News>());
        while (cursor.Read(batch))
        {
            all.AddRange(batch.Notice.Take(batch.Count));
        }

        return all;
    }

    /// <summary>Prints of a capture by the exchange's time.</summary>
    static IEnumerable<(long At, decimal Price, decimal Size, Side Aggressor)> Captured(string market)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path($"binance-ws-capture/{market}/btcusdt_20240808.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            if (line.Contains("@trade\"", StringComparison.Ordinal))
            {
                var data = JsonDocument.Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).RootElement.GetProperty("data");
                yield return (data.GetProperty("T").GetInt64() * UtcNanos.Millisecond, Number(data.GetProperty("p").GetString()!), Number(data.GetProperty("q").GetString()!), data.GetProperty("m").GetBoolean() ? Side.Sell : Side.Buy);
            }
        }
    }

    static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(SharedData.Path(file))).RootElement;

    /// <summary>Body of a recording's first exchange, whose YAML folds it over lines.</summary>
    static JsonElement Cassette(string file)
    {
        var text = File.ReadAllText(SharedData.Path("tiingo-vcr/" + file));
        var from = text.IndexOf("'[{", StringComparison.Ordinal) + 1;
        return JsonDocument.Parse(text[from..(text.IndexOf("]'", from, StringComparison.Ordinal) + 1)].Replace("\n", " ", StringComparison.Ordinal)).RootElement;
    }

    static List<decimal> Numbers(JsonElement row) =>
        [.. new[] { "open", "high", "low", "close", "volume" }.Where(name => row.TryGetProperty(name, out _)).Select(name => row.GetProperty(name).GetDecimal())];

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    static TimeRange Range(string from, string to) => new(At(from), At(to));

    static long At(string iso) => UtcNanos.From(DateTime.Parse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    static long InNewYork(string local) => UtcNanos.From(TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), NewYork));
}
