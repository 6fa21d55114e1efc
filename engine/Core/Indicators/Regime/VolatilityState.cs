namespace Workbench.Core;

/// <summary>How much a market moves, against what it is used to.</summary>
public enum VolatilityState : sbyte
{
    /// <summary>Less than usual.</summary>
    Low = -1,

    /// <summary>As usual.</summary>
    Normal = 0,

    /// <summary>More than usual.</summary>
    High = 1,
}
