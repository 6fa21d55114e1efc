using System.Globalization;

namespace Workbench.Model;

/// <summary>Figures as texts of a tape: empty where there is none, and without zeros behind the point, since 3.00 and 3 are one figure and have one hash.</summary>
public static class FigureText
{
    /// <summary>The text of a figure.</summary>
    public static string Of(decimal? figure) => figure?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The figure of a text.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public static decimal? Read(string text) => text.Length > 0 ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
