using Workbench.Data.Actions;
using Workbench.Data.Calendars;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Data.Quality;
using Workbench.Data.Repair;

namespace Workbench.Data.Tests.Quality;

/// <summary>Real downloads, imported as <c>data import</c> does it: a defect in prices or dividends is held against the days it is on.</summary>
public sealed class ActionCheckTests : IDisposable
{
    const string Folder = "yahoo-csv-bad-and-fixed";

    static readonly Instrument Share = InstrumentTable.BuiltIn.Find("XYZ", new InstrumentOverrides { Point = 0.000001m, Quote = "USD" });

    readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    public static TheoryData<string> Bad => Files(name => !name.Contains("-fixed") && !name.Contains("no-bad"));

    // In pence on some days and in pounds on others, the fixed ones too.
    public static TheoryData<string> Good => Files(name => (name.Contains("-fixed") || name.Contains("no-bad")) && !name.StartsWith("CLC-L", StringComparison.Ordinal) && !name.StartsWith("LSC-L", StringComparison.Ordinal));

    [SharedDataTheory]
    [MemberData(nameof(Bad))]
    public void A_defect_is_held_against_its_days(string name)
    {
        var verdicts = Imported(name).Days.ToDictionary(day => day.Date);
        foreach (var (date, isPrice) in Defects(name))
        {
            Assert.Contains(verdicts[date].Findings, finding => isPrice
                ? finding is { Defect: Defect.Split or Defect.Scale, Verdict: Verdict.Refused }
                : finding.Defect is Defect.Dividend or Defect.Split or Defect.Scale);
        }
    }

    [SharedDataTheory]
    [MemberData(nameof(Good))]
    public void What_is_right_is_held_to_be_right(string name)
    {
        var report = Imported(name);
        // The fixed SAND keeps a step of two dividends in its adjusted prices.
        Assert.True(report.Days.SelectMany(day => day.Findings).Count(finding => finding.Defect is Defect.Dividend or Defect.Split or Defect.Scale) == (name.StartsWith("SAND", StringComparison.Ordinal) ? 1 : 0),
            string.Join('\n', report.Days.SelectMany(day => day.Findings).Select(finding => finding.Reason)));
    }

    [Fact]
    public void A_dividend_that_only_the_adjusted_prices_speak_of_is_told_on_its_day()
    {
        var rows = Enumerable.Range(0, 60).Select(i => FormattableString.Invariant(
            $"{new DateOnly(2024, 1, 1).AddDays(i):yyyy-MM-dd} 12:00:00+00:00,{100 + i % 3},{101 + i % 3},{99 + i % 3},{100 + i % 3},{(100 + i % 3) * (i < 30 ? 0.98 : 1):R},1000,{(i == 50 ? "0.0001" : "0")},0"));
        File.WriteAllLines(temp.File("made.csv"), ["Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits", .. rows]);
        var findings = Of(temp.File("made.csv")).Days.SelectMany(day => day.Findings).Where(finding => finding.Defect == Defect.Dividend);
        Assert.Contains(findings, finding => finding.Date == new DateOnly(2024, 1, 31) && finding.Reason.Contains("may be missing", StringComparison.Ordinal));
    }

    QualityReport Imported(string name) => Of(At(name));

    QualityReport Of(string path)
    {
        var lake = new ParquetLake(temp.File("lake"), SessionCalendars.Find);
        using (var tape = Assert.Single(ImportFormats.Open("yahoo-csv", path, Share, new ImportOptions { RoundPrices = true })))
        {
            lake.Write(tape.Bars!, tape.Spec, tape.Source);
            VendorActions.Take(lake, Share.Symbol, "yahoo-csv", path);
            var kept = lake.Known(Share, DataKind.Bars, tape.Spec, TimeRange.All).Quality;
            var report = new StoreCheck(lake, Share, DataKind.Bars, tape.Spec).Run(TimeRange.All, static _ => { }, static refusal => throw refusal);
            Assert.Equal(report.Verdict.ToString(), kept.ToString());
            return report;
        }
    }

    static IEnumerable<(DateOnly Date, bool IsPrice)> Defects(string name)
    {
        var (bad, good) = (PriceTable.Load(At(name)).Rows, PriceTable.Load(At(name.Replace(".csv", "-fixed.csv"))).Rows);
        foreach (var (was, right) in bad.Zip(good))
        {
            var isPrice = Math.Abs(was.Close - right.Close) > 1e-4 * right.Close || Math.Abs(was.High - right.High) > 1e-4 * right.High;
            if (isPrice || was.Dividend != right.Dividend)
            {
                yield return (ToldActions.DateOf(Share.Calendar, was.Time), isPrice);
            }
        }
    }

    static TheoryData<string> Files(Func<string, bool> isWanted) => SharedData.Root is null ? []
        : [.. Directory.GetFiles(SharedData.Path(Folder), "*.csv").Select(path => Path.GetFileName(path)!).Where(isWanted).Order(StringComparer.Ordinal)];

    static string At(string name) => SharedData.Path($"{Folder}/{name}");
}
