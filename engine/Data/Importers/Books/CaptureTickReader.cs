namespace Workbench.Data.Importers.Books;

/// <summary>The best prices of a recording, with the sizes behind them.</summary>
sealed class CaptureTickReader(CaptureFile file, CaptureClock clock) : IEventReader<TickGate>
{
    public bool Read(TickGate into)
    {
        while (!into.IsFull)
        {
            if (!file.Next(into.Log))
            {
                return false;
            }

            if (file.Line is { Kind: CaptureKind.Best } line)
            {
                into.Add(clock.Of(line), line.Main.Price, line.Ask.Price, line.Main.Size, line.Ask.Size, file.Row);
            }
        }

        return true;
    }

    public void Dispose() => file.Dispose();
}
