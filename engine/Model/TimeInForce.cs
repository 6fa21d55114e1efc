namespace Workbench.Model;

/// <summary>How long an order works. FIX TimeInForce (59).</summary>
public enum TimeInForce : byte
{
    /// <summary>Until it is filled or cancelled. The default.</summary>
    Gtc = 1,

    /// <summary>Until the session at hand ends; sent between two sessions, until the next one ends.</summary>
    Day = 2,

    /// <summary>What can be filled at once is, the rest is cancelled.</summary>
    Ioc = 3,

    /// <summary>All at once, or nothing.</summary>
    Fok = 4,

    /// <summary>Until <see cref="Order.ExpireNanos"/>.</summary>
    Gtd = 5,
}
