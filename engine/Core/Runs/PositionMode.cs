namespace Workbench.Core;

/// <summary>Whether opposite trades in one instrument cancel each other.</summary>
public enum PositionMode : byte
{
    /// <summary>One position for each book and instrument: a sale takes off what was bought. The default.</summary>
    Netting = 0,

    /// <summary>A long and a short leg beside each other: reduce-only orders close the opposite leg, all others open or lengthen their own.</summary>
    Hedging,
}
