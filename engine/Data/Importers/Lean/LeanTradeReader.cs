using Workbench.Data.Conversion;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Lean;

/// <summary>Prints of a tick file: <c>ms,price,size,…</c>. Nothing tells who was the aggressor.</summary>
sealed class LeanTradeReader(CsvFile file, RowReader row, LeanTime time, FactorFile? factors) : IEventReader<TradeGate>
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

            var at = time.Read(file, row.Cell(0));
            row.Adjustment = factors?.Of(time.Day);
            into.Add(at, row.Price(1, report), row.Size(2, report), default, file.Row);
        }

        return true;
    }

    public void Dispose() => file.Dispose();
}
