using Workbench.Data.Conversion;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Lean;

/// <summary>Quotes of a tick file: <c>ms,bid,ask</c> for currencies and CFDs, <c>ms,bid,size,ask,size</c> for all others.</summary>
sealed class LeanQuoteReader(CsvFile file, RowReader row, LeanTime time, bool hasSizes, FactorFile? factors) : IEventReader<TickGate>
{
    public bool Read(TickGate into)
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
            var bid = row.Price(1, report);
            var ask = row.Price(hasSizes ? 3 : 2, report);
            into.Add(at, bid, ask, hasSizes ? row.Size(2, report) : 0, hasSizes ? row.Size(4, report) : 0, file.Row);
        }

        return true;
    }

    public void Dispose() => file.Dispose();
}
