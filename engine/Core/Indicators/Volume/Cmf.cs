namespace Workbench.Core;

/// <summary>Chaikin money flow (Marc Chaikin, 1980s): volume weighted by where closes lie in their ranges, as a share of all volume, −1 to 1; 0 without volume.</summary>
/// <param name="length">Bars, at least 1; 20.</param>
public sealed class Cmf(int length = 20) : Study($"CMF({length})", length)
{
    readonly Smoother flows = new SimpleSmoother(length);
    readonly Smoother volumes = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        double flow = flows.Add(now.CloseLocation * now.Volume), volume = volumes.Add(now.Volume);
        return volume == 0d ? 0d : flow / volume;
    }
}
