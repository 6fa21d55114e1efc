using Workbench.Data.Importers.Csv;

namespace Workbench.Data.Importers.AlphaVantage;

/// <summary>Alpha Vantage's CSV of bars, newest first, times of New York. Its floats are rounded to the instrument's point.</summary>
static class AlphaVantageCsvImporter
{
    public static IReadOnlyList<Tape> Open(ImportJob job) => CsvImporter.Open(
        job with
        {
            Options = job.Options with
            {
                TimeZone = job.Options.TimeZone ?? "America/New_York",
                Stamp = job.Options.Stamp ?? StampOf(job.Path),
                RoundPrices = true,
            },
        },
        AlphaVantageJsonImporter.Source);

    static BarStamp StampOf(string path) => (File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.csv"))
        .Any(file => AlphaVantageStamp.Of(File.ReadLines(file).Select(line => line.Split(',')[0])) == BarStamp.Close) ? BarStamp.Close : BarStamp.Open;
}
