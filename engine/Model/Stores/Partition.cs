using System.Globalization;

namespace Workbench.Model;

/// <summary>How a tape is cut by UTC time. The cut depends on the time alone, so that the same events make the same stretches however they came.</summary>
/// <param name="IsYear">Whether at years; else at months.</param>
public readonly record struct Partition(bool IsYear)
{
    /// <summary>Cut at months.</summary>
    public static Partition Month => new(false);

    /// <summary>Cut at years.</summary>
    public static Partition Year => new(true);

    /// <summary>The stretch of the partition that holds the instant.</summary>
    public TimeRange RangeOf(long time)
    {
        var at = UtcNanos.ToDateTime(time);
        var first = new DateTime(at.Year, IsYear ? 1 : at.Month, 1, 0, 0, 0, DateTimeKind.Utc);
        return new TimeRange(UtcNanos.From(first), UtcNanos.From(IsYear ? first.AddYears(1) : first.AddMonths(1)));
    }

    /// <summary><c>2012-12</c> or <c>2012</c>.</summary>
    public string NameOf(long time) => UtcNanos.ToDateTime(time).ToString(IsYear ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture);
}
