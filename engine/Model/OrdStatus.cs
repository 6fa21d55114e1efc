namespace Workbench.Model;

/// <summary>Where an order is. FIX OrdStatus (39). What just happened to it is <see cref="ExecType"/>.</summary>
public enum OrdStatus : byte
{
    /// <summary>Sent, not yet acknowledged. FIX 'A'.</summary>
    PendingNew = 1,

    /// <summary>Working, nothing filled. FIX '0'.</summary>
    New,

    /// <summary>Working, part filled. FIX '1'.</summary>
    PartiallyFilled,

    /// <summary>Working, an amendment was asked for and not yet answered. FIX 'E'.</summary>
    PendingReplace,

    /// <summary>Working, a cancellation was asked for and not yet answered. FIX '6'.</summary>
    PendingCancel,

    /// <summary>Done, all filled. FIX '2'.</summary>
    Filled,

    /// <summary>Done, cancelled; what was filled before stays filled. FIX '4'.</summary>
    Canceled,

    /// <summary>Done, never worked. FIX '8'.</summary>
    Rejected,

    /// <summary>Done, its time ran out; what was filled before stays filled. FIX 'C'.</summary>
    Expired,
}
