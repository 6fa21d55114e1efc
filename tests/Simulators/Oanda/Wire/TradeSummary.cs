namespace Workbench.Simulators.Oanda;

/// <summary>A trade with the ids of its orders in place of the orders.</summary>
public sealed record TradeSummary
{
    [Flat]
    public required OandaTrade Trade { get; init; }

    public long? TakeProfitOrderID { get; init; }

    public long? StopLossOrderID { get; init; }

    public long? TrailingStopLossOrderID { get; init; }
}
