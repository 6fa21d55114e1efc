namespace Workbench.Research.Evolution;

/// <summary>How much is traded.</summary>
/// <param name="Kind">What the amount counts.</param>
/// <param name="Amount">Units, or a share of equity: 0.01 for one percent.</param>
public sealed record SizingGene(SizingKind Kind, decimal Amount);
