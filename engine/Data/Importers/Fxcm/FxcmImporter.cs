using Workbench.Data.Importers.Csv;

namespace Workbench.Data.Importers.Fxcm;

/// <summary>FXCM's minutes: one CSV of bids and one of asks, told apart by their names; the time is the bar's close.</summary>
static class FxcmImporter
{
    const string Source = "fxcm";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var files = File.Exists(job.Path) ? [job.Path] : Directory.EnumerateFiles(job.Path).Order(StringComparer.Ordinal).ToList();
        Tape[] tapes = [.. Side(job, files, PriceSource.Bid, "bid"), .. Side(job, files, PriceSource.Ask, "ask")];
        return tapes.Length > 0 ? tapes : throw ImportErrors.NothingToImport(job.Path, Source, "no files with bid or ask in their names");
    }

    static IEnumerable<Tape> Side(ImportJob job, List<string> files, PriceSource price, string word)
    {
        var minutes = Bars.Minutes(1).Of(price);
        foreach (var file in files.Where(file => Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            var options = job.Options with { Timeframe = (job.Options.Timeframe ?? minutes).Of(price), Stamp = job.Options.Stamp ?? BarStamp.Close };
            yield return CsvImporter.Open(job with { Path = file, Options = options }, Source)[0];
        }
    }
}
