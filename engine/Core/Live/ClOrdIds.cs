using System.Globalization;

namespace Workbench.Core;

/// <summary>Order ids as venues get them: the session's key and the order's number, in letters and digits that every venue takes. FIX ClOrdID (11).</summary>
public static class ClOrdIds
{
    /// <summary>Longest id that all venues take.</summary>
    public const int MaxLength = 32;

    const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The id of an order: 12 digits of base 36 after the key.</summary>
    public static string Of(string sessionKey, long number)
    {
        Span<char> text = stackalloc char[12];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(number % 36)];
            number /= 36;
        }

        return string.Concat(sessionKey, text);
    }

    /// <summary>The order's number, of an id that belongs to the session.</summary>
    public static bool TryRead(string sessionKey, string id, out long number)
    {
        number = 0;
        if (id.Length != sessionKey.Length + 12 || !id.StartsWith(sessionKey, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var letter in id.AsSpan(sessionKey.Length))
        {
            var digit = Digits.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0 || number > (long.MaxValue - digit) / 36)
            {
                return false;
            }

            number = number * 36 + digit;
        }

        return true;
    }

    /// <summary>Whether a text can begin order ids.</summary>
    public static bool IsKey(string text) => text.Length is > 0 and <= MaxLength - 12 && text.All(static letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9');

    /// <summary>A key from the instant a session began, to the millisecond, and a number that tells sessions of one instant apart.</summary>
    public static string KeyOf(long startNanos, int apart) =>
        string.Create(CultureInfo.InvariantCulture, $"wb{Of("", startNanos / UtcNanos.Millisecond)[4..]}{Of("", apart)[8..]}");
}
