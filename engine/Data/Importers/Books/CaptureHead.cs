using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>What the first lines of a recording tell about all of it: which kinds of messages it holds, and by which market's rule.</summary>
sealed class CaptureHead
{
    const int Sample = 10_000;

    readonly HashSet<CaptureKind> kinds = [];

    public CaptureHead(ImportJob job, string path)
    {
        // Roundings here are counted once more when the file is read.
        var cells = new BookCells(job, path, new ImportReport());
        using var lines = PackedStream.OpenText(path);
        while (lines is not null && lines.Row < Sample && lines.TryNext(out var text))
        {
            cells.Row = lines.Row;
            if (CaptureLine.Read(cells, text) is { } line)
            {
                kinds.Add(line.Kind);
                IsFutures |= line.IsChained;
            }
        }
    }

    /// <summary>Whether the changes of the book are chained: the market of futures.</summary>
    public bool IsFutures { get; }

    /// <summary>Whether the file is a recording at all.</summary>
    public bool IsCapture => HasBest || HasTrades || HasDepth;

    public bool HasBest => kinds.Contains(CaptureKind.Best);

    public bool HasTrades => kinds.Contains(CaptureKind.Trade);

    public bool HasDepth => kinds.Contains(CaptureKind.Change) || kinds.Contains(CaptureKind.Snapshot);
}
