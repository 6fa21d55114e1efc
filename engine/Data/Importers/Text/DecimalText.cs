namespace Workbench.Data.Importers.Text;

/// <summary>Reads decimal text into scaled integers, exactly: no binary fraction is ever in between.</summary>
static class DecimalText
{
    const int MaxPower = 18;
    const long LastWithRoom = (long.MaxValue - 9) / 10;

    /// <summary>Reads a number such as <c>1.39286</c>, <c>-0.5</c> or <c>1.0E-5</c>, ASCII, without thousands marks.</summary>
    /// <param name="text">The digits; spaces around them do not matter.</param>
    /// <param name="scale">Decimals of the result; below 0 where the text counts in smaller units than the result.</param>
    /// <param name="raw">The number × 10^scale, rounded half away from zero where it has more decimals.</param>
    /// <param name="isExact">Whether nothing was rounded.</param>
    /// <returns>False where the text is no number, or one too large.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, int scale, out long raw, out bool isExact)
    {
        (raw, isExact) = (0, true);
        text = text.Trim(" \t"u8);
        var isNegative = !text.IsEmpty && text[0] == '-';
        var at = isNegative || (!text.IsEmpty && text[0] == '+') ? 1 : 0;
        var mantissa = 0L;
        int seen = 0, fraction = 0;
        var inFraction = false;
        for (; at < text.Length; at++)
        {
            var digit = text[at] - '0';
            if (digit is >= 0 and <= 9)
            {
                seen++;
                if (mantissa <= LastWithRoom && fraction < MaxPower)
                {
                    mantissa = mantissa * 10 + digit;
                    fraction += inFraction ? 1 : 0;
                }
                else if (inFraction)
                {
                    isExact &= digit == 0;
                }
                else
                {
                    return false;
                }
            }
            else if (text[at] == '.' && !inFraction)
            {
                inFraction = true;
            }
            else
            {
                break;
            }
        }

        if (seen == 0 || !TryReadExponent(text[at..], out var exponent) || !TryShift(mantissa, scale + exponent - fraction, ref isExact, out raw))
        {
            return false;
        }

        raw = isNegative ? -raw : raw;
        return true;
    }

    static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        return text.IsEmpty
            || (text[0] is (byte)'e' or (byte)'E' && System.Buffers.Text.Utf8Parser.TryParse(text[1..], out exponent, out var used) && used == text.Length - 1 && exponent is > -100 and < 100);
    }

    static bool TryShift(long mantissa, int places, ref bool isExact, out long raw)
    {
        raw = 0;
        if (places < -MaxPower)
        {
            isExact &= mantissa == 0;
            raw = places == -MaxPower - 1 && mantissa >= 5_000_000_000_000_000_000 ? 1 : 0;
            return true;
        }

        if (places < 0)
        {
            var unit = PowerOfTen(-places);
            var rest = mantissa % unit;
            isExact &= rest == 0;
            raw = mantissa / unit + (rest >= unit - rest ? 1 : 0);
            return true;
        }

        if (mantissa != 0 && (places > MaxPower || mantissa > long.MaxValue / PowerOfTen(places)))
        {
            return false;
        }

        raw = mantissa == 0 ? 0 : mantissa * PowerOfTen(places);
        return true;
    }

    static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
