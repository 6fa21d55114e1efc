namespace Workbench.Core;

/// <summary>What trading cost in all, in account currency. Only commission is charged on top of prices; the others lie within them.</summary>
/// <param name="Commission">Paid to the venue.</param>
/// <param name="Spread">Paid by crossing from mid to bid or ask.</param>
/// <param name="Slippage">Paid by filling beyond the quote.</param>
/// <param name="Swap">Paid for holding over night.</param>
public readonly record struct CostTotals(decimal Commission, decimal Spread, decimal Slippage, decimal Swap)
{
    /// <summary>All of them.</summary>
    public decimal Total => Commission + Spread + Slippage + Swap;
}
