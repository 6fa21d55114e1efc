namespace Workbench.Core;

/// <summary>Takes equity at the points of a grid and at the end of each trading day. After a pause the grid starts again with the next event, so that a closed market makes no points.</summary>
sealed class Sampler(long step, ISessionCalendar calendar, EquityTracker tracker, RiskWatch risk, IRunSink sink)
{
    static readonly long[] Steps =
    [
        UtcNanos.Second, 5 * UtcNanos.Second, 15 * UtcNanos.Second, 30 * UtcNanos.Second, UtcNanos.Minute, 5 * UtcNanos.Minute,
        15 * UtcNanos.Minute, 30 * UtcNanos.Minute, UtcNanos.Hour, 4 * UtcNanos.Hour, UtcNanos.Day,
    ];

    long nextPoint = long.MaxValue;
    long lastPoint = long.MinValue;
    long dayEnd = long.MaxValue;

    /// <summary>Nanoseconds between two points.</summary>
    public long Step => step;

    /// <summary>When the next sample is due.</summary>
    public long Next => Math.Min(Math.Min(nextPoint, dayEnd), risk.NextReturns);

    /// <summary>The finest even step that gives a range at most so many points.</summary>
    public static long StepFor(TimeRange range, int points)
    {
        // A range without an end has no length that fits a long.
        var length = (UInt128)((Int128)range.To - range.From);
        foreach (var step in Steps)
        {
            if (length / (UInt128)step <= (UInt128)points)
            {
                return step;
            }
        }

        return Steps[^1];
    }

    /// <summary>Starts the grid and the day that hold the instant, where none is at hand.</summary>
    public long Begin(long time)
    {
        if (nextPoint == long.MaxValue)
        {
            nextPoint = UtcNanos.Floor(time, step) + step;
        }

        if (dayEnd == long.MaxValue)
        {
            dayEnd = calendar.TradingDay(time).To;
        }

        risk.BeginReturns(time);
        return Next;
    }

    /// <summary>Takes what is due at the instant.</summary>
    public void Take(long time)
    {
        risk.TakeReturns(time);
        if (nextPoint <= time)
        {
            sink.Equity(tracker.Sample(time));
            lastPoint = time;
            nextPoint = long.MaxValue;
        }

        if (dayEnd <= time)
        {
            sink.Day(tracker.Sample(time));
            dayEnd = long.MaxValue;
        }
    }

    /// <summary>Takes the last point, and the day that the run's end cut short.</summary>
    public void Finish(long time)
    {
        if (time > lastPoint)
        {
            sink.Equity(tracker.Sample(time));
        }

        if (dayEnd != long.MaxValue)
        {
            sink.Day(tracker.Sample(time));
        }
    }
}
