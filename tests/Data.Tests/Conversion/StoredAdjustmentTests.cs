using Workbench.Data.Calendars;
using Workbench.Data.Conversion;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Conversion;

/// <summary>Stored prices made comparable over splits and dividends: held against what a holder of the share was left with from day to day.</summary>
public sealed class StoredAdjustmentTests : IDisposable
{
    static readonly BarSpec Daily = Bars.Days().Of(PriceSource.Last);

    readonly TempFolder folder = new();
    readonly ParquetLake lake;

    public StoredAdjustmentTests() => lake = new ParquetLake(folder.Path, SessionCalendars.Find);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, AdjustFor.All)]
    [InlineData(2, AdjustFor.All)]
    [InlineData(3, AdjustFor.Dividends)]
    [InlineData(4, AdjustFor.Dividends)]
    [InlineData(5, AdjustFor.Splits)]
    [InlineData(6, AdjustFor.Splits)]
    public void The_return_of_each_day_is_what_a_holder_had(int seed, AdjustFor what)
    {
        var life = Store(seed);
        var adjusted = Adjusted(what);
        var (splits, dividends) = (what.HasFlag(AdjustFor.Splits), what.HasFlag(AdjustFor.Dividends));
        for (var day = 1; day < adjusted.Count; day++)
        {
            var had = life.Close(day - 1) - (dividends ? life.Paid(day) : 0m);
            var wanted = life.Close(day) * (splits ? life.Splits[day] : 1m) / had;
            var found = (decimal)adjusted[day].Close / adjusted[day - 1].Close;

            // Both prices were rounded to eight decimals.
            Assert.True(Math.Abs(found - wanted) <= wanted * 1m / adjusted[day].Close + 1m / adjusted[day - 1].Close * wanted,
                FormattableString.Invariant($"seed {seed}, day {day}: {found} found, {wanted} wanted"));
            Assert.Equal((long)Math.Round(life.Bars[day].Volume * (splits ? life.SharesAfter(day + 1) : 1m), MidpointRounding.AwayFromZero), adjusted[day].Volume);
        }

        Assert.Equal(life.Bars[^1].Close * 10_000, adjusted[^1].Close);
        Assert.All(adjusted, bar => Assert.True(bar.Low <= bar.Open && bar.Open <= bar.High && bar.Low <= bar.Close && bar.Close <= bar.High, $"seed {seed}"));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_vendor_that_adjusts_for_splits_leaves_the_dividends_and_leads_to_the_same_prices(int seed)
    {
        var life = Store(seed);
        var wanted = Adjusted(AdjustFor.All);
        using var other = new TempFolder();
        var yahoo = new ParquetLake(other.Path, SessionCalendars.Find);
        yahoo.Write(life.Table);
        yahoo.Write(new ListBars(ShareLife.Share with { PriceScale = 8 }, [.. life.SplitAdjusted]), Daily, "yahoo");
        using var tape = Open(yahoo, AdjustFor.All);
        var found = ListBars.Read(tape.Bars!);
        Assert.Contains("adjusted for splits already", Assert.Single(tape.Report.Warnings), StringComparison.Ordinal);
        Assert.All(wanted.Zip(found), pair => Assert.True(Math.Abs(pair.First.Close - pair.Second.Close) <= 4 + 4e-9m * pair.First.Close, $"seed {seed}: {pair}"));
        Assert.Equal("WB2611", Assert.Throws<WorkbenchException>(() => Open(yahoo, AdjustFor.Splits)).Code);
    }

    [Fact]
    public void The_source_says_so_and_no_raw_tape_takes_it_in()
    {
        Store(21);
        using var all = Open(lake, AdjustFor.All);
        using var again = Open(lake, AdjustFor.All, new TimeRange(all.Bars!.Instrument.Calendar.TradingDay(0).From, long.MaxValue));
        using var splits = Open(lake, AdjustFor.Splits);
        Assert.Matches("^test adjusted all-[0-9a-f]{8} made of 1d@last$", all.Source);
        Assert.Equal(all.Source, again.Source);
        Assert.NotEqual(TapeSource.AdjustmentOf(all.Source), TapeSource.AdjustmentOf(splits.Source));

        var own = new ParquetLake(folder.File("own"), SessionCalendars.Find);
        own.Write(all.Bars!, Daily, all.Source);
        Assert.Equal("WB2113", Assert.Throws<WorkbenchException>(() => own.Write(splits.Bars!, Daily, splits.Source)).Code);
        Assert.Equal("WB2607", Assert.Throws<WorkbenchException>(() => Open(own, AdjustFor.All)).Code);
    }

    [Fact]
    public void A_part_of_a_tape_is_adjusted_as_the_whole_is()
    {
        var life = Store(22);
        var range = new TimeRange(life.Bars[50].OpenTime, life.Bars[90].OpenTime);
        using var part = Open(lake, AdjustFor.All, range);
        Assert.Equal(Adjusted(AdjustFor.All).Skip(50).Take(40), ListBars.Read(part.Bars!));
    }

    [Fact]
    public void Prints_of_all_hours_take_the_factor_of_their_day_and_the_close_is_the_bells()
    {
        var trades = new ParquetLake(folder.Path, SessionCalendars.Find);
        string[] times = ["2024-03-04T20:59:00", "2024-03-04T22:30:00", "2024-03-05T13:00:00", "2024-03-05T14:31:00"];
        trades.Write(new ListPrints(ShareLife.Share, [.. times.Select((time, i) => (Ticks(time), (long)(i == 0 ? 100_0000 : 99_0000), 7L, Side.Buy))]), "test");
        trades.Write(new ActionTable("XYZ", "test", [new CorporateAction(new DateOnly(2024, 3, 5), 2m, 0m)]));
        using var tape = new StoredAdjustment(trades, ShareLife.Share, DataKind.Trades, default).Open(AdjustFor.All, null, 0.0001m, TimeRange.All);
        var batch = new TradeBatch();
        Assert.True(tape.Trades!.Read(batch));

        // Two of the hundred at the bell were paid, not of the 99 behind it: what came before the next day is multiplied by 0.98.
        Assert.Equal([98_0000, 97_0200, 99_0000, 99_0000], batch.Price.Take(batch.Count));
        Assert.Equal([7, 7, 7, 7], batch.Size.Take(batch.Count));
    }

    [Fact]
    public void Quotes_are_adjusted_on_both_sides_and_their_sizes_for_splits()
    {
        lake.Write(new Lake.ListTape(ShareLife.Share, [new(Ticks("2024-03-04T20:59:00"), 99_9900, 100_0100, 100, 300), new(Ticks("2024-03-05T15:00:00"), 48_9900, 49_0100, 7, 9)]), "test");
        lake.Write(new ActionTable("XYZ", "test", [new CorporateAction(new DateOnly(2024, 3, 5), 1m, 2m)]));
        using var tape = new StoredAdjustment(lake, ShareLife.Share, DataKind.Ticks, default).Open(AdjustFor.All, null, 0.0001m, TimeRange.All);
        var batch = new TickBatch();
        Assert.True(tape.Ticks!.Read(batch));

        // One of the new shares is two of the old one's hundred: 0.98, of which a half.
        Assert.Equal([48_9951, 48_9900], batch.Bid.Take(2));
        Assert.Equal([49_0049, 49_0100], batch.Ask.Take(2));
        Assert.Equal([200, 7, 600, 9], batch.BidSize.Take(2).Concat(batch.AskSize.Take(2)));
    }

    [Fact]
    public void A_dividend_behind_a_gap_in_the_data_is_told_of()
    {
        var life = new ShareLife(51, splits: 0);
        lake.Write(new ListBars(ShareLife.Share, [.. life.Bars.Take(100), .. life.Bars.Skip(130)]), Daily, "test");
        lake.Write(new ActionTable("XYZ", "test", [new CorporateAction(life.Dates[128], 1m, 0m)]));
        using var tape = Open(lake, AdjustFor.All);
        Assert.StartsWith("1 dividends follow on more than ten days without prices", Assert.Single(tape.Report.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WB2609", AdjustFor.All, "")]
    [InlineData("WB2609", AdjustFor.Splits, "2015-06-01,0.5,0")]
    [InlineData("WB2609", AdjustFor.All, "2035-06-01,0.5,2")]
    [InlineData("WB2610", AdjustFor.All, "2015-06-01,0,2;2015-06-08,0,2")]
    [InlineData("WB2611", AdjustFor.Splits, "2015-06-01,0,2")]
    [InlineData("WB2613", AdjustFor.Dividends, "2015-06-01,5000,0")]
    public void What_cannot_be_adjusted_is_refused(string code, AdjustFor what, string actions)
    {
        Store(31, splits: 0, table: new ActionTable("XYZ", "test", [.. actions.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')).Select(cells =>
            new CorporateAction(DateOnly.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture)))]));
        Assert.Equal(code, Assert.Throws<WorkbenchException>(() => Open(lake, what)).Code);
    }

    [Fact]
    public void Prices_that_step_at_one_split_and_not_at_another_are_refused()
    {
        var life = new ShareLife(41, splits: 1);
        var table = life.Table;
        Store(41, splits: 1, table: table with { Rows = [.. table.Rows.Append(new CorporateAction(life.Dates[^20], 0, 4m)).GroupBy(row => row.Date).Select(day => day.Last()).OrderBy(row => row.Date)] });
        Assert.Equal("WB2612", Assert.Throws<WorkbenchException>(() => Open(lake, AdjustFor.All)).Code);
    }

    [Fact]
    public void A_point_that_is_too_coarse_is_refused_and_not_rounded_to_nothing()
    {
        var days = Store(2).Bars.Take(2).ToList();
        lake.Write(new ListBars(ShareLife.Share, [days[0] with { Open = 4_000, High = 4_000, Low = 4_000, Close = 4_000 }, days[1]]), Daily, "test");
        using var tape = new StoredAdjustment(lake, ShareLife.Share, DataKind.Bars, Daily).Open(AdjustFor.Dividends, null, 1m, TimeRange.All);
        Assert.Equal("WB2614", Assert.Throws<WorkbenchException>(() => ListBars.Read(tape.Bars!)).Code);
        Assert.Equal("WB2003", Assert.Throws<WorkbenchException>(() => new StoredAdjustment(lake, ShareLife.Share, DataKind.Bars, Daily).Open(AdjustFor.All, null, 0m, TimeRange.All)).Code);
    }

    [SharedDataFact]
    public void A_factor_file_leads_to_the_prices_that_an_import_by_it_has()
    {
        var (zip, file) = (SharedData.Path("lean-data/equity/usa/daily/aapl.zip"), SharedData.Path("lean-data/equity/usa/factor_files/aapl.csv"));
        var share = InstrumentTable.BuiltIn.Find("AAPL", new InstrumentOverrides { Point = 0.0001m, Quote = "USD" });
        using (var raw = Assert.Single(ImportFormats.Open("lean", zip, share, new ImportOptions())))
        {
            lake.Write(raw.Bars!, raw.Spec, raw.Source);
        }

        using var imported = Assert.Single(ImportFormats.Open("lean", zip, share with { PriceScale = 8, TickSize = 0.00000001m }, new ImportOptions { Adjust = file }));
        using var made = new StoredAdjustment(lake, share, DataKind.Bars, Daily).Open(AdjustFor.All, file, null, TimeRange.All);
        var wanted = ListBars.Read(imported.Bars!);
        Assert.True(wanted.Count > 1_000);
        Assert.Equal(wanted, ListBars.Read(made.Bars!));
    }

    ShareLife Store(int seed, int splits = 3, ActionTable? table = null)
    {
        var life = new ShareLife(seed, splits);
        lake.Write(new ListBars(ShareLife.Share, life.Bars), Daily, "test");
        lake.Write(table ?? life.Table);
        return life;
    }

    List<BarRow> Adjusted(AdjustFor what)
    {
        using var tape = Open(lake, what);
        return ListBars.Read(tape.Bars!);
    }

    static Tape Open(ParquetLake lake, AdjustFor what, TimeRange? range = null) =>
        new StoredAdjustment(lake, lake.Instrument("XYZ"), DataKind.Bars, Daily).Open(what, null, null, range ?? TimeRange.All);

    static long Ticks(string time) => Lake.Ticks.At(time);
}
