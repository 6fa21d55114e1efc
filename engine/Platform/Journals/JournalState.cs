namespace Workbench.Platform.Journals;

/// <summary>How a journal stands with its disk.</summary>
public enum JournalState
{
    /// <summary>All is well.</summary>
    Ready = 0,

    /// <summary>The disk is full, and the journal lives off what was reserved: no new orders, cancellations still go, alarm.</summary>
    Low = 1,

    /// <summary>The reserve is used up too. Records wait in memory as long as there is room.</summary>
    Full = 2,

    /// <summary>The disk failed in a way that leaves unknown what it holds. Nothing is written any more; start again.</summary>
    Broken = 3,
}
