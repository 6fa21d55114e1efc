using System.Globalization;

namespace Workbench.Data.Lake;

/// <summary>Figures as texts of the lake: empty where there is none, and without zeros behind the point, since 3.00 and 3 are one figure and have one hash.</summary>
static class FigureText
{
    public static string Of(decimal? figure) => figure?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    public static decimal? Read(string text) => text.Length > 0 ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
