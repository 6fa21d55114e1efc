namespace Workbench.Data.Importers.Csv;

/// <summary>Bars of a CSV file.</summary>
/// <param name="rows">The rows.</param>
/// <param name="times">From when to when a bar runs whose row names an instant.</param>
sealed class CsvBarReader(CsvRows rows, BarTimes times) : IEventReader<BarGate>
{
    (TimeRange Range, BarPrices Prices, long Volume, long Row)? held;

    /// <summary>Puts bars through, each when the next one is known: a day on which the clocks go forward ends where the next begins.</summary>
    public bool Read(BarGate into)
    {
        while (!into.IsFull)
        {
            var next = ReadRow(into.Log.Report);
            if (held is { } bar)
            {
                var end = next is { } follower ? times.EndBefore(bar.Range, follower.Range.From) : bar.Range.To;
                into.Add(bar.Range.From, end, bar.Prices, bar.Volume, bar.Row);
            }

            held = next;
            if (next is null)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => rows.Dispose();

    (TimeRange Range, BarPrices Prices, long Volume, long Row)? ReadRow(ImportReport report)
    {
        do
        {
            if (!rows.Next())
            {
                return null;
            }
        }
        while (IsBlank(report));

        var prices = new BarPrices(
            rows.Price(CsvRole.Open, report), rows.Price(CsvRole.High, report), rows.Price(CsvRole.Low, report), rows.Price(CsvRole.Close, report));
        return (times.Of(rows.Time()), prices, rows.Size(CsvRole.Volume, report), rows.Row);
    }

    bool IsBlank(ImportReport report)
    {
        var isBlank = rows.IsBlank(CsvRole.Open) && rows.IsBlank(CsvRole.Close);
        report.Blank += isBlank ? 1 : 0;
        return isBlank;
    }
}
