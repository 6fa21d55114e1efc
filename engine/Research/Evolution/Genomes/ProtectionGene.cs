namespace Workbench.Research.Evolution;

/// <summary>The orders that protect a position.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Length">Bars of the average true range that distances count in; 0 where none is needed.</param>
/// <param name="Stop">Average true ranges from entry to stop, or that the stop trails behind; 0 where there is none.</param>
/// <param name="Target">Average true ranges from entry to target; 0 where there is none.</param>
public sealed record ProtectionGene(ProtectionKind Kind, int Length, double Stop, double Target)
{
    /// <summary>No protection.</summary>
    public static ProtectionGene None { get; } = new(ProtectionKind.None, 0, 0d, 0d);

    /// <summary>Without the numbers that its kind has no use for.</summary>
    internal ProtectionGene Canonical(bool needsRange) => Kind switch
    {
        ProtectionKind.None => needsRange ? None with { Length = Length } : None,
        ProtectionKind.Bracket => this,
        _ => this with { Target = 0d },
    };
}
