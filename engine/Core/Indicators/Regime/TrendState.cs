namespace Workbench.Core;

/// <summary>Where a market is going.</summary>
public enum TrendState : sbyte
{
    /// <summary>Down, and clearly.</summary>
    Down = -1,

    /// <summary>Nowhere clearly.</summary>
    Range = 0,

    /// <summary>Up, and clearly.</summary>
    Up = 1,
}
