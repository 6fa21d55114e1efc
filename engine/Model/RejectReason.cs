namespace Workbench.Model;

/// <summary>Why an order, a cancellation or an amendment was refused. FIX OrdRejReason (103), in the house's words.</summary>
public enum RejectReason : byte
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>Zero, negative, not a number, off the lot step, or beyond the instrument's limits.</summary>
    BadQuantity,

    /// <summary>Zero, negative, not a number, or off the tick grid.</summary>
    BadPrice,

    /// <summary>The run has no such instrument.</summary>
    UnknownInstrument,

    /// <summary>The order's fields contradict each other, such as a post-only market order.</summary>
    BadCombination,

    /// <summary>Its time had passed before it was sent, or the market closes for good.</summary>
    TooLate,

    /// <summary>Reduce-only, and there is no position of the other side.</summary>
    NothingToReduce,

    /// <summary>Post-only, and it would have traded at once.</summary>
    WouldTrade,

    /// <summary>The account's free margin does not carry it.</summary>
    InsufficientMargin,

    /// <summary>The order to cancel or amend is done already, or was never known.</summary>
    OrderIsDone,

    /// <summary>The account was closed out and trades no more.</summary>
    AccountClosed,

    /// <summary>It would pass a limit of risk that the trader has set; the text has figure and limit.</summary>
    RiskLimit,

    /// <summary>Only what makes a position smaller is let through now: paused, blocked by a limit, or not this script's market.</summary>
    EntriesBlocked,

    /// <summary>The kill switch was pressed.</summary>
    Killed,

    /// <summary>It never left this machine: the connection was down, or the venue's budget of requests used up.</summary>
    NotSent,

    /// <summary>The session does not trade now: it is warming up, recovering, cut off or paused.</summary>
    NotTrading,

    /// <summary>The venue takes no orders of that kind.</summary>
    NotOffered,

    /// <summary>The venue refused it, and its words are all there is.</summary>
    VenueRule,
}
