namespace Workbench.Data.Importers.Csv;

/// <summary>Prints of a CSV file.</summary>
sealed class CsvTradeReader(CsvRows rows) : IEventReader<TradeGate>
{
    public bool Read(TradeGate into)
    {
        var report = into.Log.Report;
        while (!into.IsFull)
        {
            if (!rows.Next())
            {
                return false;
            }

            into.Add(rows.Time(), rows.Price(CsvRole.Price, report), rows.Size(CsvRole.Size, report), rows.Side(), rows.Row);
        }

        return true;
    }

    public void Dispose() => rows.Dispose();
}
