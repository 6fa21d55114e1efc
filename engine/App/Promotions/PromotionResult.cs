namespace Workbench.App;

/// <summary>What became of a try to promote.</summary>
/// <param name="Entry">The ledger's line of it.</param>
sealed record PromotionResult(LedgerEntry Entry)
{
    /// <summary>Whether it was promoted.</summary>
    public bool IsPromoted => Entry.Event == LedgerEvent.Promoted;

    /// <summary>All gates, in the order they were tried.</summary>
    public IReadOnlyList<Gate> Gates => Entry.Gates ?? [];

    /// <summary>Those that were not passed.</summary>
    public IEnumerable<Gate> Missed => Gates.Where(gate => !gate.Passed);
}
