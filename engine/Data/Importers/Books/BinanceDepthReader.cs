using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>One of Binance's CSVs of depth: a row for each level, those with one number are one message.</summary>
sealed class BinanceDepthReader(CsvFile file, BookCells cells, CaptureSymbol symbol, JoinedBook book) : IEventReader<DepthGate>
{
    const int Fields = 9;

    BookLine? line;
    long row;

    public bool Read(DepthGate into)
    {
        while (!into.IsFull)
        {
            if (!file.Next())
            {
                Flush(into);
                return false;
            }

            cells.Row = file.Row;
            Take(into);
        }

        return true;
    }

    public void Dispose() => file.Dispose();

    void Take(DepthGate into)
    {
        if (file.FieldCount < Fields)
        {
            throw ImportErrors.BadRow(cells.File, file.Row, file.Text, FormattableString.Invariant($"has {file.FieldCount} fields, too few"));
        }

        symbol.Check(cells.File, Encoding.UTF8.GetString(file[0]));
        var (last, isSnapshot) = (Whole(3), file[5].SequenceEqual("snap"u8));
        if (line is not null && (line.Last != last || line.IsSnapshot != isSnapshot))
        {
            Flush(into);
        }

        row = file.Row;
        line ??= new BookLine { Time = Whole(1) * UtcNanos.Millisecond, First = Whole(2), Last = last, Previous = Whole(8), IsSnapshot = isSnapshot };
        line.Levels.Add((file[4].SequenceEqual("b"u8) ? Side.Buy : Side.Sell, cells.Price(file[6]), cells.Size(file[7])));
    }

    void Flush(DepthGate into)
    {
        if (line is not null)
        {
            book.Take(line, into, row);
            line = null;
        }
    }

    long Whole(int field) => DecimalText.TryRead(file[field], 0, out var number, out var isExact) && isExact
        ? number
        : throw ImportErrors.BadNumber(cells.File, file.Row, file.Text, Encoding.UTF8.GetString(file[field]), "number");
}
