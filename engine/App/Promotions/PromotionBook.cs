namespace Workbench.App;

/// <summary>What the ledger's lines come to: which promotions there are, and which of them stand.</summary>
sealed class PromotionBook(IReadOnlyList<LedgerEntry> entries)
{
    /// <summary>All lines.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    /// <summary>All promotions, the oldest first.</summary>
    public IReadOnlyList<Promotion> All => [.. entries.Where(entry => entry.Event == LedgerEvent.Promoted).Select(Of)];

    /// <summary>Those that stand.</summary>
    public IEnumerable<Promotion> Active => All.Where(promotion => promotion.IsActive);

    /// <summary>A promotion by its name.</summary>
    /// <exception cref="Model.WorkbenchException">There is none.</exception>
    public Promotion Find(string id) => TryFind(id) ?? throw PromotionErrors.NoPromotion(id);

    /// <summary>A promotion by its name; null where there is none.</summary>
    public Promotion? TryFind(string id) => All.FirstOrDefault(promotion => promotion.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    Promotion Of(LedgerEntry made) => new(
        made, !IsEnded(made.Promotion) && (made.On is null || !IsEnded(made.On)),
        [.. entries.Where(entry => entry.Promotion == made.Promotion && entry != made)]);

    bool IsEnded(string id) => entries.Any(entry => entry.Event == LedgerEvent.Demoted && entry.Promotion == id);
}
