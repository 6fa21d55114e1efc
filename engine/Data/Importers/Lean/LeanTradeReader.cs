using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Lean;

/// <summary>Prints of a tick file: <c>ms,price,size,…</c>. Nothing tells who was the aggressor.</summary>
sealed class LeanTradeReader(CsvFile file, RowReader row, LeanTime time) : IEventReader<TradeGate>
{
    public bool Read(TradeGate into)
    {
        var report = into.Log.Report;
        while (!into.IsFull)
        {
            if (!file.Next())
            {
                return false;
            }

            into.Add(time.Read(file, row.Cell(0)), row.Price(1, report), row.Size(2, report), default, file.Row);
        }

        return true;
    }

    public void Dispose() => file.Dispose();
}
