using System.Globalization;

namespace Workbench.Data.Importers.Notices;

/// <summary>A figure of a calendar: <c>-0.30T</c> is -300,000,000,000, and <c>3.00%</c> is 3 with the unit %.</summary>
/// <param name="Value">The number, K, M, B and T multiplied out.</param>
/// <param name="Unit"><c>%</c> or empty.</param>
readonly record struct Figure(decimal Value, string Unit)
{
    /// <summary>Reads one.</summary>
    public static bool TryRead(string text, out Figure figure)
    {
        var digits = text.Trim().Replace(",", "", StringComparison.Ordinal).TrimStart('<', '>');
        var (unit, times) = digits.Length == 0 ? ("", 0m) : char.ToUpperInvariant(digits[^1]) switch
        {
            '%' => ("%", 1m),
            'K' => ("", 1_000m),
            'M' => ("", 1_000_000m),
            'B' => ("", 1_000_000_000m),
            'T' => ("", 1_000_000_000_000m),
            _ => ("", 0m),
        };
        var isRead = decimal.TryParse(times == 0m ? digits : digits[..^1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) < 1_000_000_000_000m;
        figure = isRead ? new Figure(value * (times == 0m ? 1m : times), unit) : default;
        return isRead;
    }

    /// <summary>Whether a text holds several figures, as votes (5-0-4) and auctions (4.33|2.4) do: nothing that one could compare.</summary>
    public static bool IsSeveral(string text) =>
        text.Split(['|', '-'], StringSplitOptions.TrimEntries) is { Length: > 1 } parts && parts.All(part => TryRead(part, out _));
}
