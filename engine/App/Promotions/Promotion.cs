namespace Workbench.App;

/// <summary>A promotion as it stands now.</summary>
/// <param name="Entry">The line that made it.</param>
/// <param name="IsActive">Whether it has not been ended, and neither has what it stands on.</param>
/// <param name="Later">What happened under it since.</param>
sealed record Promotion(LedgerEntry Entry, bool IsActive, IReadOnlyList<LedgerEntry> Later)
{
    /// <summary>Its name, such as <c>p1</c>.</summary>
    public string Id => Entry.Promotion;

    /// <summary>How far up.</summary>
    public Rung Rung => Entry.To;

    /// <summary>What was promoted.</summary>
    public RunRecipe Recipe => Entry.Recipe!;

    /// <summary>The rung in a person's word.</summary>
    public string RungName => Entry.To.ToString().ToLowerInvariant();

    /// <summary>Sessions that began under it, the oldest first.</summary>
    public IReadOnlyList<string> Sessions => [.. Later.Where(entry => entry.Event == LedgerEvent.Started).Select(entry => entry.Session!)];

    /// <summary>The promotion.</summary>
    /// <exception cref="Model.WorkbenchException">It has ended.</exception>
    public Promotion Standing() => IsActive ? this : throw PromotionErrors.Demoted(Id);
}
