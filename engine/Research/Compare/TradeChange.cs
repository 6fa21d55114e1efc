namespace Workbench.Research.Compare;

/// <summary>A trade that one script made otherwise than another.</summary>
/// <param name="Kind">added, removed, changed.</param>
/// <param name="Before">The first one's; null where it was added.</param>
/// <param name="After">The other one's; null where it was removed.</param>
public sealed record TradeChange(string Kind, ListedTrade? Before, ListedTrade? After)
{
    /// <summary>What the change brought, in account currency.</summary>
    public decimal Net => (After?.Net ?? 0m) - (Before?.Net ?? 0m);
}
