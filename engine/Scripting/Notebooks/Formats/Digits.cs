using System.Globalization;

namespace Workbench.Scripting.Notebooks;

/// <summary>Numbers for the eye. What stands alone is exact; what stands among others is grouped, and a statistic has seven digits.</summary>
static class Digits
{
    const int Significant = 7;
    const int FewestDecimals = 2;
    const int MostPadded = 8;
    const double TooLarge = 1e15;
    const double TooSmall = 1e-5;
    const long GroupedFrom = 10_000;

    /// <summary>The number as a text, or null for what is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="alone">Whether it is all there is to see.</param>
    public static Word? Of(object value, bool alone) => value switch
    {
        double number => new Word(alone ? number.ToString("G15", CultureInfo.InvariantCulture) : Statistic(number), WordKind.Fraction, number),
        float number => new Word(alone ? number.ToString("G7", CultureInfo.InvariantCulture) : Statistic(number), WordKind.Fraction, number),
        Half number => new Word(Statistic((double)number), WordKind.Fraction, (double)number),
        decimal number => new Word(number.ToString(alone || Math.Abs(number) < GroupedFrom ? "G" : "#,0.############################", CultureInfo.InvariantCulture), WordKind.Fraction),
        sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or Int128 or UInt128 or System.Numerics.BigInteger => new Word(Whole((IFormattable)value, alone), WordKind.Number),
        _ => null,
    };

    /// <summary>A count.</summary>
    public static string Grouped(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The fractions of a column with as many decimals as the longest of them, so that the points stand below each other.</summary>
    public static Word Padded(Word word, int decimals)
    {
        var missing = Math.Min(decimals, MostPadded) - Decimals(word);
        if (missing <= 0 || word.Kind != WordKind.Fraction || !word.Text.All(sign => char.IsAsciiDigit(sign) || sign is '-' or '.' or ','))
        {
            return word;
        }

        var text = word.Statistic is { } number
            ? Rounded(number, new string('0', Decimals(word) + missing))
            : word.Text + (Decimals(word) == 0 ? "." : "") + new string('0', missing);
        return word with { Text = text };
    }

    /// <summary>How many decimals a fraction shows; 0 for all else.</summary>
    public static int Decimals(Word word) =>
        word.Kind == WordKind.Fraction && !word.Text.Contains('E', StringComparison.Ordinal) && word.Text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point
            ? word.Text.Length - point - 1
            : 0;

    // A year stays a year.
    static string Whole(IFormattable number, bool alone)
    {
        var text = number.ToString("D", CultureInfo.InvariantCulture);
        return alone || text.TrimStart('-').Length < 5 ? text : number.ToString("#,0", CultureInfo.InvariantCulture);
    }

    static string Statistic(double number)
    {
        var size = Math.Abs(number);
        if (!double.IsFinite(number) || size == 0)
        {
            return number.ToString("0", CultureInfo.InvariantCulture);
        }

        if (size is >= TooLarge or < TooSmall)
        {
            return number.ToString("0.######E+0", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Max(FewestDecimals, Significant - 1 - (int)Math.Floor(Math.Log10(size)));
        return Rounded(number, new string('#', decimals));
    }

    static string Rounded(double number, string decimals) =>
        number.ToString((Math.Abs(number) < GroupedFrom ? "0." : "#,0.") + decimals, CultureInfo.InvariantCulture);
}
