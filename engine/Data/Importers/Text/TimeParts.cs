namespace Workbench.Data.Importers.Text;

/// <summary>A time that was read.</summary>
/// <param name="Nanos">Nanoseconds since 1970.</param>
/// <param name="IsUtc">Whether they are UTC, else on the clock of a zone that the text does not tell.</param>
readonly record struct TimeParts(long Nanos, bool IsUtc)
{
    /// <summary>Puts fields together; null where there is no such time.</summary>
    public static TimeParts? Of(int year, int month, int day, int hour, int minute, int second, long nanos, long? offsetMinutes)
    {
        if (year is < 1700 or > 2260 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 24 || minute > 59 || second > 59)
        {
            return null;
        }

        var days = DaysSince1970(year, month, day);
        var local = days * UtcNanos.Day + hour * UtcNanos.Hour + minute * UtcNanos.Minute + second * UtcNanos.Second + nanos;
        return new TimeParts(local - (offsetMinutes ?? 0) * UtcNanos.Minute, offsetMinutes is not null);
    }

    static long DaysSince1970(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - 719_162;
}
