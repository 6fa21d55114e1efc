namespace Workbench.Model;

/// <summary>Time as the house keeps it: nanoseconds since 1970-01-01T00:00:00Z, always UTC. Range: years 1678 to 2262.</summary>
/// <remarks>Scripts and charts see <see cref="DateTime"/> (Kind Utc); the two conversions here are the only doors between.</remarks>
public static class UtcNanos
{
    /// <summary>One microsecond in nanoseconds.</summary>
    public const long Microsecond = 1_000;

    /// <summary>One millisecond in nanoseconds.</summary>
    public const long Millisecond = 1_000_000;

    /// <summary>One second in nanoseconds.</summary>
    public const long Second = 1_000_000_000;

    /// <summary>One minute in nanoseconds.</summary>
    public const long Minute = 60 * Second;

    /// <summary>One hour in nanoseconds.</summary>
    public const long Hour = 60 * Minute;

    /// <summary>One UTC day in nanoseconds.</summary>
    public const long Day = 24 * Hour;

    /// <summary>The instant as a <see cref="DateTime"/> of Kind Utc; what is finer than its 100 ns is cut off.</summary>
    public static DateTime ToDateTime(long nanos) =>
        new(DateTime.UnixEpoch.Ticks + FloorDiv(nanos, 100), DateTimeKind.Utc);

    /// <summary>Nanoseconds of a UTC <see cref="DateTime"/>. A local time is an error, since only calendars know time zones.</summary>
    /// <exception cref="ArgumentException">The Kind is Local.</exception>
    public static long From(DateTime utc) =>
        utc.Kind == DateTimeKind.Local
            ? throw new ArgumentException("A local time has no place here; convert it to UTC first.", nameof(utc))
            : (utc.Ticks - DateTime.UnixEpoch.Ticks) * 100;

    /// <summary>Nanoseconds of a time span.</summary>
    public static long From(TimeSpan span) => span.Ticks * 100;

    /// <summary>ISO 8601 with as many fraction digits as the instant needs, such as <c>2012-12-02T22:00:20.1Z</c>.</summary>
    public static string ToIso(long nanos)
    {
        var text = ToDateTime(nanos).ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        var rest = nanos % Second;
        var fraction = rest < 0 ? rest + Second : rest;
        return fraction == 0
            ? text + "Z"
            : text + "." + fraction.ToString("D9", System.Globalization.CultureInfo.InvariantCulture).TrimEnd('0') + "Z";
    }

    /// <summary>Largest multiple of <paramref name="span"/> at or before the instant: the opening of the bar that holds it.</summary>
    public static long Floor(long nanos, long span) => FloorDiv(nanos, span) * span;

    static long FloorDiv(long value, long by)
    {
        var quotient = value / by;
        return value % by < 0 ? quotient - 1 : quotient;
    }
}
