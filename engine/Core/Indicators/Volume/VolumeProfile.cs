namespace Workbench.Core;

/// <summary>Volume profile: volume of the last n bars by price. Its <see cref="MarketProfile.PointSize"/> is a volume.</summary>
/// <param name="length">Bars, at least 1.</param>
/// <param name="step">Height of a level, above 0, in quote currency. Closes are rounded up to it.</param>
/// <param name="share">Share of the volume that the value area holds, 0 to 1; 0.7.</param>
public sealed class VolumeProfile(int length, decimal step, double share = 0.7d)
    : MarketProfile($"VolumeProfile({length},{step},{share})", length, step, share)
{
    private protected override double Size(in Candle bar) => bar.Volume;
}
