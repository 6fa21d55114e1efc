using System.Globalization;
using System.Numerics;

namespace Workbench.Core.Tests.Oracle;

/// <summary>Whole numbers over powers of ten as text, to compare with decimals digit by digit.</summary>
static class Exact
{
    /// <summary>value / 10^scale without trailing zeros.</summary>
    public static string Text(BigInteger value, int scale)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = (digits[..^scale] + "." + digits[^scale..]).TrimEnd('0').TrimEnd('.');
        return value < 0 ? "-" + text : text;
    }

    public static string Text(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
