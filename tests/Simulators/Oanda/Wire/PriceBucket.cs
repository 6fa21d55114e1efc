namespace Workbench.Simulators.Oanda;

/// <summary>A step of the price ladder.</summary>
/// <param name="Price">For the units of this step.</param>
/// <param name="Liquidity">Units to be had at it, beyond those of better steps.</param>
public sealed record PriceBucket(decimal Price, int Liquidity);
