namespace Workbench.Simulators.Market;

/// <summary>Which way an order goes; the values are those of FIX tag 54.</summary>
public enum SimSide
{
    Buy = 1,
    Sell = 2,
}
