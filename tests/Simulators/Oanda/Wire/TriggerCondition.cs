namespace Workbench.Simulators.Oanda;

/// <summary>Which price wakes an order; it is filled at its natural side in any case.</summary>
public enum TriggerCondition
{
    /// <summary>Buy on ask, sell on bid.</summary>
    Default,

    /// <summary>Buy on bid, sell on ask.</summary>
    Inverse,

    Bid,
    Ask,
    Mid,
}
