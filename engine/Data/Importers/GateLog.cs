namespace Workbench.Data.Importers;

/// <summary>
/// The rules of the gates: time never falls, and dirt stays below the thresholds of <see cref="ImportOptions"/>. The first
/// two are judged as they come, shares when the tape has ended, so that the last batch of a refused tape is never given out.
/// </summary>
sealed class GateLog(ImportOptions options, ImportReport report, ISessionCalendar calendar)
{
    long lastTime = long.MinValue;
    string firstCrossed = "";

    /// <summary>File being read, for places.</summary>
    public string File { get; set; } = "";

    public ImportReport Report => report;

    /// <summary>What the events are called in sentences.</summary>
    public string Noun { get; init; } = "ticks";

    /// <summary>What else a gate has to say at the end of the tape.</summary>
    public Action? Ending { get; set; }

    /// <summary>Whether an event at that time, or a bar that opens then, is asked for; counts it where it is not.</summary>
    public bool Wants(long time)
    {
        if (!options.RegularHours || calendar.IsOpen(time))
        {
            return true;
        }

        report.OutsideHours++;
        return false;
    }

    /// <summary>Whether an event at that time may follow the last one; notes it where it may not.</summary>
    /// <param name="time">Time of the event, opening of a bar.</param>
    /// <param name="end">The same time, or the closing of a bar.</param>
    /// <param name="row">Row or record of the file, from 1.</param>
    public bool Follows(long time, long end, long row)
    {
        if (time >= lastTime)
        {
            lastTime = end;
            if (report.Count++ == 0)
            {
                report.From = time;
            }

            report.To = end;
            return true;
        }

        if (options.MaxBackwardsShare == 0)
        {
            throw ImportErrors.TimeBackwards(Place(row), lastTime, time);
        }

        report.Backwards++;
        report.Reject("time goes backwards", Place(row));
        return false;
    }

    /// <summary>Notes a tick with bid above ask.</summary>
    public void Crossed(long row)
    {
        if (report.Crossed++ == 0)
        {
            firstCrossed = Place(row);
        }
    }

    public void Reject(string reason, long row) => report.Reject(reason, Place(row));

    /// <summary>Judges the shares at the end of the tape.</summary>
    public void Finish()
    {
        Ending?.Invoke();
        var seen = report.Count + report.Rejected;
        Judge(report.Crossed, seen, options.MaxCrossedShare, $"have bid above ask (first: {firstCrossed})", "max-crossed");
        Judge(report.Backwards, seen, options.MaxBackwardsShare, "go back in time", "max-backwards");
        Judge(report.Rejected - report.Backwards, seen, options.MaxRejectedShare, "make no sense" + FirstRejection(), "max-rejected");
        Summarize();
    }

    void Judge(long bad, long seen, decimal share, string what, string option)
    {
        if (bad > seen * share)
        {
            throw ImportErrors.TooDirty(bad, seen, what, share, option);
        }
    }

    void Summarize()
    {
        if (report.Crossed > 0)
        {
            report.Warn(FormattableString.Invariant($"{report.Crossed} of {report.Count} {Noun} have bid above ask, the first at {firstCrossed}, {report.Locked} bid equal to ask; they were kept."));
        }

        if (report.Widened > 0)
        {
            report.Warn(FormattableString.Invariant($"{report.Widened} bars had an open or close outside their range, which was widened to hold it."));
        }

        if (report.Blank > 0)
        {
            report.Warn(FormattableString.Invariant($"{report.Blank} rows hold no price and were passed over."));
        }

        if (report.OutsideHours > 0)
        {
            report.Warn(FormattableString.Invariant($"{report.OutsideHours} lay outside the hours of {calendar.Name} and were left out."));
        }

        if (report.RoundedPrices > 0)
        {
            report.Warn(FormattableString.Invariant($"{report.RoundedPrices} prices had more decimals than the instrument and were rounded."));
        }

        if (report.RoundedSizes > 0)
        {
            report.Warn(FormattableString.Invariant($"{report.RoundedSizes} sizes had more decimals than the instrument stores and were rounded."));
        }

        foreach (var rejection in report.Rejections)
        {
            report.Warn(FormattableString.Invariant($"{rejection.Count} left out: {rejection.Reason}; the first at {rejection.FirstPlace}."));
        }
    }

    string FirstRejection() => report.Rejections.FirstOrDefault() is { } first ? $" (first: {first.Reason}, {first.FirstPlace})" : "";

    string Place(long row) => FormattableString.Invariant($"{File} row {row}");
}
