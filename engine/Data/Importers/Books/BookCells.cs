using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>Reads prices and sizes of books as the instrument stores them, and names file, row and text where one cannot be read.</summary>
/// <param name="job">Whose scales and options count.</param>
/// <param name="file">The file.</param>
/// <param name="report">Where roundings are counted.</param>
sealed class BookCells(ImportJob job, string file, ImportReport report)
{
    public string File => file;

    /// <summary>Row of the file that the texts are of, from 1.</summary>
    public long Row { get; set; }

    /// <summary>A price, exact unless the user allowed rounding.</summary>
    public long Price(ReadOnlySpan<byte> text)
    {
        if (!DecimalText.TryRead(text, job.Instrument.PriceScale, out var raw, out var isExact))
        {
            throw ImportErrors.BadNumber(file, Row, Show(text), Show(text), "price");
        }

        report.RoundedPrices += isExact ? 0 : job.Options.RoundPrices ? 1 : throw ImportErrors.TooManyDecimals(file, Row, Show(text), job.Instrument);
        return raw;
    }

    /// <summary>A size. What is finer than the instrument stores is rounded and counted, but never to nothing: that would remove a level.</summary>
    public long Size(ReadOnlySpan<byte> text)
    {
        if (!DecimalText.TryRead(text, job.Instrument.SizeScale, out var raw, out var isExact))
        {
            throw ImportErrors.BadNumber(file, Row, Show(text), Show(text), "size");
        }

        report.RoundedSizes += isExact ? 0 : 1;
        return raw == 0 && !isExact ? 1 : raw;
    }

    static string Show(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, 40)]);
}
