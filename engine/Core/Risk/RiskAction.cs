namespace Workbench.Core;

/// <summary>What the engine does by itself once a limit of risk is passed, from the mildest to the hardest.</summary>
public enum RiskAction : byte
{
    /// <summary>Says so, and refuses the order at hand where one would pass the limit.</summary>
    Warn = 1,

    /// <summary>Refuses whatever would open or enlarge a position, until the figure is back below its warning.</summary>
    BlockEntries,

    /// <summary>Makes positions smaller by market orders until they are within the limit; entries are blocked meanwhile.</summary>
    Reduce,

    /// <summary>Cancels what waits and closes all positions by market orders; entries are blocked.</summary>
    Close,

    /// <summary>Cancels what waits, closes all positions, and refuses every order from then on.</summary>
    Kill,
}
