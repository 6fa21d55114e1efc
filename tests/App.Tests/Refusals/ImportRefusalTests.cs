using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Refusals;

/// <summary>Vendor files that are not what they should be: one clear error each, and a lake that is as it was.</summary>
[Collection(LabCollection.Name)]
public sealed class ImportRefusalTests(Lab lab)
{
    // 200 sound records of the vendor's tick format, and 30 bytes of them, both packed as LZMA-alone.
    const string Sound = "XQAAAQD//////////wAAaP7d30I8q0FQULQ0KyRAGdBASUcurD8QgSlF8+ouVCR1vgVVchLK7iT6WEW5phN1iVO6INL5hfsVEyX2Ttn0/Tliedih5wY+04w8h8tS35yBulhgFn6MjqO8oERt5shSP/V2GTQd4m6VZE7c/mFpGmNGkKpyvwRpYSCSdgSuv8b52ou3Tpvzp7bRKjQgPtWJXjeW4YFUilCEC5XDvXaVJUrSxohm2BW3v4q90wplaxRQl2SONK1vBjRL8WFHe1J5cN10tXwTy/7U0O4d2Jvwzbc/0Y0vck06SZCLltKAbXbcnyrKDRAEriZn+MiUVL8LfOTx129U6s1Q0A3QpuZMJNL45Ph93Tqmi0KVXxMHa8PjK9Wz0omK0RJog3ynAxCdDi+kSuRny5KAEYsfGQrxdRLO9IUxw6/Vho/hon+sgADALIiatoow9kbmCNpa5JEMCSU7NIzbVONQbJITAllvfG5QUBVTlamY1t+U4vCwEaoiFH38P1CxKZZwlsVpXeZdq9nCVU4/Z7b9IFBBAxkW7plTLdQimEkUCKjZtNDSCbPmFeDBj6hYboCVRhHxjzLf4IFtfKN/aZs0Bp308sO4Da/EOgUMFkkMLzMDA2c11c6Oy1X1ATxZ2b1soDZuKBy+FhPJtbpeOhRHXdIoA4Qr42F6t+gXeFb9n0p9HY28Axc5zuzNJKaH5gSOeQVdTnLUyI4FsPdDlMXh4Bc4v2JEaZH9uuCJaTwhU2c9i6lWhvgAbmduvxXlFptOfmyxJTysNzKhJT2T2M6RR3V/Sk+2GikZUQo/ks5s7urpPKNj2fWyjgl5mCj8imOe97lL2bePFX1QgBmQVPI298re2GzAsiDA3U25upFIFAvDBdiYDt16kWfoHA+x7K0FBOgmiz8jWmmePENKiCC9RYy0dbXIvPvUXG6AvuXyU7/SIM7f//YqvAA=";
    const string ThirtyBytes = "XQAAAQD//////////wAAaP7d30I8q0FQULQ0KyRAGdBASQZAo3//45/AAA==";
    const string Hour = "GBPJPY/2012/11/03/08h_ticks.bi5";

    [Fact]
    public void A_sound_hour_is_taken()
    {
        using var shell = lab.Fresh();
        WriteHour(shell, Convert.FromBase64String(Sound));
        Assert.Equal(200, ImportHours(shell, "GBPJPY").Good().Json().GetProperty("count").GetInt32());
    }

    [Fact]
    public void A_bi5_that_is_not_LZMA_is_refused() => RefusesHour("this is text, and no packed stream at all"u8.ToArray(), "WB2401", "not LZMA");

    [Fact]
    public void A_truncated_bi5_is_refused() => RefusesHour(Convert.FromBase64String(Sound)[..500], "WB2401", "cut off");

    [Fact]
    public void A_bi5_of_no_whole_records_is_refused() => RefusesHour(Convert.FromBase64String(ThirtyBytes), "WB2402", "30 bytes");

    [Fact]
    public void An_instrument_without_a_point_size_is_refused()
    {
        using var shell = lab.Fresh();
        WriteHour(shell, Convert.FromBase64String(Sound));
        ImportHours(shell, "ZZTOP", "--quote", "USD").Refused("WB2002", ExitCode.Data).Saying("point size");
        ImportHours(shell, "ZZTOP").Refused("WB2001", ExitCode.NotFound);
        ImportHours(shell, "ZZTOP", "--quote", "USD", "--point", "0").Refused("WB2003", ExitCode.Usage);
        Assert.Equal("", Shell.Snapshot(shell.Lake));
    }

    [Theory]
    [InlineData("time,bid\n2024-01-02 00:00:00,1.1\n", "WB2507", "ask")]
    [InlineData("time,bid,ask\n2024-01-02 00:00:00,1.1,1.2\nyesterday,1.1,1.2\n", "WB2505", "row 3")]
    [InlineData("time,bid,ask\n2024-01-02 00:00:00,1.1,1.2\n2024-01-02 00:00:01,1.x,1.2\n", "WB2503", "row 3")]
    [InlineData("time,bid,ask\n2024-01-02 00:00:01,1.1,1.2\n2024-01-02 00:00:00,1.1,1.2\n2024-01-02 00:00:02,1.1,1.2\n", "WB2305", "row 3")]
    [InlineData("time,bid,ask\n2024-01-02 00:00:00,1.1,1.2\n2024-01-02 00:00:01,1.123456,1.2\n", "WB2504", "row 3")]
    public void A_bad_table_is_refused_with_its_row(string text, string code, string said)
    {
        using var shell = lab.FreshWithData();
        var before = Shell.Snapshot(shell.Lake);
        ImportCsv(shell, text).Refused(code, ExitCode.Data).Saying(said);
        Assert.Equal(before, Shell.Snapshot(shell.Lake));
    }

    [Fact]
    public void Crossed_quotes_are_counted_and_refused_above_the_share_that_is_borne()
    {
        const string table = "time,bid,ask\n2024-01-02 00:00:00,1.1,1.2\n2024-01-02 00:00:01,1.3,1.2\n2024-01-02 00:00:02,1.1,1.2\n2024-01-02 00:00:03,1.1,1.2\n";
        using var shell = lab.Fresh();
        ImportCsv(shell, table).Refused("WB2306", ExitCode.Data).Saying("1 of 4").Saying("--max-crossed 0.25");
        Assert.Equal("", Shell.Snapshot(shell.Lake));

        var borne = ImportCsv(shell, table, "--max-crossed", "0.25").Good();
        Assert.Equal((4, 1), (borne.Json().GetProperty("count").GetInt32(), borne.Json().GetProperty("crossed").GetInt32()));
        Assert.Single(borne.Json().GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public void Rows_that_go_backwards_are_left_out_where_the_user_bears_them()
    {
        const string table = "time,bid,ask\n2024-01-02 00:00:01,1.1,1.2\n2024-01-02 00:00:00,1.1,1.2\n2024-01-02 00:00:02,1.1,1.2\n";
        using var shell = lab.Fresh();
        var json = ImportCsv(shell, table, "--max-backwards", "0.5").Good().Json();
        Assert.Equal((2, 1), (json.GetProperty("count").GetInt32(), json.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public void A_table_without_rows_is_an_answer_and_no_data()
    {
        using var shell = lab.FreshWithData();
        var before = Shell.Snapshot(shell.Lake);
        Assert.Equal(0, ImportCsv(shell, "time,bid,ask\n").Good().Json().GetProperty("count").GetInt32());
        Assert.Equal(before, Shell.Snapshot(shell.Lake));
        shell.Run("backtest", Scripts.SmaCross, "--data", "GBPUSD").Refused("WB2101", ExitCode.NotFound);
    }

    [Fact]
    public void A_format_or_path_that_is_not_there_is_named()
    {
        using var shell = lab.Fresh();
        shell.Run("data", "import", "nowhere", "--instrument", "EURUSD", "--format", "csv").Refused("WB2302", ExitCode.NotFound);
        shell.Run("data", "import", shell.Path("."), "--instrument", "EURUSD", "--format", "dukascopy-bi").Refused("WB2301", ExitCode.Usage).Saying("Did you mean dukascopy-bi5?");
        shell.Run("data", "import", shell.Path("."), "--instrument", "EURUSD", "--format", "dukascopy-bi5").Refused("WB2303", ExitCode.Data);
    }

    [Fact]
    public void Real_and_generated_ticks_are_not_mixed()
    {
        using var shell = lab.FreshWithData();
        var before = Shell.Snapshot(shell.Lake);
        ImportCsvOf("EURUSD", shell, "time,bid,ask\n2024-03-05 00:00:00,1.1,1.2\n").Refused("WB2105", ExitCode.Data).Saying("SYNTHETIC");
        Assert.Equal(before, Shell.Snapshot(shell.Lake));
    }

    [Theory]
    [InlineData("--adjust", "absent.csv", "WB2604", "only those of lean")]
    [InlineData("--as-ticks", "sideways", "WB1005", "close")]
    [InlineData("--as-trades", "close", "WB2304", "bars")]
    public void A_conversion_that_cannot_be_is_refused(string option, string value, string code, string said)
    {
        using var shell = lab.FreshWithData();
        var before = Shell.Snapshot(shell.Lake);
        var answer = ImportCsv(shell, "time,bid,ask\n2024-01-02 00:00:00,1.1,1.2\n", option, value);
        answer.Refused(code, code == "WB2304" ? ExitCode.Data : ExitCode.Usage).Saying(said);
        Assert.Equal(before, Shell.Snapshot(shell.Lake));
    }

    void RefusesHour(byte[] file, string code, string said)
    {
        using var shell = lab.FreshWithData();
        var before = Shell.Snapshot(shell.Lake);
        WriteHour(shell, file);
        var answer = ImportHours(shell, "GBPJPY").Refused(code, ExitCode.Data).Saying(said).Saying("08h_ticks.bi5");
        Assert.Equal(code, answer.Json().GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(before, Shell.Snapshot(shell.Lake));
    }

    static void WriteHour(Shell shell, byte[] file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(shell.Path(Hour))!);
        File.WriteAllBytes(shell.Path(Hour), file);
    }

    static Answer ImportHours(Shell shell, string symbol, params string[] more) =>
        shell.Run(["data", "import", shell.Path("GBPJPY"), "--instrument", symbol, "--format", "dukascopy-bi5", "--json", .. more]);

    static Answer ImportCsv(Shell shell, string text, params string[] more) => ImportCsvOf("GBPUSD", shell, text, more);

    static Answer ImportCsvOf(string symbol, Shell shell, string text, params string[] more) =>
        shell.Run(["data", "import", shell.Write("table.csv", text), "--instrument", symbol, "--format", "csv", "--json", .. more]);
}
