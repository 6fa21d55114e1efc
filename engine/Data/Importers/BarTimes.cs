using Workbench.Data.Calendars;

namespace Workbench.Data.Importers;

/// <summary>From when to when a bar runs, told from the one time that its source writes.</summary>
/// <param name="Spec">Its length.</param>
/// <param name="Stamp">Which end the source writes.</param>
/// <param name="IsDateOnly">Whether it writes a day, as midnight UTC: the bar is that day's session then.</param>
/// <param name="Calendar">Whose sessions.</param>
readonly record struct BarTimes(BarSpec Spec, BarStamp Stamp, bool IsDateOnly, ISessionCalendar Calendar)
{
    /// <summary>Opening and closing of the bar.</summary>
    public TimeRange Of(long time)
    {
        if (IsDateOnly && Spec.Unit == BarUnit.Days)
        {
            return TradingDates.OfDate(Calendar, time);
        }

        var open = Stamp == BarStamp.Close ? time - Spec.NominalNanos : time;
        return Spec.Unit == BarUnit.Days && TradingDates.HasBells(Calendar)
            ? TradingDates.Holding(Calendar, open)
            : new TimeRange(open, open + Spec.NominalNanos);
    }

    /// <summary>Closing of a bar whose successor opens then: a day cut short by daylight saving ends an hour early.</summary>
    public long EndBefore(TimeRange bar, long nextOpen)
    {
        const long LongestCut = 2 * UtcNanos.Hour;
        return Spec.Unit == BarUnit.Days && nextOpen > bar.From && nextOpen < bar.To && bar.To - nextOpen <= LongestCut ? nextOpen : bar.To;
    }
}
