namespace Workbench.Data.Importers.Csv;

/// <summary>Ticks of a CSV file.</summary>
sealed class CsvTickReader(CsvRows rows) : IEventReader<TickGate>
{
    public bool Read(TickGate into)
    {
        var report = into.Log.Report;
        while (!into.IsFull)
        {
            if (!rows.Next())
            {
                return false;
            }

            into.Add(
                rows.Time(), rows.Price(CsvRole.Bid, report), rows.Price(CsvRole.Ask, report),
                rows.Size(CsvRole.BidSize, report), rows.Size(CsvRole.AskSize, report), rows.Row);
        }

        return true;
    }

    public void Dispose() => rows.Dispose();
}
