namespace Workbench.Data.Importers.Text;

/// <summary>A time as a pattern describes it: <c>yyyy MM dd HH mm ss f… tt zzz</c> as everywhere in .NET, anything else as it stands. A single M, d, H, h, m or s takes one or two digits.</summary>
sealed class TimePattern(string pattern)
{
    public TimeParts? Read(ReadOnlySpan<byte> text)
    {
        int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, at = 0;
        var nanos = 0L;
        var isAfternoon = (bool?)null;
        var offset = (long?)null;
        for (var i = 0; i < pattern.Length;)
        {
            var letter = pattern[i];
            var run = RunLength(i);
            var taken = letter switch
            {
                'y' => TakeYear(text, ref at, run, ref year),
                'M' => TakeNumber(text, ref at, run, ref month),
                'd' => TakeNumber(text, ref at, run, ref day),
                'H' or 'h' => TakeNumber(text, ref at, run, ref hour),
                'm' => TakeNumber(text, ref at, run, ref minute),
                's' => TakeNumber(text, ref at, run, ref second),
                'f' or 'F' => TakeFraction(text, ref at, run, ref nanos),
                't' => TakeHalf(text, ref at, ref isAfternoon),
                'z' or 'K' => IsoTime.TakeOffset(text, ref at, out offset),
                _ => TakeLiteral(text, ref at, i, run),
            };
            if (!taken)
            {
                return null;
            }

            i += run;
        }

        if (isAfternoon is { } half)
        {
            hour = hour % 12 + (half ? 12 : 0);
        }

        return at == text.Length ? TimeParts.Of(year, month, day, hour, minute, second, nanos, offset) : null;
    }

    int RunLength(int from)
    {
        var to = from + 1;
        while (to < pattern.Length && pattern[to] == pattern[from])
        {
            to++;
        }

        return to - from;
    }

    bool TakeLiteral(ReadOnlySpan<byte> text, ref int at, int from, int run)
    {
        for (var i = 0; i < run; i++, at++)
        {
            if (at >= text.Length || text[at] != pattern[from])
            {
                return false;
            }
        }

        return true;
    }

    static bool TakeYear(ReadOnlySpan<byte> text, ref int at, int run, ref int year)
    {
        if (!IsoTime.Take(text, ref at, run, out year))
        {
            return false;
        }

        year += run > 2 ? 0 : year < 70 ? 2000 : 1900;
        return true;
    }

    static bool TakeNumber(ReadOnlySpan<byte> text, ref int at, int run, ref int number)
    {
        var digits = run > 1 ? run : at + 1 < text.Length && char.IsAsciiDigit((char)text[at + 1]) ? 2 : 1;
        return IsoTime.Take(text, ref at, digits, out number);
    }

    static bool TakeFraction(ReadOnlySpan<byte> text, ref int at, int run, ref long nanos)
    {
        var isRead = IsoTime.Take(text, ref at, Math.Min(run, 9), out var fraction);
        nanos = fraction;
        for (var i = run; i < 9; i++)
        {
            nanos *= 10;
        }

        return isRead;
    }

    static bool TakeHalf(ReadOnlySpan<byte> text, ref int at, ref bool? isAfternoon)
    {
        if (at + 2 > text.Length || text[at + 1] is not ((byte)'M' or (byte)'m'))
        {
            return false;
        }

        isAfternoon = text[at] is (byte)'P' or (byte)'p';
        at += 2;
        return true;
    }
}
