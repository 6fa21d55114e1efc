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

    /// <summary>Done, all filled. FIX '2'.</summary>
    Filled,

    /// <summary>Done, cancelled; what was filled before stays filled. FIX '4'.</summary>
    Canceled,

    /// <summary>Done, never worked. FIX '8'.</summary>
    Rejected,

    /// <summary>Done, its time ran out. FIX 'C'.</summary>
    Expired,
}
