namespace Workbench.Data.Importers.Text;

/// <summary>One way of writing a time, found out or told by the user.</summary>
sealed class TimeText
{
    readonly Func<ReadOnlySpan<byte>, TimeParts?> read;

    TimeText(string name, Func<ReadOnlySpan<byte>, TimeParts?> read) => (Name, this.read) = (name, read);

    /// <summary>How messages call it.</summary>
    public string Name { get; }

    /// <summary>The way that a format describes: <c>unix-s</c>, <c>unix-ms</c>, <c>unix-us</c>, <c>unix-ns</c>, <c>iso</c>, or a pattern of y, M, d, H, m, s, f, t and z.</summary>
    public static TimeText Of(string format) => format switch
    {
        "unix-s" or "unix" => Unix(format, 9),
        "unix-ms" => Unix(format, 6),
        "unix-us" => Unix(format, 3),
        "unix-ns" => Unix(format, 0),
        "iso" => new TimeText(format, IsoTime.Read),
        _ => new TimeText(format, new TimePattern(format).Read),
    };

    /// <summary>The way in which a sample is written; null where it is not clear, as in 02/03/2010.</summary>
    public static TimeText? Guess(ReadOnlySpan<byte> sample)
    {
        string[] formats = DigitsBeforePoint(sample) switch
        {
            9 or 10 => ["unix-s"],
            12 when sample[0] <= '2' && sample.Length == 12 => ["yyyyMMddHHmm", "unix-ms"],
            12 or 13 => ["unix-ms"],
            14 => ["yyyyMMddHHmmss"],
            15 or 16 => ["unix-us"],
            17 => ["yyyyMMddHHmmssfff"],
            18 or 19 => ["unix-ns"],
            8 when sample.Length == 8 => ["iso"],
            > 0 => [],
            _ => ["iso", "dd.MM.yyyy HH:mm:ss.fff", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "dd.MM.yyyy"],
        };
        foreach (var format in formats)
        {
            if (Of(format) is var way && way.TryRead(sample, out _, out _))
            {
                return way;
            }
        }

        return null;
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">ASCII; spaces around do not matter.</param>
    /// <param name="nanos">Nanoseconds since 1970, UTC where <paramref name="isUtc"/>, else on the clock of the file's zone.</param>
    /// <param name="isUtc">Whether the text told its offset itself.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out long nanos, out bool isUtc)
    {
        var parts = read(text.Trim(" \t"u8));
        (nanos, isUtc) = parts is { } found ? (found.Nanos, found.IsUtc) : default;
        return parts is not null;
    }

    static TimeText Unix(string name, int digitsToNanos) => new(name, text =>
        DecimalText.TryRead(text, digitsToNanos, out var nanos, out _) ? new TimeParts(nanos, true) : null);

    /// <summary>Length of a number's whole part; 0 where the text is no number.</summary>
    static int DigitsBeforePoint(ReadOnlySpan<byte> text)
    {
        var point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        return !whole.IsEmpty && whole.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && (point < 0 || text[(point + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0) ? whole.Length : 0;
    }
}
