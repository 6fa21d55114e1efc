namespace Workbench.Core;

/// <summary>Liquidity about to be taken.</summary>
/// <param name="Instrument">Of what.</param>
/// <param name="Price">At which quoted price, in quote currency.</param>
/// <param name="Qty">How much.</param>
/// <param name="Available">What was quoted there or, on bars and prints, the volume traded; 0 where the data do not tell.</param>
public readonly record struct Taking(Instrument Instrument, decimal Price, decimal Qty, decimal Available);
