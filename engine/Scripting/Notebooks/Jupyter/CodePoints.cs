using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>Places in a cell: Jupyter counts code points since protocol 5.2, .NET counts UTF-16 units. An emoji is one of those and two of these.</summary>
static class CodePoints
{
    /// <summary>The place in UTF-16 units; one beyond the text is its end.</summary>
    public static int ToUnits(string text, int points)
    {
        var units = 0;
        for (; points > 0 && units < text.Length; points--)
        {
            Rune.DecodeFromUtf16(text.AsSpan(units), out _, out var width);
            units += width;
        }

        return units;
    }

    /// <summary>The place in code points.</summary>
    public static int FromUnits(string text, int units)
    {
        var points = 0;
        for (var at = 0; at < units && at < text.Length; points++)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out _, out var width);
            at += width;
        }

        return points;
    }
}
