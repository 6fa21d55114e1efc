using System.Globalization;

namespace Workbench.Research.Evolution;

/// <summary>Words put together as names and numbers in C#.</summary>
static class Phrase
{
    /// <summary>Words as one camelCase name; empty ones are left out.</summary>
    public static string Join(params ReadOnlySpan<string> words)
    {
        var name = "";
        foreach (var word in words)
        {
            name += name.Length == 0 ? word : Pascal(word);
        }

        return name;
    }

    /// <summary>The word with a capital.</summary>
    public static string Pascal(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>A number as C# reads it.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A decimal as C# reads it.</summary>
    public static string Amount(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var isLong = decimal.Truncate(number) == number && number >= 1000m;
        return (isLong ? number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_') : text) + "m";
    }
}
