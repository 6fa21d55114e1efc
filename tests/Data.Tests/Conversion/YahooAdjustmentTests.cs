using Workbench.Data.Actions;
using Workbench.Data.Calendars;
using Workbench.Data.Conversion;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Data.Repair;

namespace Workbench.Data.Tests.Conversion;

/// <summary>Our adjusted closes of real downloads held against the vendor's own, day by day.</summary>
public sealed class YahooAdjustmentTests
{
    const string Folder = "yahoo-csv-bad-and-fixed";

    /// <summary>Closes have seven digits; TENT's dividends, of a hundredth of a penny, have fewer.</summary>
    const double Tolerance = 2e-5;

    public static TheoryData<string> Good => SharedData.Root is null ? []
        : [.. Directory.GetFiles(SharedData.Path(Folder), "*.csv").Select(path => Path.GetFileName(path)!).Where(name => name.Contains("-1d-") && (name.Contains("-fixed") || name.Contains("no-bad")) && Pays(name)).Order(StringComparer.Ordinal)];

    [SharedDataTheory]
    [MemberData(nameof(Good))]
    public void Adjusted_closes_are_those_of_the_vendor(string name)
    {
        using var folder = new TempFolder();
        var lake = new ParquetLake(folder.Path, SessionCalendars.Find);
        var (path, spec) = (SharedData.Path($"{Folder}/{name}"), Bars.Days().Of(PriceSource.Last));
        var share = InstrumentTable.BuiltIn.Find("XYZ", new InstrumentOverrides { Point = 0.0000001m, Quote = "USD" });
        using (var raw = Assert.Single(ImportFormats.Open("yahoo-csv", path, share, new ImportOptions { Timeframe = spec })))
        {
            lake.Write(raw.Bars!, spec, raw.Source);
        }

        VendorActions.Take(lake, "XYZ", "yahoo-csv", path);
        using var tape = new StoredAdjustment(lake, share, DataKind.Bars, spec).Open(AdjustFor.All, null, null, TimeRange.All);
        var ours = ListBars.Read(tape.Bars!);
        var theirs = PriceTable.Load(path).Rows.Where(row => row.HasPrices).ToList();
        Assert.Equal(theirs.Count, ours.Count);
        var first = ours.FindIndex(bar => bar.OpenTime >= ComparableFrom(name));
        var largest = ours.Zip(theirs).Skip(first).Max(pair => Math.Abs((double)pair.First.Close / ours[^1].Close / (pair.Second.Adjusted / theirs[^1].Adjusted) - 1));
        Assert.True(largest < Tolerance, FormattableString.Invariant($"{name}: {largest:E2}"));
    }

    // On that day the vendor's adjusted prices of SAND step by two dividends where one was paid.
    static long ComparableFrom(string name) => name.StartsWith("SAND", StringComparison.Ordinal) ? Lake.Ticks.At("2024-01-16") : long.MinValue;

    static bool Pays(string name) => PriceTable.Load(SharedData.Path($"{Folder}/{name}")).Rows.Skip(1).Any(row => row.Dividend > 0);
}
