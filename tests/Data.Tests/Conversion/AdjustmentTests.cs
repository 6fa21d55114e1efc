using Workbench.Data.Calendars;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Conversion;

/// <summary>Prices made comparable over splits and dividends while they are imported.</summary>
public sealed class AdjustmentTests : IDisposable
{
    // A dividend of about one per cent after the 3rd, a split of two for one after the 6th.
    const string Factors = "20140103,0.9901,0.5,101.5\n20140106,1,0.5,100\n20501231,1,1,0\n";

    const string Days = """
        20140102 00:00,1000000,1020000,990000,1010000,3000
        20140103 00:00,1010000,1030000,1000000,1015000,1000
        20140106 00:00,1000000,1010000,980000,1000000,1001
        20140107 00:00,500000,510000,490000,505000,2000
        """;

    readonly LeanFolder lean = new();

    public void Dispose() => lean.Dispose();

    [Fact]
    public void The_row_that_counts_is_the_first_whose_date_is_not_before_the_day()
    {
        var bars = Read(new ImportOptions { Adjust = lean.Factors(Factors) });
        Assert.Equal([101m * 0.9901m * 0.5m, 101.5m * 0.9901m * 0.5m, 50m, 50.5m], bars.Select(bar => bar.Close));
        Assert.Equal(103m * 0.9901m * 0.5m, bars[1].High);
    }

    [Fact]
    public void A_split_makes_more_shares_and_a_dividend_does_not() =>
        Assert.Equal([6000m, 2000m, 2002m, 2000m], Read(new ImportOptions { Adjust = lean.Factors(Factors) }).Select(bar => bar.Volume));

    [Fact]
    public void A_minute_file_takes_the_factor_of_its_day()
    {
        var zip = lean.Zip("minute/xyz/20140103_trade.zip", "34200000,1000000,1000000,1000000,1000000,10\n");
        var bar = Assert.Single(Importing.Bars(Assert.Single(LeanFolder.Open(zip, new ImportOptions { Adjust = lean.Factors(Factors) }))));
        Assert.Equal((100m * 0.9901m * 0.5m, 20m), (bar.Open, bar.Volume));
    }

    [Fact]
    public void A_product_finer_than_the_point_is_rounded_to_the_nearest_and_a_coarse_point_is_warned_of()
    {
        var cents = InstrumentTable.BuiltIn.Find("XYZ", new InstrumentOverrides { Point = 0.01m, Quote = "USD" });
        var tape = Assert.Single(ImportFormats.Open("lean", lean.Zip("daily/xyz.zip", Days), cents, new ImportOptions { Adjust = lean.Factors(Factors) }));
        Assert.Contains("--point 0.00000001", Assert.Single(tape.Report.Warnings), StringComparison.Ordinal);
        Assert.Equal([50.00m, 50.25m, 50m, 50.5m], Importing.Bars(tape).Select(bar => bar.Close));
    }

    [Fact]
    public void The_source_tells_that_and_by_which_file_prices_were_adjusted()
    {
        var zip = lean.Zip("daily/xyz.zip", Days);
        var raw = Assert.Single(LeanFolder.Open(zip, new ImportOptions())).Source;
        var one = Assert.Single(LeanFolder.Open(zip, new ImportOptions { Adjust = lean.Factors(Factors) })).Source;
        var other = Assert.Single(LeanFolder.Open(zip, new ImportOptions { Adjust = lean.Factors("20501231,1,1\n") })).Source;
        Assert.Equal("lean equity/usa", raw);
        Assert.Matches("^lean equity/usa adjusted [0-9a-f]{8}$", one);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_tape_is_never_adjusted_in_one_part_and_raw_in_another()
    {
        var zip = lean.Zip("daily/xyz.zip", Days);
        var lake = new ParquetLake(lean.Path("lake"), SessionCalendars.Find);
        Write(lake, zip, new ImportOptions());
        var refusal = Assert.Throws<WorkbenchException>(() => Write(lake, zip, new ImportOptions { Adjust = lean.Factors(Factors) }));
        Assert.Equal("WB2113", refusal.Code);

        var other = new ParquetLake(lean.Path("other"), SessionCalendars.Find);
        Write(other, zip, new ImportOptions { Adjust = lean.Factors(Factors) });
        Assert.Equal("WB2113", Assert.Throws<WorkbenchException>(() => Write(other, zip, new ImportOptions())).Code);
        Assert.Equal("WB2113", Assert.Throws<WorkbenchException>(() => Write(other, zip, new ImportOptions { Adjust = lean.Factors("20501231,1,1\n") })).Code);
        Write(other, zip, new ImportOptions { Adjust = lean.Factors(Factors) });
    }

    [Theory]
    [InlineData("", "WB2602", "holds no factor")]
    [InlineData("20140103,0,1\n", "WB2602", "row 1")]
    [InlineData("20140103,1,-0.5\n", "WB2602", "not above 0")]
    [InlineData("20140103,0.9,1\n\n20140103,0.9,1\n", "WB2602", "row 3")]
    [InlineData("20140106,0.9,1\n20140103,1,1\n", "WB2602", "not after the one before")]
    [InlineData("20140103,0.9\n", "WB2602", "row 1")]
    [InlineData("2014-01-03,0.9,1\n", "WB2602", "row 1")]
    [InlineData("20140106,0.9,1\n", "WB2603", "ends on 2014-01-06 and says nothing of 2014-01-07")]
    public void A_factor_file_that_contradicts_itself_or_ends_too_soon_is_refused(string rows, string code, string says)
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Read(new ImportOptions { Adjust = lean.Factors(rows) }));
        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_file_that_is_not_there_is_named()
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Read(new ImportOptions { Adjust = lean.Path("absent.csv") }));
        Assert.Equal(("WB2601", ExitCode.NotFound), (refusal.Code, refusal.Exit));
        Assert.Contains("absent.csv", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_without_factor_files_is_not_adjusted_silently()
    {
        var file = lean.Factors(Factors);
        var refusal = Assert.Throws<WorkbenchException>(() => ImportFormats.Open("csv", file, LeanFolder.Share, new ImportOptions { Adjust = file }));
        Assert.Equal("WB2604", refusal.Code);
    }

    List<Bar> Read(ImportOptions options) => Importing.Bars(Assert.Single(LeanFolder.Open(lean.Zip("daily/xyz.zip", Days), options)));

    static void Write(ParquetLake lake, string zip, ImportOptions options)
    {
        using var tape = Assert.Single(LeanFolder.Open(zip, options));
        lake.Write(tape.Bars!, tape.Spec, tape.Source);
    }
}
