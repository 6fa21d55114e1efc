namespace Workbench.Scripting.Notebooks;

/// <summary>How the run of a notebook ended.</summary>
public enum NotebookRunEnd
{
    /// <summary>All cells ran to their end.</summary>
    Ok,

    /// <summary>A cell threw, or its kernel ended under it.</summary>
    CellFailed,

    /// <summary>A cell did not compile.</summary>
    NotCompiled,

    /// <summary>A cell, or all of them together, took longer than they may.</summary>
    TimedOut,

    /// <summary>It was told to stop.</summary>
    Cancelled,
}
