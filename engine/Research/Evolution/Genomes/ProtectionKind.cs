namespace Workbench.Research.Evolution;

/// <summary>The orders that protect a position from the moment it is opened.</summary>
public enum ProtectionKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>A stop.</summary>
    Stop,

    /// <summary>A stop and a target.</summary>
    Bracket,

    /// <summary>A stop that trails.</summary>
    Trailing,
}
