using System.Text;
using Workbench.Data.Conversion;

namespace Workbench.Data.Importers.Text;

/// <summary>Reads the cells of a row as the instrument stores them, and names file, row and text where one cannot be read.</summary>
/// <param name="file">The rows.</param>
/// <param name="job">Whose scales and options count.</param>
/// <param name="priceShift">Decimals that prices are written without: 4 where 1674100 means 167.41.</param>
sealed class RowReader(CsvFile file, ImportJob job, int priceShift = 0)
{
    const int FinestScale = 9;

    readonly int priceScale = job.Instrument.PriceScale - priceShift;

    /// <summary>What the prices and sizes of the rows at hand are adjusted by; null leaves them as they are written.</summary>
    public Adjustment? Adjustment { get; set; }

    /// <summary>A price, exact unless the user allowed rounding or has it adjusted.</summary>
    public long Price(int field, ImportReport report)
    {
        if (Adjustment is { } adjustment)
        {
            return Adjusted(field, adjustment.Price);
        }

        if (!DecimalText.TryRead(Cell(field), priceScale, out var raw, out var isExact))
        {
            throw ImportErrors.BadNumber(file.Path, file.Row, file.Text, Show(field), "price");
        }

        if (!isExact)
        {
            report.RoundedPrices += job.Options.RoundPrices ? 1 : throw ImportErrors.TooManyDecimals(file.Path, file.Row, Show(field), job.Instrument);
        }

        return raw;
    }

    /// <summary>The four prices of a bar, from four fields in the order open, high, low, close.</summary>
    public BarPrices Prices(int field, ImportReport report) =>
        new(Price(field, report), Price(field + 1, report), Price(field + 2, report), Price(field + 3, report));

    /// <summary>A size; what is finer than the instrument stores is rounded and counted. 0 where the field is absent or empty.</summary>
    public long Size(int field, ImportReport report)
    {
        if (field < 0 || field >= file.FieldCount || file[field].IsEmpty)
        {
            return 0;
        }

        if (!DecimalText.TryRead(file[field], job.Instrument.SizeScale, out var raw, out var isExact))
        {
            throw ImportErrors.BadNumber(file.Path, file.Row, file.Text, Show(field), "size");
        }

        if (Adjustment is { } adjustment)
        {
            return decimal.ToInt64(Math.Round(raw / adjustment.Split, MidpointRounding.AwayFromZero));
        }

        report.RoundedSizes += isExact ? 0 : 1;
        return raw;
    }

    /// <summary>A price times a factor, to the nearest point: a product of so many decimals fits no instrument.</summary>
    long Adjusted(int field, decimal factor)
    {
        if (!DecimalText.TryRead(Cell(field), FinestScale - priceShift, out var fine, out _))
        {
            throw ImportErrors.BadNumber(file.Path, file.Row, file.Text, Show(field), "price");
        }

        var raw = fine * factor / Scaled.PowerOfTen(FinestScale - job.Instrument.PriceScale);
        return decimal.ToInt64(Math.Round(raw, MidpointRounding.AwayFromZero));
    }

    /// <summary>A field's bytes; an error where the row is too short.</summary>
    public ReadOnlySpan<byte> Cell(int field) => field < file.FieldCount
        ? file[field]
        : throw ImportErrors.BadRow(file.Path, file.Row, file.Text, FormattableString.Invariant($"has {file.FieldCount} fields, too few"));

    /// <summary>A field's text, for messages.</summary>
    public string Show(int field) => Encoding.UTF8.GetString(file[field]);
}
