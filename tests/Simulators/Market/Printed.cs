namespace Workbench.Simulators.Market;

/// <summary>A trade happened, of ours or of others.</summary>
/// <param name="BuyerIsMaker">Whether the seller took.</param>
public sealed record Printed(DateTimeOffset Time, string Symbol, long TradeId, decimal Price, decimal Qty, bool BuyerIsMaker) : SimEvent(Time);
