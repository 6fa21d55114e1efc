using System.Text.Json;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Importers;

public sealed class YahooImporterTests
{
    static Instrument Share(string symbol) => InstrumentTable.BuiltIn.Find(symbol, new InstrumentOverrides { Point = 0.01m, Quote = "USD" });

    [SharedDataFact]
    public void A_day_runs_from_bell_to_bell_and_prices_are_the_raw_ones()
    {
        var path = SharedData.Path("yahoo-chart-json/chart-AMZN-2020-01-01-to-2020-01-03.json");
        var bar = Assert.Single(Importing.Bars(Assert.Single(ImportFormats.Open("yahoo-json", path, Share("AMZN"), new ImportOptions()))));
        Assert.Equal("2020-01-02T14:30:00Z", UtcNanos.ToIso(bar.OpenNanos));
        Assert.Equal("2020-01-02T21:00:00Z", UtcNanos.ToIso(bar.CloseNanos));
        Assert.Equal((93.75m, 93.21m), (bar.Open, bar.Low));
    }

    [SharedDataFact]
    public void An_answer_without_times_is_an_empty_range()
    {
        var path = SharedData.Path("yahoo-chart-json/chart-AAPL-2025-02-01-to-2025-02-02-includePrePost-false-interval-1m.json");
        var report = Importing.Drain(Assert.Single(ImportFormats.Open("yahoo-json", path, Share("AAPL"), new ImportOptions())));
        Assert.Equal((0, 1, 1), (report.Count, report.Files, report.Empty));
    }

    [SharedDataFact]
    public void Every_recorded_chart_imports_or_is_refused_with_a_reason()
    {
        var counts = new Dictionary<string, long>();
        foreach (var path in Directory.GetFiles(SharedData.Path("yahoo-chart-json"), "*.json"))
        {
            var name = Path.GetFileName(path);
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllBytes(path));
                var symbol = name.Contains("EURUSD", StringComparison.Ordinal) ? "EURUSD" : name.Contains("BTC-USD", StringComparison.Ordinal) ? "BTCUSD" : Symbol(name);
                counts[name] = Importing.Drain(Assert.Single(ImportFormats.Open("yahoo-json", path, Share(symbol), new ImportOptions()))).Count;
            }
            catch (WorkbenchException refused)
            {
                Assert.True(name.StartsWith("quote-", StringComparison.Ordinal) || name.Contains(".fake.", StringComparison.Ordinal) || refused.Code == "WB2511", $"{name}: {refused}");
                counts[name] = -1;
            }
        }

        Assert.True(counts.Values.Count(count => count > 0) >= 20, string.Join("\n", counts));
        Assert.Equal(3_303, counts.Single(file => file.Key.Contains("TSLA", StringComparison.Ordinal) && file.Value > 3_000).Value);
    }

    [SharedDataFact]
    public void Every_csv_imports_newest_first_or_not()
    {
        foreach (var path in Directory.GetFiles(SharedData.Path("yahoo-csv-bad-and-fixed"), "*.csv"))
        {
            var foreign = InstrumentTable.BuiltIn.Find("X", new InstrumentOverrides { Point = 0.0001m, Quote = "EUR" });
            var tape = Assert.Single(ImportFormats.Open("yahoo-csv", path, foreign, new ImportOptions()));
            var report = Importing.Drain(tape);
            Assert.Equal(File.ReadLines(path).Count(line => line.Length > 0) - 1, report.Count + report.Rejected + report.Blank);
        }
    }

    [SharedDataFact]
    public void Old_downloads_import_too()
    {
        foreach (var name in (string[])["orcl-1995-2014.txt", "nvda-2014.txt", "orcl-2014.txt", "orcl-2003-2005.txt"])
        {
            var path = SharedData.Path("backtrader-datas/" + name);
            var bars = Importing.Bars(Assert.Single(ImportFormats.Open("yahoo-csv", path, Share("ORCL"), new ImportOptions())));
            Assert.Equal(File.ReadLines(path).Count(line => line.Length > 0) - 1, bars.Count);
            Assert.Equal(new TimeSpan(6, 30, 0), bars[0].CloseTime - bars[0].OpenTime);
        }
    }

    static string Symbol(string name)
    {
        var parts = name.Replace("historical-via-chart-", "", StringComparison.Ordinal).Replace("chart-", "", StringComparison.Ordinal).Replace("dividends-", "", StringComparison.Ordinal).Split('-', '.');
        return parts[0];
    }
}
