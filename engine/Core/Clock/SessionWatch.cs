namespace Workbench.Core;

/// <summary>Follows the sessions of one market: which one opens or closes next, and when.</summary>
sealed class SessionWatch
{
    readonly Instrument instrument;
    TradingSession session;

    public SessionWatch(StrategyHost seat, Instrument instrument, long now)
    {
        Seat = seat;
        this.instrument = instrument;
        session = instrument.Calendar.NextSession(now);

        // The opening of a session at hand lies before the run, and is not told.
        IsOpen = session.Range.From < now;
    }

    /// <summary>Who listens.</summary>
    public StrategyHost Seat { get; }

    /// <summary>Whether a session is at hand, so that its close comes next.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>When the next bell rings, UTC nanoseconds.</summary>
    public long Due => IsOpen ? session.Range.To : session.Range.From;

    /// <summary>Rings, and turns to the next bell.</summary>
    public SessionEvent Ring()
    {
        var rung = new SessionEvent(instrument, session, IsOpening: !IsOpen);
        if (IsOpen)
        {
            session = instrument.Calendar.NextSession(session.Range.To);
        }

        IsOpen = !IsOpen;
        return rung;
    }
}
