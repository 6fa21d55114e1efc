namespace Workbench.Core;

/// <summary>What is left of one opening fill, with what its entry cost. Costs are in account currency.</summary>
sealed class Lot(long time, decimal price, string tag, decimal qty, CostTotals costs)
{
    public long Time => time;

    public decimal Price => price;

    public string Tag => tag;

    public decimal Qty { get; private set; } = qty;

    CostTotals costs = costs;

    /// <summary>Takes units off; returns their share of the entry's costs. The last units take what is left, so that nothing is lost to rounding.</summary>
    public CostTotals Take(decimal units)
    {
        var share = units == Qty ? costs : Scale(costs, units / Qty);
        costs = new CostTotals(
            costs.Commission - share.Commission, costs.Spread - share.Spread, costs.Slippage - share.Slippage, costs.Swap - share.Swap);
        Qty -= units;
        return share;
    }

    static CostTotals Scale(CostTotals costs, decimal by) =>
        new(costs.Commission * by, costs.Spread * by, costs.Slippage * by, costs.Swap * by);
}
