namespace Workbench.App;

/// <summary>One place at which a session and its backtest differ.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Session">What the session decided; null where it did not.</param>
/// <param name="Backtest">What the backtest decided; null where it did not.</param>
sealed record ParityDifference(ParityCause Cause, DecidedOrder? Session, DecidedOrder? Backtest)
{
    /// <summary>It in words.</summary>
    public override string ToString() =>
        Session is null ? $"{Cause}: only the backtest: {Backtest}"
        : Backtest is null ? $"{Cause}: only the session: {Session}"
        : $"{Cause}: session {Session}; backtest {Backtest}";
}
