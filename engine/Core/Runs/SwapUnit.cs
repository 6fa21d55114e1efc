namespace Workbench.Core;

/// <summary>What the numbers of a swap table mean.</summary>
public enum SwapUnit : byte
{
    /// <summary>Points, that is ticks, per unit and night.</summary>
    Points = 1,

    /// <summary>Quote currency per lot and night.</summary>
    Money,

    /// <summary>Share of the position's value and year, such as 0.02 for two percent.</summary>
    Interest,
}
