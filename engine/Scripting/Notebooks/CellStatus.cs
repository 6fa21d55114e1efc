namespace Workbench.Scripting.Notebooks;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile, or it threw.</summary>
    Failed,

    /// <summary>It was told to stop and did; all earlier cells' variables are there.</summary>
    Interrupted,

    /// <summary>The kernel's process ended under it: all variables are gone, and a new kernel stands ready.</summary>
    Lost,
}
