namespace Workbench.Simulators.Oanda;

/// <summary>What a fill does with trades of the other side.</summary>
public enum PositionFill
{
    /// <summary>REDUCE_FIRST on netting accounts, OPEN_ONLY on hedging ones.</summary>
    Default,

    OpenOnly,
    ReduceFirst,
    ReduceOnly,
}
