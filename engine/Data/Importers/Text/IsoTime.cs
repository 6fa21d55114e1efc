namespace Workbench.Data.Importers.Text;

/// <summary>Times that begin with the year: <c>2013-01-01 22:00:00.295+00:00</c>, <c>2024.01.02</c>, <c>20200101 170000065</c>, <c>20140501T12:30Z</c> and what lies between.</summary>
static class IsoTime
{
    const int MaxFraction = 9;

    public static TimeParts? Read(ReadOnlySpan<byte> text)
    {
        var at = 0;
        if (!Take(text, ref at, 4, out var year))
        {
            return null;
        }

        var mark = at < text.Length && text[at] is (byte)'-' or (byte)'/' or (byte)'.' ? text[at] : (byte)0;
        if (!Skip(text, ref at, mark) || !Take(text, ref at, 2, out var month) || !Skip(text, ref at, mark) || !Take(text, ref at, 2, out var day))
        {
            return null;
        }

        int hour = 0, minute = 0, second = 0;
        var nanos = 0L;
        if (at < text.Length && text[at] is (byte)' ' or (byte)'T' or (byte)'_' or (byte)',')
        {
            at++;
            if (!TakeClock(text, ref at, ref hour, ref minute, ref second, ref nanos))
            {
                return null;
            }
        }

        return TakeOffset(text, ref at, out var offset) && at == text.Length
            ? TimeParts.Of(year, month, day, hour, minute, second, nanos, offset)
            : null;
    }

    static bool TakeClock(ReadOnlySpan<byte> text, ref int at, ref int hour, ref int minute, ref int second, ref long nanos)
    {
        if (!Take(text, ref at, 2, out hour))
        {
            return false;
        }

        var mark = at < text.Length && text[at] == ':' ? (byte)':' : (byte)0;
        if (!Skip(text, ref at, mark) || !Take(text, ref at, 2, out minute))
        {
            return false;
        }

        if (mark == 0 ? at < text.Length && char.IsAsciiDigit((char)text[at]) : at < text.Length && text[at] == ':')
        {
            return Skip(text, ref at, mark) && Take(text, ref at, 2, out second) && TakeFraction(text, ref at, mark == 0, ref nanos);
        }

        return true;
    }

    /// <summary>Fraction of a second behind a point or comma; without any where nothing else is separated either.</summary>
    static bool TakeFraction(ReadOnlySpan<byte> text, ref int at, bool isBare, ref long nanos)
    {
        if (at < text.Length && text[at] is (byte)'.' or (byte)',')
        {
            at++;
        }
        else if (!isBare || at == text.Length || !char.IsAsciiDigit((char)text[at]))
        {
            return true;
        }

        var digits = 0;
        for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++, digits++)
        {
            nanos = digits < MaxFraction ? nanos * 10 + (text[at] - '0') : nanos;
        }

        for (var i = digits; i < MaxFraction; i++)
        {
            nanos *= 10;
        }

        return digits > 0;
    }

    /// <summary>Z, UTC, GMT, +hh, +hhmm or +hh:mm, with or without a space before; null where there is none.</summary>
    public static bool TakeOffset(ReadOnlySpan<byte> text, ref int at, out long? minutes)
    {
        minutes = null;
        var rest = text[at..].Trim((byte)' ');
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest.SequenceEqual("Z"u8) || rest.SequenceEqual("UTC"u8) || rest.SequenceEqual("GMT"u8))
        {
            (minutes, at) = (0, text.Length);
            return true;
        }

        var from = 1;
        var minute = 0;
        if (rest[0] is not ((byte)'+' or (byte)'-') || !Take(rest, ref from, 2, out var hour))
        {
            return false;
        }

        if (from < rest.Length && rest[from] == ':')
        {
            from++;
        }

        if (from < rest.Length && !Take(rest, ref from, 2, out minute))
        {
            return false;
        }

        (minutes, at) = ((rest[0] == '-' ? -1 : 1) * (hour * 60 + minute), text.Length);
        return from == rest.Length && hour <= 18 && minute < 60;
    }

    public static bool Take(ReadOnlySpan<byte> text, ref int at, int digits, out int number)
    {
        number = 0;
        for (var i = 0; i < digits; i++, at++)
        {
            if (at >= text.Length || !char.IsAsciiDigit((char)text[at]))
            {
                return false;
            }

            number = number * 10 + (text[at] - '0');
        }

        return true;
    }

    static bool Skip(ReadOnlySpan<byte> text, ref int at, byte mark)
    {
        if (mark == 0)
        {
            return true;
        }

        return at < text.Length && text[at++] == mark;
    }
}
