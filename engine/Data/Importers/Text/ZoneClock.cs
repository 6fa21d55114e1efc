using System.Globalization;
using NodaTime;

namespace Workbench.Data.Importers.Text;

/// <summary>Turns what a clock on the wall of some zone showed into UTC, fast for rows that follow each other.</summary>
sealed class ZoneClock
{
    static readonly long Margin = 3 * UtcNanos.Hour;

    readonly DateTimeZone zone;
    long from = long.MaxValue;
    long to = long.MinValue;
    long offset;

    ZoneClock(DateTimeZone zone) => this.zone = zone;

    /// <summary>A clock for an IANA zone, or for an offset that never changes, such as UTC-5.</summary>
    /// <exception cref="WorkbenchException">There is no such zone.</exception>
    public static ZoneClock Of(string name)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } known)
        {
            return new ZoneClock(known);
        }

        // NodaTime's own spelling of fixed zones is UTC-05 or UTC+05:30.
        var digits = name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || name.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) ? name[3..] : name;
        return TimeSpan.TryParseExact(digits.TrimStart('+', '-'), ["%h", "hh", @"h\:mm", @"hh\:mm", "hhmm"], CultureInfo.InvariantCulture, out var span) && digits[0] is '+' or '-'
            ? new ZoneClock(DateTimeZone.ForOffset(Offset.FromTicks(digits[0] == '-' ? -span.Ticks : span.Ticks)))
            : throw ImportErrors.UnknownTimeZone(name, Closest.To(name, DateTimeZoneProviders.Tzdb.Ids));
    }

    /// <summary>The instant at which the clock showed that.</summary>
    /// <param name="local">Nanoseconds since 1970-01-01T00:00 on that clock.</param>
    /// <param name="last">Instant of the row before: of the two readings of the hour that autumn repeats, the first not before it counts.</param>
    public long ToUtc(long local, long last)
    {
        if (local < from || local >= to)
        {
            return Look(local, last);
        }

        return local - offset;
    }

    long Look(long local, long last)
    {
        var mapping = zone.MapLocal(LocalOf(local));
        var early = mapping.EarlyInterval;
        if (mapping.Count == 2)
        {
            var first = local - early.WallOffset.Nanoseconds;
            return first >= last ? first : local - mapping.LateInterval.WallOffset.Nanoseconds;
        }

        offset = early.WallOffset.Nanoseconds;
        if (mapping.Count == 1)
        {
            // Near a change of the clocks each row is looked up.
            from = early.HasStart ? early.Start.ToUnixTimeTicks() * 100 + offset + Margin : long.MinValue;
            to = early.HasEnd ? early.End.ToUnixTimeTicks() * 100 + offset - Margin : long.MaxValue;
        }
        else
        {
            from = long.MaxValue;
        }

        return local - offset;
    }

    static LocalDateTime LocalOf(long local) => Instant.FromUnixTimeTicks(0).PlusNanoseconds(local).InUtc().LocalDateTime;
}
