namespace Workbench.Core.Tests.Kit;

/// <summary>UTC days with the same sessions each, between whole hours.</summary>
sealed class BellCalendar(params (int Open, int Close, SessionKind Kind)[] sessions) : ISessionCalendar
{
    public string Name => "bells";

    public TimeRange TradingDay(long time) => UtcCalendar.Instance.TradingDay(time);

    public bool IsOpen(long time) => NextSession(time).Range.Contains(time);

    public TimeRange Session(long time)
    {
        var regular = sessions.Where(session => session.Kind == SessionKind.Regular).ToList();
        var day = TradingDay(time).From;
        var range = Range(day, regular[0].Open, regular[^1].Close);
        return time < range.To ? range : Range(day + UtcNanos.Day, regular[0].Open, regular[^1].Close);
    }

    public TradingSession NextSession(long time)
    {
        for (var day = TradingDay(time).From; ; day += UtcNanos.Day)
        {
            foreach (var (open, close, kind) in sessions)
            {
                if (Range(day, open, close) is var range && time < range.To)
                {
                    return new TradingSession(kind, range);
                }
            }
        }
    }

    static TimeRange Range(long day, int open, int close) => new(day + open * UtcNanos.Hour, day + close * UtcNanos.Hour);
}
