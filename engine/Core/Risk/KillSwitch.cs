namespace Workbench.Core;

/// <summary>
/// The big red button, and its two smaller neighbours. A rule of risk presses it, or a person does by a command; a command is an input of the
/// session like any other, so it is journaled and replays.
/// </summary>
sealed class KillSwitch(RiskAlerts alerts, OrderDesk desk, RiskExits exits, Account account)
{
    /// <summary>Whether it was pressed: every order is refused from then on, cancellations go.</summary>
    public bool IsKilled { get; private set; }

    /// <summary>Whether a person wants no new entries for now.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Whether all is being closed, after which trading goes on.</summary>
    public bool IsFlattening { get; private set; }

    /// <summary>Why it was pressed; empty while it was not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether anything keeps entries out.</summary>
    public bool Blocks => IsKilled || IsPaused || IsFlattening;

    /// <summary>When it wants to look again although no price came, UTC nanoseconds; the end of time where it need not.</summary>
    public long Due => IsKilled || IsFlattening ? exits.RetryDue : long.MaxValue;

    /// <summary>What keeps entries out now, for people.</summary>
    public IEnumerable<string> Reasons
    {
        get
        {
            if (IsKilled)
            {
                yield return "killed: " + Reason;
            }
            else if (IsFlattening)
            {
                yield return "flattening";
            }

            if (IsPaused)
            {
                yield return "paused";
            }
        }
    }

    /// <summary>Cancels all that waits, closes all that is held, and refuses every order from now on. There is no way back within the session.</summary>
    public void Kill(string reason)
    {
        if (IsKilled)
        {
            return;
        }

        (IsKilled, Reason) = (true, reason);
        alerts.Tell(RiskLevel.Critical, RiskAction.Kill, $"killed: {reason}");
        desk.CancelAll();
        Pursue();
    }

    /// <summary>Keeps entries out, or lets them in again. Exits and cancellations go.</summary>
    public void Pause(bool on)
    {
        if (on != IsPaused)
        {
            IsPaused = on;
            alerts.Tell(RiskLevel.Info, on ? RiskAction.BlockEntries : RiskAction.Warn, on ? "paused: no new entries" : "entries are let in again");
        }
    }

    /// <summary>Cancels all that waits and closes all that is held. Entries are kept out until that is done.</summary>
    public void Flatten()
    {
        alerts.Tell(RiskLevel.Info, RiskAction.Close, "flatten: all orders are cancelled, all positions closed");
        IsFlattening = true;
        desk.CancelAll();
        Pursue();
    }

    /// <summary>Closes what is held still, or again, because an order was filled before its cancellation arrived.</summary>
    public void Pursue()
    {
        if (!IsKilled && !IsFlattening)
        {
            return;
        }

        exits.CloseAll(IsKilled ? "kill" : "flatten");
        IsFlattening &= account.Held.Length > 0 || exits.AreWorking || desk.OpenCount > 0;
    }

    /// <summary>What it says to an order of a script.</summary>
    public Refusal Refuses(bool isReduction) =>
        IsKilled ? new Refusal(RejectReason.Killed, $"everything was stopped: {Reason}")
        : isReduction ? default
        : IsFlattening ? new Refusal(RejectReason.EntriesBlocked, "all positions are being closed")
        : IsPaused ? new Refusal(RejectReason.EntriesBlocked, "entries are paused")
        : default;
}
