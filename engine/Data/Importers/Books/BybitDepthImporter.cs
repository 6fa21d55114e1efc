using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>Bybit's daily zips of its order book, <c>2024-12-01_XRPUSDT_ob500.data.zip</c>, one or a folder of them.</summary>
static class BybitDepthImporter
{
    const string Source = "bybit";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var files = BookFiles.Find(job.Path, ".data.zip", ".data", ".data.gz");
        if (files.Count == 0)
        {
            throw ImportErrors.NothingToImport(job.Path, "bybit-depth", "no file ends in .data.zip");
        }

        var (book, symbol) = (new NumberedBook(), new CaptureSymbol());
        return [Tapes.Depth(job, Source, files, (file, report) => PackedStream.OpenText(file) is { } lines
            ? new BybitDepthReader(lines, new BookCells(job, file, report), symbol, book) : null)];
    }
}
