using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>A row of one of Tardis' files: exchange, symbol, the exchange's time, the time of arrival, and more.</summary>
sealed class TardisRow(CsvFile file, BookCells cells, CaptureSymbol symbol) : IDisposable
{
    public long Row => file.Row;

    /// <summary>By the exchange's clock, UTC nanoseconds.</summary>
    public long Time { get; private set; }

    /// <summary>When it arrived, UTC nanoseconds.</summary>
    public long Heard { get; private set; }

    /// <summary>Steps to the next row.</summary>
    public bool Next()
    {
        if (!file.Next())
        {
            return false;
        }

        cells.Row = file.Row;
        symbol.Check(cells.File, Encoding.UTF8.GetString(Cell(1)));
        (Time, Heard) = (Micros(2), Micros(3));
        return true;
    }

    public bool Says(int field, ReadOnlySpan<byte> word) => Cell(field).SequenceEqual(word);

    public bool IsEmpty(int field) => field >= file.FieldCount || file[field].IsEmpty;

    public long Price(int field) => cells.Price(Cell(field));

    public long Size(int field) => cells.Size(Cell(field));

    public void Dispose() => file.Dispose();

    ReadOnlySpan<byte> Cell(int field) => field < file.FieldCount
        ? file[field]
        : throw ImportErrors.BadRow(cells.File, file.Row, file.Text, FormattableString.Invariant($"has {file.FieldCount} fields, too few"));

    long Micros(int field) => DecimalText.TryRead(Cell(field), 3, out var nanos, out _)
        ? nanos
        : throw ImportErrors.BadNumber(cells.File, file.Row, file.Text, Encoding.UTF8.GetString(Cell(field)), "time in microseconds");
}
