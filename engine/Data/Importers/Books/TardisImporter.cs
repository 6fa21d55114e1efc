namespace Workbench.Data.Importers.Books;

/// <summary>
/// Tardis' CSVs of depth, one or a folder of them: <c>incremental_book_L2</c>, a row for each level that changed, and <c>book_snapshot_5</c> and its
/// like, the best levels in each row. Times are the exchange's (<c>timestamp</c>, microseconds); what arrived together is one message.
/// </summary>
static class TardisImporter
{
    const string Source = "tardis";

    static readonly string[] Changes = ["exchange", "symbol", "timestamp", "local_timestamp", "is_snapshot", "side", "price", "amount"];

    static readonly string[] Levels = ["exchange", "symbol", "timestamp", "local_timestamp", "asks[0].price", "asks[0].amount", "bids[0].price", "bids[0].amount"];

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var headers = BookFiles.Find(job.Path, ".csv", ".csv.gz").ToDictionary(file => file, BookFiles.HeaderOf);
        var files = headers.Keys.Where(file => headers[file].Count > 0).ToList();
        if (files.Count == 0)
        {
            throw ImportErrors.NothingToImport(job.Path, Source, "no file ends in .csv or .csv.gz, or none has a row");
        }

        var areChanges = headers[files[0]].SequenceEqual(Changes);
        foreach (var file in files)
        {
            var known = areChanges ? headers[file].SequenceEqual(Changes) : headers[file].Take(Levels.Length).SequenceEqual(Levels);
            if (!known)
            {
                throw BookErrors.NotThese(file, Source, string.Join(',', headers[file].Take(12)));
            }
        }

        return [areChanges ? OfChanges(job, files) : OfLevels(job, files, headers)];
    }

    static Tape OfChanges(ImportJob job, List<string> files)
    {
        var symbol = new CaptureSymbol();
        return Tapes.Depth(job, Source, files, (file, report) => BookFiles.OpenBody(file) is { } opened
            ? new TardisChangeReader(new TardisRow(opened, new BookCells(job, file, report), symbol)) : null);
    }

    static Tape OfLevels(ImportJob job, List<string> files, Dictionary<string, List<string>> headers)
    {
        var symbol = new CaptureSymbol();
        return Tapes.Depth(job, Source, files, (file, report) => BookFiles.OpenBody(file) is { } opened
            ? new TardisLevelReader(new TardisRow(opened, new BookCells(job, file, report), symbol), headers[file]) : null);
    }
}
