using Workbench.Data.Conversion;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Lean;

/// <summary>Bars: <c>time,open,high,low,close,volume</c>, in quote files first those of the bid and then those of the ask.</summary>
/// <param name="file">The rows.</param>
/// <param name="row">Their cells.</param>
/// <param name="time">Their times.</param>
/// <param name="first">Column of the open: 1, or 6 for the ask.</param>
/// <param name="factors">What adjusts them; null for prices as they were traded.</param>
sealed class LeanBarReader(CsvFile file, RowReader row, LeanTime time, int first, FactorFile? factors) : IEventReader<BarGate>
{
    public bool Read(BarGate into)
    {
        var report = into.Log.Report;
        while (!into.IsFull)
        {
            if (!file.Next())
            {
                return false;
            }

            // A quote bar with nothing on one side has empty cells there.
            if (row.Cell(first).IsEmpty)
            {
                report.Blank++;
                continue;
            }

            var range = time.Bar(file, row.Cell(0));
            row.Adjustment = factors?.Of(time.Day);
            into.Add(range.From, range.To, row.Prices(first, report), row.Size(first + 4, report), file.Row);
        }

        return true;
    }

    public void Dispose() => file.Dispose();
}
