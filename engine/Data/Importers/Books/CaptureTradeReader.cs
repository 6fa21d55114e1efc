namespace Workbench.Data.Importers.Books;

/// <summary>The prints of a recording. Their numbers rise by one, so that lost ones are noticed.</summary>
sealed class CaptureTradeReader(CaptureFile file, CaptureClock clock) : IEventReader<TradeGate>
{
    long lastId;
    long missing;

    public bool Read(TradeGate into)
    {
        while (!into.IsFull)
        {
            if (!file.Next(into.Log))
            {
                Conclude(into.Log.Report);
                return false;
            }

            if (file.Line is { Kind: CaptureKind.Trade } line)
            {
                missing += lastId > 0 && line.TradeId > lastId ? line.TradeId - lastId - 1 : 0;
                lastId = line.TradeId;
                Put(line, into);
            }
        }

        return true;
    }

    public void Dispose() => file.Dispose();

    void Put(CaptureLine line, TradeGate into)
    {
        // What the exchange's insurance takes over is no trade between two who wanted it.
        if (line.IsMarket)
        {
            into.Add(clock.Of(line), line.Main.Price, line.Main.Size, line.Aggressor, file.Row);
        }
    }

    void Conclude(ImportReport report)
    {
        if (missing > 0)
        {
            report.Warn(FormattableString.Invariant($"{missing} prints are missing by their numbers."));
        }
    }
}
