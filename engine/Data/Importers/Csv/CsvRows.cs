using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Csv;

/// <summary>The rows of one CSV file in the order of their time, with the columns that its head names.</summary>
sealed class CsvRows : IDisposable
{
    readonly CsvHead head;
    readonly CsvFile file;
    readonly RowReader cells;
    readonly byte[] joined = new byte[128];
    long last = long.MinValue;

    public CsvRows(ImportJob job, CsvHead head)
    {
        this.head = head;
        file = head.Open();
        cells = new RowReader(file, job);
    }

    public long Row => file.Row;

    /// <summary>Steps to the next row of data.</summary>
    public bool Next()
    {
        do
        {
            if (!file.Next())
            {
                return false;
            }
        }
        while (file.Row <= head.HeaderRow);

        return true;
    }

    /// <summary>Instant that the row names, UTC nanoseconds.</summary>
    public long Time()
    {
        var text = TimeCell();
        if (!head.Time.TryRead(text, out var nanos, out var isUtc))
        {
            throw ImportErrors.BadTime(file.Path, file.Row, file.Text, Encoding.UTF8.GetString(text), head.Time.Name);
        }

        return last = isUtc ? nanos : head.Zone.ToUtc(nanos, last);
    }

    /// <summary>Whether the row leaves the price out: a stretch without trade.</summary>
    public bool IsBlank(CsvRole role) => cells.Cell(head.Columns[role]).IsEmpty;

    public long Price(CsvRole role, ImportReport report) => cells.Price(head.Columns[role], report);

    public long Size(CsvRole role, ImportReport report) => cells.Size(head.Columns[role], report);

    /// <summary>Who took liquidity, where the file tells: buy, sell, b, s.</summary>
    public Side Side()
    {
        var column = head.Columns[CsvRole.Side];
        return column < 0 || cells.Cell(column).IsEmpty ? default : (char)(cells.Cell(column)[0] | 0x20) switch
        {
            'b' => Model.Side.Buy,
            's' => Model.Side.Sell,
            _ => default,
        };
    }

    public void Dispose() => file.Dispose();

    ReadOnlySpan<byte> TimeCell()
    {
        var time = cells.Cell(head.Columns[CsvRole.Time]);
        if (head.Columns[CsvRole.Date] < 0)
        {
            return time;
        }

        var date = cells.Cell(head.Columns[CsvRole.Date]);
        if (date.Length + time.Length + 1 > joined.Length)
        {
            throw ImportErrors.BadRow(file.Path, file.Row, file.Text, "has a time too long to be one");
        }

        date.CopyTo(joined);
        joined[date.Length] = (byte)' ';
        time.CopyTo(joined.AsSpan(date.Length + 1));
        return joined.AsSpan(0, date.Length + 1 + time.Length);
    }
}
