using System.Globalization;

namespace Workbench.Research.Search;

/// <summary>Numbers of axes are decimals, so that 0.1 + 0.2 is 0.3, and have one text each.</summary>
static class AxisNumber
{
    public static bool TryRead(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>1.50 as 1.5, and never an exponent.</summary>
    public static string Spell(decimal value)
    {
        // Dividing by one with all its zeros takes a decimal's trailing zeros off.
        var text = (value / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
