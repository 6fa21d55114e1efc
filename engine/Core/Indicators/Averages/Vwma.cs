namespace Workbench.Core;

/// <summary>Volume-weighted moving average of closes over n bars; the simple average where nothing was traded. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class Vwma(int length) : Study($"VWMA({length})", length)
{
    readonly Smoother closes = new SimpleSmoother(length);
    readonly Smoother money = new SimpleSmoother(length);
    readonly Smoother volumes = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        double close = closes.Add(now.Close), paid = money.Add(now.Close * now.Volume), volume = volumes.Add(now.Volume);
        return volume == 0d ? close : paid / volume;
    }
}
