using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>
/// Recordings of Binance's sockets, one file or a folder of files that follow one another: order book, prints and best prices of one symbol.
/// The snapshot that the book needs stands among the lines, as it was fetched while changes came in already.
/// </summary>
static class BinanceCaptureImporter
{
    const string Source = "binance-capture";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var files = BookFiles.Find(job.Path, ".gz", ".txt", ".log", ".jsonl");
        var head = files.Select(file => new CaptureHead(job, file)).FirstOrDefault(file => file.IsCapture)
            ?? throw ImportErrors.NothingToImport(job.Path, Source, "no line is a time and a message such as 1723161255030314667 {\"stream\":…}");
        var tapes = new List<Tape>();
        if (head.HasBest)
        {
            tapes.Add(Ticks(job, files));
        }

        if (head.HasTrades)
        {
            tapes.Add(Trades(job, files));
        }

        if (head.HasDepth && !job.Options.RegularHours)
        {
            tapes.Add(Depth(job, files, head.IsFutures));
        }

        return tapes;
    }

    static Tape Ticks(ImportJob job, List<string> files)
    {
        var (clock, symbol) = (new CaptureClock(), new CaptureSymbol());
        return Tapes.Ticks(job, Source, files, (file, report) => Open(job, file, report, symbol, clock) is { } opened ? new CaptureTickReader(opened, clock) : null);
    }

    static Tape Trades(ImportJob job, List<string> files)
    {
        var (clock, symbol) = (new CaptureClock(), new CaptureSymbol());
        return Tapes.Trades(job, Source, files, (file, report) => Open(job, file, report, symbol, clock) is { } opened ? new CaptureTradeReader(opened, clock) : null);
    }

    static Tape Depth(ImportJob job, List<string> files, bool isFutures)
    {
        var (clock, symbol, book) = (new CaptureClock(), new CaptureSymbol(), new JoinedBook(isFutures));
        return Tapes.Depth(job, Source, files, (file, report) => Open(job, file, report, symbol, clock) is { } opened ? new CaptureDepthReader(opened, clock, book) : null);
    }

    static CaptureFile? Open(ImportJob job, string path, ImportReport report, CaptureSymbol symbol, CaptureClock clock) =>
        PackedStream.OpenText(path) is { } lines ? new CaptureFile(lines, new BookCells(job, path, report), symbol, clock) : null;
}
