using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>A recording, line after line. It is of one symbol: the answer that holds the whole book does not tell whose it is.</summary>
sealed class CaptureFile(LineReader lines, BookCells cells, CaptureSymbol symbol, CaptureClock clock) : IDisposable
{
    /// <summary>The line at hand.</summary>
    public CaptureLine Line { get; private set; } = null!;

    /// <summary>Its row, from 1.</summary>
    public long Row => lines.Row;

    /// <summary>Steps to the next line that can be read; those that cannot are noted and left out.</summary>
    public bool Next(GateLog log)
    {
        while (lines.TryNext(out var text))
        {
            cells.Row = lines.Row;
            if (CaptureLine.Read(cells, text) is { } line)
            {
                symbol.Check(cells.File, line.Symbol);
                clock.Hear(line);
                Line = line;
                return true;
            }

            if (!text.IsEmpty)
            {
                log.Reject("no line of a recording", lines.Row);
            }
        }

        clock.Report(log.Report);
        return false;
    }

    public void Dispose() => lines.Dispose();
}
