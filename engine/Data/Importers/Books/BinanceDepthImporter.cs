namespace Workbench.Data.Importers.Books;

/// <summary>
/// Binance's CSVs of the books of futures: <c>…_depth_snap.csv</c> and <c>…_depth_update.csv</c>, one or a folder of them. A snapshot sorts
/// before the updates of its day; they are joined by their numbers.
/// </summary>
static class BinanceDepthImporter
{
    const string Source = "binance-depth";

    static readonly string[] Columns = ["symbol", "timestamp", "first_update_id", "last_update_id", "side", "update_type", "price", "qty", "pu"];

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var files = BookFiles.Find(job.Path, ".csv", ".csv.gz");
        if (files.Count == 0)
        {
            throw ImportErrors.NothingToImport(job.Path, Source, "no file ends in .csv");
        }

        foreach (var file in files)
        {
            var header = BookFiles.HeaderOf(file);
            if (header.Count > 0 && !header.SequenceEqual(Columns))
            {
                throw BookErrors.NotThese(file, Source, string.Join(',', header));
            }
        }

        var (book, symbol) = (new JoinedBook(isChained: true), new CaptureSymbol());
        return [Tapes.Depth(job, Source, files, (file, report) => BookFiles.OpenBody(file) is { } opened
            ? new BinanceDepthReader(opened, new BookCells(job, file, report), symbol, book) : null)];
    }
}
