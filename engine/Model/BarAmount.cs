using System.Globalization;

namespace Workbench.Model;

/// <summary>How much a bar by volume or value holds, as scripts write it: <c>0.5</c>, <c>250</c>, <c>50k</c>, <c>1M</c>. Kept in millionths, since coins are traded in parts.</summary>
static class BarAmount
{
    const long One = 1_000_000;
    const long Thousand = 1_000 * One;
    const long Million = 1_000 * Thousand;

    /// <summary>An amount as millionths.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0, has more than six decimals or is beyond nine million millions.</exception>
    public static long Millionths(decimal amount) => TryMillionths(amount, out var millionths)
        ? millionths
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "A bar holds an amount above 0 with at most six decimals.");

    public static bool TryParse(ReadOnlySpan<char> text, out long millionths)
    {
        var factor = text.IsEmpty ? 1 : text[^1] switch { 'k' => 1_000, 'M' => 1_000_000, _ => 1 };
        var digits = factor == 1 ? text : text[..^1];
        millionths = 0;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount < long.MaxValue / One && TryMillionths(amount * factor, out millionths);
    }

    public static string Text(long millionths) => millionths switch
    {
        _ when millionths % Million == 0 => FormattableString.Invariant($"{millionths / Million}M"),
        _ when millionths % Thousand == 0 => FormattableString.Invariant($"{millionths / Thousand}k"),
        _ => FormattableString.Invariant($"{(decimal)millionths / One}"),
    };

    static bool TryMillionths(decimal amount, out long millionths)
    {
        millionths = 0;
        if (amount <= 0 || amount > long.MaxValue / One || amount * One % 1 != 0)
        {
            return false;
        }

        millionths = (long)(amount * One);
        return true;
    }
}
