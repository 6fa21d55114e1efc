namespace Workbench.Model;

/// <summary>
/// When a market's trading day begins and ends. The only place that knows time zones, holidays and daylight saving: the
/// rest of the house asks it for instants.
/// </summary>
public interface ISessionCalendar
{
    /// <summary>Name as instrument tables spell it, such as <c>fx-newyork-17</c> or <c>utc</c>.</summary>
    string Name { get; }

    /// <summary>The trading day that holds the instant: [open, close) in UTC nanoseconds. Every instant belongs to exactly one.</summary>
    TimeRange TradingDay(long time);

    /// <summary>Whether the market trades at the instant, in a regular session: not before or after hours, and not over a lunch break.</summary>
    bool IsOpen(long time);

    /// <summary>
    /// The regular session at hand, or, while the market is closed, the next one to open: [open, close) in UTC nanoseconds. It
    /// is where a Day order ends, and where orders for the open and the close meet the market. A market that never closes has
    /// sessions too, its trading days.
    /// </summary>
    /// <remarks>A lunch break lies within it: it goes from the day's first opening to its last close.</remarks>
    TimeRange Session(long time);

    /// <summary>
    /// The session of any kind at hand, or, while the market is closed, the next one to open: before and after hours are sessions of
    /// their own, and a lunch break parts two.
    /// </summary>
    TradingSession NextSession(long time) => new(SessionKind.Regular, Session(time));
}
