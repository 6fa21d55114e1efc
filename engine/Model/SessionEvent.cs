namespace Workbench.Model;

/// <summary>The opening or the closing of a market's session, at its exact instant, daylight saving included. FIX TradingSessionStatus (h).</summary>
/// <param name="Instrument">Whose market.</param>
/// <param name="Session">Which session, from open to close.</param>
/// <param name="IsOpening">Whether it opens; else it closes.</param>
public readonly record struct SessionEvent(Instrument Instrument, TradingSession Session, bool IsOpening)
{
    /// <summary>What trading is like in the session.</summary>
    public SessionKind Kind => Session.Kind;

    /// <summary>When it opens or closes, UTC nanoseconds.</summary>
    public long TimeNanos => IsOpening ? Session.Range.From : Session.Range.To;

    /// <summary>When the session opens, UTC.</summary>
    public DateTime Open => UtcNanos.ToDateTime(Session.Range.From);

    /// <summary>When the session closes, UTC: earlier on half days.</summary>
    public DateTime Close => UtcNanos.ToDateTime(Session.Range.To);
}
