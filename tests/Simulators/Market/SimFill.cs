namespace Workbench.Simulators.Market;

/// <summary>One execution of one order. Where two orders of the exchange meet, both have one with the same trade id.</summary>
public sealed record SimFill(
    long TradeId, long OrderId, string Account, string Symbol, SimSide Side, decimal Price, decimal Qty,
    decimal Fee, string FeeAsset, decimal RealizedPnl, bool IsMaker, DateTimeOffset Time)
{
    public decimal QuoteQty => Price * Qty;
}
