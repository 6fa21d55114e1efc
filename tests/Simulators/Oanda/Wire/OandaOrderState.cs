namespace Workbench.Simulators.Oanda;

/// <summary>Where an order is. There is no partly filled order: what was filled is FILLED, with fewer units if need be.</summary>
public enum OandaOrderState
{
    Pending,
    Filled,
    Triggered,
    Cancelled,
}
