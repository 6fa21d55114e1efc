using Workbench.Data.Importers.Notices;

namespace Workbench.Data.Importers.Csv;

/// <summary>
/// Any table of text: named columns or positions, ticks, prints or bars, oldest or newest first, packed with gzip or not.
/// Several files of a folder are one tape in the order of their names.
/// </summary>
static class CsvImporter
{
    public static IReadOnlyList<Tape> Open(ImportJob job) => Open(job, "csv");

    /// <summary>The same under the name of a source.</summary>
    public static IReadOnlyList<Tape> Open(ImportJob job, string source)
    {
        var files = Files(job.Path);
        if (NoticeCsv.KindOf(job, files[0]) is { } notices)
        {
            return NoticeCsv.Open(job, notices, files);
        }

        if (job.IsOfAny)
        {
            throw ImportErrors.NoInstrument();
        }

        var heads = files.ToDictionary(file => file, file => new CsvHead(job, file));
        return heads[files[0]].Columns.Kind switch
        {
            DataKind.Ticks => [Tapes.Ticks(job, source, files, file => new CsvTickReader(Rows(file, DataKind.Ticks)))],
            DataKind.Trades => [Tapes.Trades(job, source, files, file => new CsvTradeReader(Rows(file, DataKind.Trades)))],
            _ => [Tapes.Bars(job, source, heads[files[0]].Spec, files, file => new CsvBarReader(Rows(file, DataKind.Bars), Times(heads[file])))],
        };

        CsvRows Rows(string file, DataKind kind) => heads[file].Columns.Kind == kind
            ? new CsvRows(job, heads[file])
            : throw ImportErrors.NothingToImport(file, source, "another kind of data than in the files before it");

        BarTimes Times(CsvHead head) => new(head.Spec, job.Options.Stamp ?? BarStamp.Open, head.IsDateOnly, job.Instrument.Calendar);
    }

    static List<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        var files = Directory.EnumerateFiles(path)
            .Where(file => Path.GetFileName(file).Split('.').Any(part => part is "csv" or "txt" or "tsv"))
            .Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw ImportErrors.NothingToImport(path, "csv", "no .csv, .txt or .tsv files (.gz may follow)");
    }
}
