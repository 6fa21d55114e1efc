using System.Globalization;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Importers;

/// <summary>News, calendars and sentiment of four vendors, held value by value against their files.</summary>
public sealed class NoticeImporterTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SharedDataFact]
    public void Every_value_of_the_week_is_read_with_the_time_of_the_row_above_where_it_has_none()
    {
        var tapes = ImportFormats.Open("forexfactory-csv", SharedData.Path("calendar-news-sentiment/forexfactory-week-2025-08-17.csv"), new ImportOptions());
        var read = tapes.SelectMany(tape => Notices.Read(tape.Calendar!)).Select(Line).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(Week.Split('\n').Select(line => line.Trim()).Order(StringComparer.Ordinal), read);
        Assert.Equal(30, read.Count);
        Assert.Contains("America/New_York", tapes[0].Report.Warnings[0]);
    }

    [SharedDataFact]
    public void A_pair_asks_for_its_two_currencies_and_another_zone_moves_all_times()
    {
        var path = SharedData.Path("calendar-news-sentiment/forexfactory-week-2025-08-17.csv");
        var pair = ImportFormats.Open("forexfactory-csv", path, InstrumentTable.BuiltIn.Find("EURUSD"), new ImportOptions { TimeZone = "UTC" });

        Assert.Equal(["EUR", "USD"], pair.Select(tape => tape.Instrument.Symbol));
        Assert.Equal("2025-08-18T05:00:00Z", UtcNanos.ToIso(Notices.Read(pair[0].Calendar!)[0].TimeNanos));
        Assert.Equal("WB2811", Assert.Throws<WorkbenchException>(() => ImportFormats.Open("forexfactory-csv", path, Instrument.OfCurrency("CHF"), new ImportOptions())).Code);
    }

    [SharedDataFact]
    public void Both_items_of_alpha_vantage_are_read_whole()
    {
        var tape = Assert.Single(ImportFormats.Open("alphavantage-news", SharedData.Path("calendar-news-sentiment/alphavantage-news-sentiment.json"), Share("AAPL"), new ImportOptions()));
        var news = Notices.Read(tape.News!);

        Assert.Equal(["2025-08-04T21:39:00Z", "2025-08-05T08:00:00Z"], news.Select(item => UtcNanos.ToIso(item.TimeNanos)));
        Assert.Equal(("Why Apple Stock Lagged the Market on Monday", "Motley Fool", 0.014742m, "Neutral", "AAPL"), (news[0].Headline, news[0].Source, news[0].Score!.Value, news[0].Label, news[0].Symbol));
        Assert.Equal("https://www.fool.com/investing/2025/08/04/why-apple-stock-lagged-the-market-on-monday/", news[0].Url);
        Assert.Equal([new("GOOG", 0.38489m, -0.197609m, "Somewhat-Bearish"), new("AAPL", 0.759278m, 0.095296m, "Neutral"), new("BCS", 0.38489m, 0.045647m, "Neutral")], news[0].Tickers);
        Assert.Equal(("Bull of the Day: Netflix, Inc.  ( NFLX )", "Zacks Commentary", 0.22947m, "Somewhat-Bullish", ""), (news[1].Headline, news[1].Source, news[1].Score!.Value, news[1].Label, news[1].Summary));
        Assert.Equal("https://www.zacks.com/commentary/2663897/bull-of-the-day-netflix-inc-nflx", news[1].Url);
        Assert.Equal(
            [new("NFLX", 0.803892m, 0.303141m, "Somewhat-Bullish"), new("GOOG", 0.035555m, 0.190639m, "Somewhat-Bullish"), new("NVDA", 0.07104m, -0.010292m, "Neutral"), new("AAPL", 0.106384m, 0.02629m, "Neutral")],
            news[1].Tickers);
        Assert.Equal(0.02629m, news[1].About!.Score);
    }

    [SharedDataFact]
    public void The_tone_of_both_items_towards_a_share_is_its_sentiment_where_that_is_asked_for()
    {
        var path = SharedData.Path("calendar-news-sentiment/alphavantage-news-sentiment.json");
        var tape = Assert.Single(ImportFormats.Open("alphavantage-news", path, Share("AAPL"), new ImportOptions { Kind = DataKind.Sentiment }));
        Assert.Equal(
            [("2025-08-04T21:39:00Z", 0.547648m, 0.452352m, 0.759278m), ("2025-08-05T08:00:00Z", 0.513145m, 0.486855m, 0.106384m)],
            Notices.Read(tape.Sentiment!).Select(each => (UtcNanos.ToIso(each.TimeNanos), each.LongShare, each.ShortShare, each.Confidence!.Value)));
    }

    [Fact]
    public void A_label_is_one_however_it_is_spelt_and_an_item_of_others_is_passed_over()
    {
        const string item = "{\"title\":\"T\",\"url\":\"u\",\"time_published\":\"20250805T080000\",\"overall_sentiment_score\":0.2,\"overall_sentiment_label\":\"Somewhat_Bullish\",\"ticker_sentiment\":[{\"ticker\":\"CRYPTO:BTC\",\"relevance_score\":\"1\"}]}";
        var path = Write("news.json", $$"""{"feed":[{{item}},{{item}}]}""");

        var tape = Assert.Single(ImportFormats.Open("alphavantage-news", path, InstrumentTable.BuiltIn.Find("BTCUSD"), new ImportOptions()));
        var read = Assert.Single(Notices.Read(tape.News!));
        Assert.Equal(("Somewhat-Bullish", "BTC"), (read.Label, read.Tickers[0].Symbol));
        Assert.Contains(tape.Report.Warnings, warning => warning.Contains("more than once"));
        Assert.Equal("WB2811", Assert.Throws<WorkbenchException>(() => ImportFormats.Open("alphavantage-news", path, Share("AAPL"), new ImportOptions())).Code);
    }

    [Fact]
    public void A_message_instead_of_news_is_refused_and_not_repeated()
    {
        var path = Write("limit.json", """{"Information":"We have detected your API key as SECRET123 and our limit is 25 requests a day."}""");

        var refused = Assert.Throws<WorkbenchException>(() => ImportFormats.Open("alphavantage-news", path, Share("AAPL"), new ImportOptions()));

        Assert.Equal("WB2809", refused.Code);
        Assert.DoesNotContain("SECRET123", refused.ToString());
    }

    [SharedDataFact]
    public void Tiingo_s_recorded_news_are_read_by_publication_and_its_refusal_is_one()
    {
        var tape = Assert.Single(ImportFormats.Open("tiingo-news", SharedData.Path("tiingo-vcr/news.yaml"), Share("AAPL"), new ImportOptions()));
        var item = Assert.Single(Notices.Read(tape.News!));

        Assert.Equal(("2016-01-11T23:13:00Z", "Tech giants may be stronger than you think", "cnbc.com"), (UtcNanos.ToIso(item.TimeNanos), item.Headline, item.Source));
        Assert.Equal("http://www.cnbc.com/2016/01/11/tech-giants-may-be-stronger-than-you-think.html", item.Url);
        Assert.StartsWith("Technology companies could soon rebound from the dip that China’s markets caused them", item.Summary);
        Assert.Equal(["GOOGL", "AAPL", "AMZN", "MSFT", "NFLX", "FB"], item.Tickers.Select(ticker => ticker.Symbol));
        Assert.Null(item.Score);
        Assert.Equal("WB2809", Assert.Throws<WorkbenchException>(() => ImportFormats.Open("tiingo-news", SharedData.Path("tiingo-vcr/news_bulk.yaml"), Share("AAPL"), new ImportOptions())).Code);
    }

    [SharedDataFact]
    public void Forex_labs_gives_its_release_and_its_seventy_two_ratios()
    {
        var (path, pair) = (SharedData.Path("brokers/oanda/forexlabs.json"), InstrumentTable.BuiltIn.Find("EURUSD"));
        var release = Assert.Single(Notices.Read(Assert.Single(ImportFormats.Open("oanda-forexlabs", path, pair, new ImportOptions())).Calendar!));
        var ratios = Notices.Read(Assert.Single(ImportFormats.Open("oanda-forexlabs", path, pair, new ImportOptions { Kind = DataKind.Sentiment })).Sentiment!);

        Assert.Equal("2018-03-01T15:00:00Z USD High ISM Manufacturing 60.8|59.5|59.1 index", Line(release));
        Assert.Equal(72, ratios.Count);
        Assert.Equal(("2018-03-01T17:20:01Z", 0.4422m, 0.5578m), (UtcNanos.ToIso(ratios[0].TimeNanos), ratios[0].LongShare, ratios[0].ShortShare));
        Assert.Equal(("2018-03-02T17:00:01Z", 0.4211m, 0.5789m), (UtcNanos.ToIso(ratios[^1].TimeNanos), ratios[^1].LongShare, ratios[^1].ShortShare));
        Assert.Equal(0.44m, ratios.Single(ratio => ratio.TimeNanos == 1_519_956_001 * UtcNanos.Second).LongShare);
    }

    [Fact]
    public void A_release_is_not_announced_before_the_one_whose_figure_it_calls_previous()
    {
        var path = Write("calendar.csv", """
            time,currency,impact,event,actual,forecast,previous,announced,revises,revised
            2025-08-18T12:00:00Z,USD,high,Daily Rate,1%,1%,2%,,,
            2025-08-18T20:00:00Z,USD,high,Daily Rate,3%,2%,1%,,,1.5%
            2025-08-19T20:00:00Z,USD,Medium,Speech,,,,2025-08-19T00:00:00Z,,
            2025-08-20T08:00:00Z,USD,high,Daily Rate,3.1%,,3%,,2025-08-18T20:00:00Z,
            2025-08-25T08:00:00Z,USD,low,Bids,4.33|2.4,5-0-4,0.5,2025-01-01T00:00:00Z,,
            """);

        var tape = Assert.Single(ImportFormats.Open("csv", path, new ImportOptions()));
        var entries = Notices.Read(tape.Calendar!);

        Assert.Equal(
            ["2025-08-17T12:00:00Z", "2025-08-18T12:00:00Z", "2025-08-19T00:00:00Z", "2025-08-20T08:00:00Z", "2025-08-18T08:00:00Z"],
            entries.Select(entry => UtcNanos.ToIso(entry.AnnouncedNanos)));
        Assert.Equal(entries[1].TimeNanos, entries[3].RevisesNanos);
        Assert.Equal((1.5m, (decimal?)null, (decimal?)null), (entries[1].RevisedPrevious!.Value, entries[4].Actual, entries[4].Forecast));
        Assert.Contains(tape.Report.Warnings, warning => warning.StartsWith("2 cells hold several figures", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SunAug 17,6:30pm,NZD,Low,X,1,,", "week.csv", "WB2800")]
    [InlineData("MonAug 17,6:30pm,NZD,Low,X,1,,", "week-2025.csv", "WB2801")]
    [InlineData("Someday,6:30pm,NZD,Low,X,1,,", "week-2025.csv", "WB2802")]
    [InlineData("SunAug 17,noon,NZD,Low,X,1,,", "week-2025.csv", "WB2803")]
    [InlineData("SunAug 17,,NZD,Low,X,1,,", "week-2025.csv", "WB2804")]
    [InlineData("SunAug 17,6:30pm,NZD,Low,X,1x,,", "week-2025.csv", "WB2805")]
    [InlineData("SunAug 17,6:30pm,NZD,Low,X,1%,2M,", "week-2025.csv", "WB2806")]
    [InlineData("SunAug 17,6:30pm,Dollar,Low,X,1,,", "week-2025.csv", "WB2807")]
    [InlineData("SunAug 17,6:30pm,NZD,Huge,X,1,,", "week-2025.csv", "WB2808")]
    [InlineData("SunAug 17,6:30pm,NZD,Low", "week-2025.csv", "WB2502")]
    public void A_row_that_cannot_be_read_is_refused_with_its_place(string row, string name, string code)
    {
        var path = Write(name, "date,time,currency,impact,event,actual,forecast,previous\n" + row + "\n");

        var refused = Assert.Throws<WorkbenchException>(() => ImportFormats.Open("forexfactory-csv", path, new ImportOptions()));

        Assert.Equal(code, refused.Code);
        Assert.Contains(name, refused.Message);
    }

    [Fact]
    public void A_figure_whose_hour_nobody_knows_is_told_at_its_day_s_end_and_a_week_may_end_in_another_year()
    {
        var path = Write("week-2025-12-28.csv", """
            date,time,currency,impact,event,actual,forecast,previous
            WedDec 31,Tentative,USD,Low,Report,1.2B,,
            ThuJan 1,All Day,USD,Holiday,Bank Holiday,,,
            FriJan 2,8:30am,USD,High,Claims,"1,210K",<1250K,0K
            """);

        var entries = Notices.Read(Assert.Single(ImportFormats.Open("forexfactory-csv", path, new ImportOptions { TimeZone = "UTC" })).Calendar!);

        Assert.Equal(
            ["2026-01-01T00:00:00Z USD Low Report 1200000000||", "2026-01-01T00:00:00Z USD Unknown Bank Holiday ||", "2026-01-02T08:30:00Z USD High Claims 1210000|1250000|0"],
            entries.Select(Line));
    }

    [Fact]
    public void Sentiment_of_a_table_is_read_in_shares_or_hundredths_and_nonsense_is_counted()
    {
        var path = Write("sentiment.csv", "time,long,short,confidence,source\n2025-01-01T00:00:00Z,44.22%,55.78%,0.9,x\n2025-01-01T00:01:00Z,0.5,,,\n2025-01-01T00:02:00Z,80,70,,\n");

        var tape = Assert.Single(ImportFormats.Open("csv", path, InstrumentTable.BuiltIn.Find("EURUSD"), new ImportOptions { MaxRejectedShare = 0.5m }));
        var read = Notices.Read(tape.Sentiment!);

        Assert.Equal([(0.4422m, 0.5578m, 0.9m), (0.5m, 0.5m, null)], read.Select(each => (each.LongShare, each.ShortShare, each.Confidence)));
        Assert.Equal(1, tape.Report.Rejected);
        var strict = Assert.Single(ImportFormats.Open("csv", path, InstrumentTable.BuiltIn.Find("EURUSD"), new ImportOptions()));
        Assert.Equal("WB2306", Assert.Throws<WorkbenchException>(() => Notices.Read(strict.Sentiment!)).Code);
    }

    [Fact]
    public void News_of_a_table_are_told_by_their_time_whatever_their_order()
    {
        var path = Write("news.csv", "published,headline,source,tickers,score\n2025-01-02T00:00:00Z,\"Later, and \"\"quoted\"\"\",A,aapl msft,0.25\n2025-01-01T09:00:00+01:00,Earlier,B,,\n");

        var news = Notices.Read(Assert.Single(ImportFormats.Open("csv", path, Share("AAPL"), new ImportOptions())).News!);

        Assert.Equal([("Earlier", "2025-01-01T08:00:00Z"), ("Later, and \"quoted\"", "2025-01-02T00:00:00Z")], news.Select(item => (item.Headline, UtcNanos.ToIso(item.TimeNanos))));
        Assert.Equal(0.25m, news[1].Score);
    }

    string Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    static Instrument Share(string symbol) => InstrumentTable.BuiltIn.Find(symbol, new InstrumentOverrides { Point = 0.01m, Quote = "USD" });

    static string Line(CalendarEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{UtcNanos.ToIso(entry.TimeNanos)} {entry.Symbol} {entry.Impact} {entry.Name} {Plain(entry.Actual)}|{Plain(entry.Forecast)}|{Plain(entry.Previous)} {entry.Unit}").Trim();

    static string Plain(decimal? figure) => figure?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The thirty rows as a person reads them: UTC for New York's summer time, K to T multiplied out.</summary>
    const string Week = """
        2025-08-17T22:30:00Z NZD Low BusinessNZ Services Index 48.9||47.6
        2025-08-17T23:01:00Z GBP Low Rightmove HPI m/m -1.3||-1.2 %
        2025-08-18T04:30:00Z JPY Low Tertiary Industry Activity m/m 0.5|0.2|0.3 %
        2025-08-18T09:00:00Z EUR Low Trade Balance 2800000000|18100000000|15600000000
        2025-08-18T12:15:00Z CAD Low Housing Starts 294000|264000|284000
        2025-08-18T12:30:00Z CAD Low Foreign Securities Purchases 710000000|-4750000000|-6290000000
        2025-08-18T14:00:00Z USD Low NAHB Housing Market Index 32|34|33
        2025-08-18T22:45:00Z NZD Low PPI Input q/q 0.6|1.4|2.9 %
        2025-08-18T22:45:00Z NZD Low PPI Output q/q 0.6|1|2.1 %
        2025-08-18T23:48:00Z AUD Low Westpac Consumer Sentiment 5.7||0.6 %
        2025-08-19T08:00:00Z EUR Low Current Account 35800000000|33400000000|31800000000
        2025-08-19T12:00:00Z USD Medium President Trump Speaks ||
        2025-08-19T12:30:00Z CAD High CPI m/m 0.3|0.3|0.1 %
        2025-08-19T12:30:00Z CAD High Median CPI y/y 3.1|3.1|3 %
        2025-08-19T12:30:00Z CAD High Trimmed CPI y/y 3|3|3 %
        2025-08-19T12:30:00Z CAD Medium Common CPI y/y 2.6|2.7|2.6 %
        2025-08-19T12:30:00Z CAD Low Core CPI m/m 0.1||0.1 %
        2025-08-19T12:30:00Z USD Low Building Permits 1350000|1390000|1400000
        2025-08-19T12:30:00Z USD Low Housing Starts 1430000|1290000|1360000
        2025-08-19T14:00:00Z USD Low FOMC Member Bowman Speaks ||
        2025-08-19T15:01:00Z NZD Low GDT Price Index -0.3||0.7 %
        2025-08-19T20:30:00Z USD Low API Weekly Statistical Bulletin ||
        2025-08-19T23:50:00Z JPY Low Core Machinery Orders m/m 3|-0.4|-0.6 %
        2025-08-19T23:50:00Z JPY Low Trade Balance -300000000000|-70000000000|-250000000000
        2025-08-20T01:00:00Z CNY Medium 1-y Loan Prime Rate 3|3|3 %
        2025-08-20T01:00:00Z CNY Medium 5-y Loan Prime Rate 3.5|3.5|3.5 %
        2025-08-20T02:00:00Z NZD High Official Cash Rate 3|3|3.25 %
        2025-08-20T02:00:00Z NZD High RBNZ Monetary Policy Statement ||
        2025-08-20T02:00:00Z NZD High RBNZ Rate Statement ||
        2025-08-20T03:00:00Z NZD High RBNZ Press Conference ||
        """;
}
