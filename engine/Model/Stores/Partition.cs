using System.Globalization;

namespace Workbench.Model;

/// <summary>How a tape is cut by UTC time. The cut depends on the time alone, so that the same events make the same stretches however they came.</summary>
public sealed class Partition
{
    readonly string name;
    readonly Func<DateTime, DateTime> floor;
    readonly Func<DateTime, DateTime> next;

    Partition(string name, Func<DateTime, DateTime> floor, Func<DateTime, DateTime> next) => (this.name, this.floor, this.next) = (name, floor, next);

    /// <summary>Cut at days.</summary>
    public static Partition Day { get; } = new("yyyy-MM-dd", static at => at.Date, static first => first.AddDays(1));

    /// <summary>Cut at months.</summary>
    public static Partition Month { get; } = new("yyyy-MM", static at => new DateTime(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc), static first => first.AddMonths(1));

    /// <summary>Cut at years.</summary>
    public static Partition Year { get; } = new("yyyy", static at => new DateTime(at.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc), static first => first.AddYears(1));

    /// <summary>The stretch of the partition that holds the instant.</summary>
    public TimeRange RangeOf(long time)
    {
        var first = floor(UtcNanos.ToDateTime(time));
        return new TimeRange(UtcNanos.From(first), UtcNanos.From(next(first)));
    }

    /// <summary><c>2012-12-31</c>, <c>2012-12</c> or <c>2012</c>.</summary>
    public string NameOf(long time) => UtcNanos.ToDateTime(time).ToString(name, CultureInfo.InvariantCulture);
}
