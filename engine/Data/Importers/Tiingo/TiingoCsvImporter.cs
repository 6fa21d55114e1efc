using Workbench.Data.Importers.Csv;

namespace Workbench.Data.Importers.Tiingo;

/// <summary>Tiingo's prices as CSV: the same raw bars as in JSON. Its floats are rounded to the instrument's point.</summary>
static class TiingoCsvImporter
{
    public static IReadOnlyList<Tape> Open(ImportJob job) =>
        CsvImporter.Open(job with { Options = job.Options with { RoundPrices = true } }, TiingoJsonImporter.Source);
}
