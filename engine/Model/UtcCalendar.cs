namespace Workbench.Model;

/// <summary>A market that never closes and whose day turns at midnight UTC, such as crypto. The default calendar.</summary>
public sealed class UtcCalendar : ISessionCalendar
{
    /// <summary>The one instance.</summary>
    public static UtcCalendar Instance { get; } = new();

    UtcCalendar() { }

    /// <inheritdoc/>
    public string Name => "utc";

    /// <inheritdoc/>
    public TimeRange TradingDay(long time)
    {
        var open = UtcNanos.Floor(time, UtcNanos.Day);
        return new TimeRange(open, open + UtcNanos.Day);
    }

    /// <inheritdoc/>
    public bool IsOpen(long time) => true;

    /// <inheritdoc/>
    public TimeRange Session(long time) => TradingDay(time);
}
