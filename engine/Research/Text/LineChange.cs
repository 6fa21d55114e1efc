namespace Workbench.Research;

/// <summary>What became of a line between two texts.</summary>
public enum LineChange
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the first only.</summary>
    Removed,

    /// <summary>It stands in the second only.</summary>
    Added,
}
