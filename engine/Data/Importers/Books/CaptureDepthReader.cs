namespace Workbench.Data.Importers.Books;

/// <summary>The order book of a recording: changes joined to the snapshot among them, as they would be live.</summary>
sealed class CaptureDepthReader(CaptureFile file, CaptureClock clock, JoinedBook book) : IEventReader<DepthGate>
{
    public bool Read(DepthGate into)
    {
        while (!into.IsFull)
        {
            if (!file.Next(into.Log))
            {
                return false;
            }

            if (file.Line is { Kind: CaptureKind.Snapshot or CaptureKind.Change } line)
            {
                line.Book.Time = line.Kind == CaptureKind.Snapshot ? clock.OfSnapshot(line) : clock.Of(line);
                book.Take(line.Book, into, file.Row);
            }
        }

        return true;
    }

    public void Dispose() => file.Dispose();
}
