using System.Globalization;
using System.Text;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Importers;

public sealed class CsvImporterTests
{
    const string Format = "csv";

    static readonly string[] BidAsk = ["time,bid,ask"];

    [SharedDataFact]
    public void TrueFX_ticks_import_with_their_own_offset()
    {
        var ticks = Importing.Ticks(Importing.Open(Format, SharedData.Path("fx-ticks-csv/truefx/usdjpy-ticks.csv"), "USDJPY"));
        Assert.Equal(1_000, ticks.Count);
        Assert.Equal("2013-01-01T22:00:00.295Z", UtcNanos.ToIso(ticks[0].TimeNanos));
        Assert.Equal((86.655m, 86.728m), (ticks[0].Bid, ticks[0].Ask));
    }

    [SharedDataFact]
    public void HistData_ticks_import_by_position_in_the_zone_that_was_told()
    {
        var ticks = Importing.Ticks(Importing.Open(Format, SharedData.Path("fx-ticks-csv/quote_tick_data.csv"), "EURUSD", new ImportOptions { TimeZone = "UTC-5" }));
        Assert.Equal(9_500, ticks.Count);
        Assert.Equal("2020-01-01T22:00:00.065Z", UtcNanos.ToIso(ticks[0].TimeNanos));
        Assert.Equal((1.1212m, 1.12172m), (ticks[0].Bid, ticks[0].Ask));
    }

    [SharedDataTheory]
    [InlineData("backtrader-datas/2006-day-001.txt", "1d@last")]
    [InlineData("backtrader-datas/2006-min-005.txt", "5m@last")]
    [InlineData("daily-csv/GOOG.csv", "1d@last")]
    [InlineData("alphavantage/mock_time_series_extended.csv", "1m@last")]
    [InlineData("fx-bars-csv/cme/6EH4.XCME_1min_bars_20240101_20240131.csv.gz", "1m@last")]
    public void Bars_tell_their_length(string file, string kind)
    {
        var instrument = InstrumentTable.BuiltIn.Find("X", new InstrumentOverrides { Point = 0.000001m, Quote = "USD" });
        var tape = Assert.Single(ImportFormats.Open(Format, SharedData.Path(file), instrument, new ImportOptions()));
        Assert.Equal(kind, tape.Name);
        Assert.True(Importing.Drain(tape).Count > 100);
    }

    [SharedDataFact]
    public void Newest_first_comes_out_oldest_first()
    {
        var path = SharedData.Path("alphavantage/mock_time_series_extended.csv");
        var instrument = InstrumentTable.BuiltIn.Find("IBM", new InstrumentOverrides { Point = 0.000001m, Quote = "USD" });
        var bars = Importing.Bars(Assert.Single(ImportFormats.Open(Format, path, instrument, new ImportOptions { TimeZone = "America/New_York", Stamp = BarStamp.Close })));
        var lines = File.ReadAllLines(path)[1..].Where(line => line.Length > 0).ToArray();
        Assert.Equal(lines.Length, bars.Count);
        Assert.Equal(lines.Reverse().Select(line => decimal.Parse(line.Split(',')[4], CultureInfo.InvariantCulture)), bars.Select(bar => bar.Close));
        Assert.Equal("2020-12-19T01:00:00Z", UtcNanos.ToIso(bars[^1].CloseNanos));
    }

    [SharedDataFact]
    public void Public_trades_come_with_their_aggressor()
    {
        var instrument = InstrumentTable.BuiltIn.Find("ETHUSDT");
        var trades = Importing.Trades(Assert.Single(ImportFormats.Open(Format, SharedData.Path("crypto-trades-csv/orderflow/public_trades_list.csv"), instrument, new ImportOptions())));
        Assert.Equal(1_000, trades.Count);
        Assert.Equal((1666.8m, 26.062m, Side.Buy), (trades[0].Price, trades[0].Size, trades[0].Aggressor));
        Assert.Equal("2023-02-02T09:20:00.138Z", UtcNanos.ToIso(trades[0].TimeNanos));
    }

    [SharedDataFact]
    public void Dates_that_could_be_two_days_are_asked_for()
    {
        var path = SharedData.Path("backtrader-datas/bidask.csv");
        Assert.Equal("WB2506", Assert.Throws<WorkbenchException>(() => Importing.Open(Format, path, "AUDUSD")).Code);
        var options = new ImportOptions { TimeFormat = "dd/MM/yyyy HH:mm:ss", MaxBackwardsShare = 0.1m, MaxCrossedShare = 0.1m };
        Assert.Equal("2010-03-02T16:53:50Z", UtcNanos.ToIso(Importing.Ticks(Importing.Open(Format, path, "AUDUSD", options))[0].TimeNanos));
    }

    [Theory]
    [InlineData("time,bid,ask", "1704067200.5,1.1,1.2")]
    [InlineData("Timestamp;Bid;Ask", "1704067200500;1.1;1.2")]
    [InlineData("\"ts\",\"bid_price\",\"ask_price\"", "\"1704067200500000\",\"1.1\",\"1.2\"")]
    [InlineData("time\tbid\task", "1704067200500000000\t1.1\t1.2")]
    [InlineData("Gmt time,Ask,Bid", "01.01.2024 00:00:00.500,1.2,1.1")]
    [InlineData("<DATE>\t<TIME>\t<BID>\t<ASK>", "2024.01.01\t00:00:00.500\t1.1\t1.2")]
    [InlineData("datetime,bid,ask", "2024-01-01T01:00:00.5+01:00,1.1,1.2")]
    [InlineData("", "EUR/USD,20240101 00:00:00.500,1.1,1.2")]
    [InlineData("", "20240101 000000500,1.10000,1.20000,0")]
    public void Times_and_headers_of_many_vendors_are_understood(string header, string row)
    {
        var tick = Assert.Single(Importing.Ticks(Open(header.Length == 0 ? [row] : [header, row])));
        Assert.Equal("2024-01-01T00:00:00.5Z", UtcNanos.ToIso(tick.TimeNanos));
        Assert.Equal((1.1m, 1.2m), (tick.Bid, tick.Ask));
    }

    [Theory]
    [InlineData("time=1,bid=3,ask=2")]
    [InlineData("time=when, bid=b1, ask=a1")]
    public void Columns_can_be_told_by_number_or_name(string columns)
    {
        var tick = Assert.Single(Importing.Ticks(Open(["when,a1,b1", "2024-01-01,1.2,1.1"], new ImportOptions { Columns = columns })));
        Assert.Equal((1.1m, 1.2m), (tick.Bid, tick.Ask));
    }

    [Fact]
    public void The_repeated_hour_of_autumn_goes_on_forward()
    {
        var times = Importing.Ticks(Open(
            [.. BidAsk, "2024-11-03 00:30:00,1.1,1.2", "2024-11-03 01:10:00,1.1,1.2", "2024-11-03 01:50:00,1.1,1.2", "2024-11-03 01:10:00,1.1,1.2", "2024-11-03 02:10:00,1.1,1.2"],
            new ImportOptions { TimeZone = "America/New_York" })).Select(tick => UtcNanos.ToIso(tick.TimeNanos)[11..16]);
        Assert.Equal(["04:30", "05:10", "05:50", "06:10", "07:10"], times);
    }

    [Fact]
    public void A_missing_column_is_named_with_those_there_are()
    {
        var error = Assert.Throws<WorkbenchException>(() => Open(["time,bid,sell", "2024-01-01,1,2"]));
        Assert.Equal(("WB2507", ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains("ask", error.Message, StringComparison.Ordinal);
        Assert.Contains("time, bid, sell", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_time_is_shown_with_its_row()
    {
        var error = Assert.Throws<WorkbenchException>(() => Importing.Drain(Open([.. BidAsk, "2024-01-01 00:00:00,1.1,1.2", "yesterday,1.1,1.2"])));
        Assert.Equal("WB2505", error.Code);
        Assert.Contains("row 3: 'yesterday'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-01-01,abc,1.2", "WB2503")]
    [InlineData("2024-01-01,1.1", "WB2502")]
    [InlineData("2024-01-01,1.1,\"1.2", "WB2502")]
    [InlineData("2024-01-01,1.1,1.234567", "WB2504")]
    [InlineData("2024-01-01,99999999999999999999,1.2", "WB2503")]
    public void A_row_that_cannot_be_read_is_refused(string row, string code) =>
        Assert.Equal(code, Assert.Throws<WorkbenchException>(() => Importing.Drain(Open([.. BidAsk, row]))).Code);

    [Fact]
    public void Time_going_backwards_is_refused_unless_a_share_is_borne()
    {
        string[] rows = [.. BidAsk, "2024-01-01 00:00:01,1.1,1.2", "2024-01-01 00:00:03,1.1,1.2", "2024-01-01 00:00:02,1.1,1.2", "2024-01-01 00:00:04,1.1,1.2"];
        var error = Assert.Throws<WorkbenchException>(() => Importing.Drain(Open(rows)));
        Assert.Equal("WB2305", error.Code);
        Assert.Contains("row 4", error.Message, StringComparison.Ordinal);

        var report = Importing.Drain(Open(rows, new ImportOptions { MaxBackwardsShare = 0.25m }));
        Assert.Equal((3, 1, 1), (report.Count, report.Backwards, report.Rejected));
        Assert.Equal("WB2306", Assert.Throws<WorkbenchException>(() => Importing.Drain(Open(rows, new ImportOptions { MaxBackwardsShare = 0.1m }))).Code);
    }

    [Fact]
    public void A_row_with_bid_above_ask_is_counted_and_refused_above_one_percent()
    {
        var rows = Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"{1704067200 + i},{(i is 50 or 60 ? 1.3 : 1.1)},1.2")).ToList();
        Assert.Equal(2, Importing.Drain(Open([.. BidAsk, .. rows])).Crossed);
        rows[70] = "1704067270,1.3,1.2";
        Assert.Equal("WB2306", Assert.Throws<WorkbenchException>(() => Importing.Drain(Open([.. BidAsk, .. rows]))).Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_file_read_from_its_end_equals_the_one_read_from_its_start(int seed)
    {
        var dice = new SeededRandom(seed);
        var rows = Enumerable.Range(0, 5_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{1704067200 + i * 3},{1 + dice.Next(90_000) / 100_000m},2{new string('0', dice.Next(40))}")).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i] = rows[i].Replace(",2", ",2.", StringComparison.Ordinal);
        }

        var forward = Importing.Ticks(Open([.. BidAsk, .. rows]));
        rows.Reverse();
        var backward = Importing.Ticks(Open([.. BidAsk, .. rows]));
        Assert.Equal(5_000, forward.Count);
        Assert.Equal(forward.Select(tick => (tick.TimeNanos, tick.BidRaw)), backward.Select(tick => (tick.TimeNanos, tick.BidRaw)));
    }

    static Tape Open(IEnumerable<string> lines, ImportOptions? options = null)
    {
        // The folder is left to the system: a cursor reads the file after this returns.
        var file = Path.Combine(Directory.CreateTempSubdirectory("workbench-csv-").FullName, "data.csv");
        File.WriteAllText(file, string.Join("\n", lines) + "\n", Encoding.UTF8);
        return Importing.Open(Format, file, "EURUSD", options);
    }
}
