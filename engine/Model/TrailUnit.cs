namespace Workbench.Model;

/// <summary>What the distance of a trailing stop counts. FIX PegOffsetType (836).</summary>
public enum TrailUnit : byte
{
    /// <summary>Quote currency. FIX 0.</summary>
    Price = 1,

    /// <summary>Tick sizes. FIX 2.</summary>
    Ticks,

    /// <summary>Hundredths of the best price seen.</summary>
    Percent,
}
