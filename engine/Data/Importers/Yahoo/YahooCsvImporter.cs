using Workbench.Data.Importers.Csv;

namespace Workbench.Data.Importers.Yahoo;

/// <summary>
/// Yahoo's CSV of daily or shorter bars, oldest or newest first. The raw prices are stored, not <c>Adj Close</c>: what was
/// paid on the day; dividends and splits are another matter. Yahoo writes floats, so prices are rounded to the instrument's point.
/// </summary>
static class YahooCsvImporter
{
    const string Source = "yahoo";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var tapes = CsvImporter.Open(job with { Options = job.Options with { RoundPrices = true } }, Source);
        foreach (var tape in tapes)
        {
            tape.Report.Warn("Prices are raw: not adjusted for dividends.");
        }

        return tapes;
    }
}
