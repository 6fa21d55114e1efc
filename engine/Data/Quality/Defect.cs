namespace Workbench.Data.Quality;

/// <summary>What a check can find in a tape. The rules and their thresholds stand in data/README.md.</summary>
public enum Defect
{
    /// <summary>Nothing was heard while the market was open.</summary>
    Gap = 1,

    /// <summary>Bid above ask.</summary>
    Crossed,

    /// <summary>Bid equal to ask.</summary>
    Locked,

    /// <summary>The same event twice: same time and same prices.</summary>
    Duplicate,

    /// <summary>An event before its predecessor.</summary>
    Backwards,

    /// <summary>The same price for unusually long while the market was open.</summary>
    Stale,

    /// <summary>A price far from those before and behind it, or a spread far from the usual one.</summary>
    Outlier,

    /// <summary>Prices a power of ten away from the rest of the tape or from a second source, or no price at all.</summary>
    Scale,

    /// <summary>Times that are hours away from those of a second source.</summary>
    Shift,

    /// <summary>Prices of hours in which the market was closed.</summary>
    ClosedHours,

    /// <summary>A bar whose open or close lies outside of its own high and low.</summary>
    Range,

    /// <summary>A dividend that is missing, doubled, or of another size than the prices say.</summary>
    Dividend,

    /// <summary>A split that is missing, doubled, or that the prices do not show.</summary>
    Split,

    /// <summary>Prices that a second source does not have.</summary>
    Difference,
}
