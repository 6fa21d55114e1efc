namespace Workbench.Simulators.Market;

/// <summary>What a netting account holds of a symbol.</summary>
/// <param name="Qty">Signed: below zero is short.</param>
/// <param name="AvgPrice">Average price of what is open; 0 where nothing is.</param>
/// <param name="RealizedPnl">Profit of what was closed so far, in the quote asset, without fees.</param>
public readonly record struct SimPosition(string Symbol, decimal Qty, decimal AvgPrice, decimal RealizedPnl)
{
    public decimal UnrealizedPnl(decimal mark) => Qty == 0 ? 0 : (mark - AvgPrice) * Qty;
}
