namespace Workbench.Simulators.Market;

/// <summary>How an account keeps what it bought.</summary>
public enum SimAccountKind
{
    /// <summary>Assets change hands: a sale needs the asset, a purchase its whole price, and open orders lock either.</summary>
    Spot,

    /// <summary>One signed position per symbol, its profit settled in one asset; orders need margin.</summary>
    Netting,
}
