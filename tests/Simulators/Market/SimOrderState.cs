namespace Workbench.Simulators.Market;

/// <summary>Where an order is. Refused ones have no state: they never were.</summary>
public enum SimOrderState
{
    New,
    PartiallyFilled,
    Filled,
    Canceled,
    Expired,
}
