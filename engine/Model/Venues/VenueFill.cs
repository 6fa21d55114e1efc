namespace Workbench.Model;

/// <summary>One fill as a venue keeps it.</summary>
/// <param name="TradeId">The venue's id of it. FIX 17.</param>
/// <param name="Time">When, UTC nanoseconds.</param>
/// <param name="Qty">Units, positive. FIX 32.</param>
/// <param name="Px">Price. FIX 31.</param>
public sealed record VenueFill(string TradeId, long Time, decimal Qty, decimal Px)
{
    /// <summary>Commission, positive when paid, in <see cref="CommissionCurrency"/>.</summary>
    public decimal Commission { get; init; }

    /// <summary>Currency of the commission; empty for the quote currency.</summary>
    public string CommissionCurrency { get; init; } = "";

    /// <summary>Whether it added liquidity.</summary>
    public bool AddedLiquidity { get; init; }
}
